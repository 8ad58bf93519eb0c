import Answers
import Documents
import Flows
import Foundation
import Localization
import Scenarios
import Testing
import YAML

/// The flows that paths are generated for in these tests.
enum GenerationFlows {
    /// The machine of a flow whose name and version are left out.
    static func machine(_ flow: String) throws -> FlowMachine {
        let flows = try machines(
            [("flow.yaml", "flow: example\nversion: 1\n" + flow)],
            fields: "fields:\n  email: {type: email}\n",
            effects: effects
        )
        return try #require(flows.first)
    }

    /// The machines of all flows of the project, in the order of their files' names.
    static func project() throws -> [FlowMachine] {
        let folder = root.appending(path: "flows")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
            .filter { $0.hasSuffix(".yaml") && !["fields.yaml", "effects.yaml"].contains($0) }
        return try machines(
            names.sorted().map { ("flows/\($0)", try text("flows/\($0)")) },
            fields: text("flows/fields.yaml"),
            effects: text("flows/effects.yaml")
        )
    }

    static func wallet() throws -> FlowMachine {
        let wallet = try project().first { $0.definition.name == "wallet-signup" }
        return try #require(wallet)
    }

    /// All flows that properties are tested on, by name.
    static func named(_ name: String) throws -> [FlowMachine] {
        switch name {
        case "project": try project()
        case "everything": [try machine(everything)]
        case "timers": [try machine(timers)]
        case "conditions": [try machine(conditions)]
        case "parts": try parts()
        case "starter": try starter()
        case "guide": try guide()
        default: []
        }
    }

    static func catalogs() throws -> Catalogs {
        Catalogs(
            try ["en", "ru", "zh", "id", "cs"].map { language in
                let source = SourceText(path: language, text: try text("locales/\(language).yaml"))
                let root = YAMLReader.read(source).root
                return Catalog.load(
                    try #require(root),
                    language: LanguageTag(language),
                    source: source
                ).catalog
            }
        )
    }

    /// The folder of the project.
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..")

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func machines(
        _ flows: [(path: String, text: String)],
        fields: String,
        effects: String
    ) throws -> [FlowMachine] {
        let file = { (path: String, text: String) throws -> ProjectFile in
            let source = SourceText(path: path, text: text)
            return ProjectFile(source: source, root: YAMLReader.read(source).root)
        }
        let (project, problems) = FlowProject.read(
            flows: try flows.map { try file($0.path, $0.text) },
            fields: try file("fields.yaml", fields),
            effects: try file("effects.yaml", effects),
            hash: { _ in "" }
        )
        let errors = problems.filter { $0.severity == .error }
            .map { "\($0.range.start.line): \($0.code) \($0.message)" }
        try #require(errors.isEmpty, "\(errors)")
        return project.flows.map { FlowMachine($0, formats: AnswerFormats()) }
    }

    static let effects = """
        effects:
          find_account:
            needs: [email]
            outcomes: {answered: {gives: {is_known: {type: bool}}}}
          create_account:
            needs: [email]
            outcomes:
              done: {gives: {account_id: text}, success: true}
              failed: {}
            once: flow
          score:
            outcomes: {done: {gives: {points: {type: integer, min: 0, max: 100}}}}
        signals: [account_suspended]
        """

    /// Nearly everything that a flow file can say.
    static let everything = """
        expires: {after: 5d, goto: idle}
        fields:
          - email
          - captcha: {type: captcha}
          - nickname: {type: text, optional: true, length: {min: 2, max: 8}}
          - a: {type: integer, min: 0, max: 9}
          - b: {type: integer, min: 0, max: 9, rules: {more: value > a}}
          - kind: {type: choice, of: [private, business]}
          - company: {type: text}
          - citizenship: {type: country}
          - document_type: {type: choice, of: [passport, {driving_licence: 'citizenship == "RU"'}]}
          - document_number: {type: document, country: citizenship, kind: document_type}
        steps:
          - {step: start, ask: [email, captcha], events: {aside: extra}}
          - step: letter
            send: {mail: confirm, link: confirmed, limit: {times: 3, apart: 60s, per: [session, email], within: 24h}}
            events: {confirmed: person, resend: letter, other: start}
            after: {24h: old}
          - {step: old, events: {again: letter, other: start}, after: {2d: letter}}
          - {step: extra, ask: [nickname, email], next: letter}
          - {step: person, back: never, ask: [citizenship, kind, a]}
          - step: split
            next:
              - {if: 'kind == "business"', goto: firm}
              - {else: document}
          - {step: firm, ask: [company], events: {no_firm: person}}
          - {step: document, ask: [document_type, document_number]}
          - {step: numbers, ask: [b]}
          - {step: check, review: all}
          - step: create
            call: create_account
            events: {done: made, failed: trouble, unavailable: trouble}
          - {step: trouble, events: {again: create, correct: check}}
          - {step: made, events: {again: create, correct: person, stop: done}}
          - {step: idle, back: never, events: {wake: start}, after: {1d: start}}
          - {step: done, end: done}
        promises:
          create_account.done: {only_after: letter.confirmed, at_most: 1}
        """

    /// What time, attempts and the host bring about.
    static let timers = """
        expires: {after: 3d, goto: gone}
        fields:
          - pin: {type: captcha}
          - note: {type: text, optional: true}
        steps:
          - {step: hello, ask: [note], after: {10m: late}}
          - step: enter
            ask: [pin]
            attempts: {times: 3, goto: gave_up}
            events: {account_suspended: gave_up, assist: stay}
          - step: rate
            call: score
            events:
              done:
                - {if: points >= 90, goto: good}
                - {if: points >= 50, goto: fair}
                - {else: gave_up}
              unavailable: late
          - {step: good, end: good}
          - {step: fair, end: fair}
          - {step: late, events: {again: hello}}
          - {step: gave_up, end: gave_up}
          - {step: gone, end: gone}
        """

    /// Conditions of every kind, each of which must be made true and false.
    static let conditions = """
        constants: {limit: 500 USD}
        fields:
          - born: {type: date}
          - amount: {type: money, currency: USD, min: 0, max: 1000}
          - count: {type: integer}
          - country: {type: country}
          - nickname: {type: text, optional: true}
          - code: {type: text}
          - news: {type: bool}
        steps:
          - step: born
            ask: [born, country]
            next:
              - {if: years(born) < 18, goto: young}
              - {if: 'country in ["SK", "PL"]', goto: near}
              - {else: money}
          - {step: young, end: young}
          - {step: near, events: {go_on: money}}
          - step: money
            ask: [amount, count]
            next:
              - {if: amount > limit && count == 77, goto: rich}
              - {if: amount > limit, goto: names}
              - {if: count != 3, goto: names}
              - {else: three}
          - {step: rich, end: rich}
          - {step: three, events: {go_on: names}}
          - step: names
            ask: [nickname, code, news]
            next:
              - {if: 'has(nickname) && nickname.startsWith("Dr.")', goto: doctor}
              - {if: '!has(nickname)', goto: nameless}
              - {if: 'code.matches("^[A-Z]{2}-[0-9]{4}$")', goto: coded}
              - {if: news, goto: reader}
              - {else: plain}
          - {step: doctor, end: doctor}
          - {step: nameless, end: nameless}
          - {step: coded, end: coded}
          - {step: reader, end: reader}
          - {step: plain, end: plain}
        """
}
