import Documents
import Flows
import Foundation
import Testing
import YAML

@Suite("FlowSchema")
struct FlowSchemaTests {
    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func complaints(_ text: String, _ schema: FlowSchema) throws -> [String] {
        let (root, problems) = YAMLReader.read(SourceText(path: "a.yaml", text: text))
        let tree = try #require(root, "\(problems)")
        return SchemaValidator.complaints(about: tree, under: schema.json)
    }

    private func file(_ path: String) throws -> String {
        try String(contentsOf: Self.repository.appending(path: path), encoding: .utf8)
    }

    @Test(arguments: FlowSchema.allCases)
    func `the schema in the project is the one that the reader's keys give`(schema: FlowSchema)
        throws
    {
        let kept = try file("schemas/\(schema.rawValue).schema.json")
        #expect(
            kept == JSONWriter.indented(schema.json) + "\n",
            "paifang check --schema \(schema.rawValue) > schemas/\(schema.rawValue).schema.json"
        )
    }

    @Test(arguments: [
        ("flows/wallet-signup.yaml", FlowSchema.flow), ("flows/fields.yaml", .fields),
        ("flows/effects.yaml", .effects),
    ])
    func `the files of the project are valid, and say where their schema is`(
        path: String,
        schema: FlowSchema
    ) throws {
        let text = try file(path)
        #expect(try complaints(text, schema).isEmpty)
        let mode = "# yaml-language-server: $schema=../schemas/\(schema.rawValue).schema.json\n"
        #expect(text.hasPrefix(mode))
    }

    @Test(arguments: FlowFindingsTests.ofFlows)
    func `what the checker accepts, the schema does`(explanation: DiagnosticExplanation) throws {
        #expect(try complaints(explanation.right, .flow).isEmpty)
    }

    @Test func `small files that the tests read are valid`() throws {
        #expect(try complaints(FlowFiles.fields, .fields).isEmpty)
        #expect(try complaints(FlowFiles.effects, .effects).isEmpty)
    }

    @Test(arguments: ["E30", "E38"])
    func `unknown keys and missing ones are refused`(code: String) throws {
        let explanation = FlowFindings.explanations.first { $0.code == code }
        #expect(try !complaints(try #require(explanation).wrong, .flow).isEmpty)
    }

    @Test(arguments: [
        ("{step: start, ask: email}", true), ("{step: start, ask: [email], back: never}", true),
        ("{step: start, ask: [email], back: always}", false), ("{step: Start, ask: email}", false),
        ("{step: w, events: {a: w, b: {if: x, goto: w}, c: [{if: x, goto: w}, {else: w}]}}", true),
        ("{step: w, events: {a: {to: w}}}", false), ("{step: w, after: {24h: w, 1h30m: w}}", true),
        ("{step: w, after: {24 hours: w}}", false), ("{step: w, after: {'': w}}", false),
        ("{step: w, send: {mail: m, limit: {times: 4, per: [session, email]}}}", true),
        ("{step: w, send: [{mail: m, limit: {times: four}}]}", false),
        ("{step: w, send: {mail: m, subject: x}}", false), ("{ask: [email]}", false),
        ("{step: done, end: done, offer: [other-flow]}", true), ("{step: done, review: all}", true),
        ("{step: done, review: some}", false),
    ])
    func `a step is held to what the reader takes`(step: String, isValid: Bool) throws {
        let flow = "flow: a-flow\nversion: 1\nsteps:\n  - \(step)\n"
        #expect(try complaints(flow, .flow).isEmpty == isValid)
    }

    @Test(arguments: [
        ("{type: text, length: {max: 80}, optional: true}", true), ("{type: txet}", false),
        ("{optional: true}", false), ("{type: phone, line: mobile}", true),
        ("{type: email, line: mobile}", false), ("{type: date, length: {max: 8}}", false),
        ("{type: choice, of: [a, NO, {c: 'x == 1'}]}", true), ("{type: choice, of: list}", true),
        ("{type: choice}", false), ("{type: secret, use: new, repeat: true}", true),
        ("{type: list, count: 3, of: {q: {type: text}, a: {type: secret, use: new}}}", true),
        ("{type: list, count: 3, of: {q: {type: postcode}}}", false),
        ("{type: money, currency: USD, min: 5}", true), ("{type: money, currency: usd}", false),
        ("{type: bool, default: false, rules: {is_on: value}}", true),
    ])
    func `a declaration has the keys of its type`(field: String, isValid: Bool) throws {
        #expect(try complaints("fields:\n  note: \(field)\n", .fields).isEmpty == isValid)
        let flow =
            "flow: a\nversion: 1\nfields:\n  - note: \(field)\nsteps:\n  - {step: w, ask: note}\n"
        let mayBeAddition = field.hasPrefix("{optional")
        #expect(try complaints(flow, .flow).isEmpty == (isValid || mayBeAddition))
    }

    @Test(arguments: [
        ("{needs: [email], outcomes: {done: {gives: {id: text}, success: true}, failed: }}", true),
        ("{outcomes: {done: {gives: {id: {type: text}}}}, once: flow}", true),
        ("{needs: [email]}", false), ("{outcomes: {done: {gives: {id: postcode}}}}", false),
        ("{outcomes: {done: {succes: true}}}", false),
        ("{outcomes: {done: }, once: session}", false),
    ])
    func `an effect is held to what the reader takes`(effect: String, isValid: Bool) throws {
        #expect(try complaints("effects:\n  ping: \(effect)\n", .effects).isEmpty == isValid)
    }

    @Test(arguments: FlowSchema.allCases)
    func `every key has a shape, and every reference leads somewhere`(schema: FlowSchema) throws {
        var open = [schema.json]
        while let value = open.popLast() {
            for property in value["properties"]?.members ?? [] {
                #expect(property.value.members?.isEmpty == false, "\(property.name)")
            }
            if let reference = value["$ref"]?.text {
                let name = reference.split(separator: "/").last.map(String.init) ?? ""
                #expect(schema.json["definitions"]?[name] != nil, "\(reference)")
            }
            open += (value.members?.map(\.value) ?? []) + (value.elements ?? [])
        }
    }
}
