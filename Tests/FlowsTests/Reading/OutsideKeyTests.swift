import Documents
import Flows
import Testing

/// What flows and effects say about the ways to the outside: limits for all people, numbers of a country, webhooks.
@Suite("Keys about the outside")
struct OutsideKeyTests {
    private static let ends = "\n  - {step: done, end: done}\n"

    private static func sending(_ limit: String) -> String {
        "fields: [email]\nsteps:\n  - {step: start, ask: [email]}\n"
            + "  - {step: done, send: {mail: one, limit: {\(limit)}}, end: done}\n"
    }

    @Test(arguments: [
        MarkedFlow("E38", "`in_all` needs the key `within`", sending("times: 1, 1️⃣in_all: 9")),
        MarkedFlow(
            "E35",
            "`in_all` is smaller than `times`",
            sending("times: 3, within: 1h, 1️⃣in_all: 2")
        ),
        MarkedFlow(
            "E14",
            "`country` must name a field of type `country`",
            "fields: [email, {number: {type: phone, country: 1️⃣email}}]\nsteps:\n"
                + "  - {step: start, ask: [email, number]}" + ends
        ),
        MarkedFlow(
            "E12",
            "citizenship",
            "fields: [citizenship, {number: {type: phone, country: citizenship}}]\nsteps:\n"
                + "  - {step: start, ask: [1️⃣number]}\n  - {step: more, ask: [citizenship]}" + ends
        ),
    ])
    func `what can't be is found where it stands`(flow: MarkedFlow) throws {
        try flow.check()
    }

    @Test func `a limit for all people belongs to what is sent`() throws {
        let flow = try flow(Self.sending("times: 3, within: 1h, in_all: 3"))
        #expect(flow.steps[1].sends.first?.limit?.inAll == 3)
        let other = try self.flow(Self.sending("times: 3, within: 1h"))
        #expect(other.steps[1].sends.first?.limit?.inAll == nil)
    }

    @Test func `a number may have the country of another field`() throws {
        let flow = try flow(
            "fields: [citizenship, {number: {type: phone, country: citizenship}}]\nsteps:\n"
                + "  - {step: start, ask: [citizenship, number]}" + Self.ends
        )
        guard case .phone(nil, country: let slot?)? = flow.field("number")?.type else {
            Issue.record("no country")
            return
        }
        #expect(flow.fields[slot].name == "citizenship")
    }

    @Test(arguments: ["", "with: {known: mobile}, "])
    func `a field of a flow that is run may take over what it may be given`(with: String) {
        let caller = """
            flow: caller
            version: 1
            expires: {after: 7d, goto: done}
            fields: [mobile]
            steps:
              - {step: start, ask: [mobile]}
              - {step: prove, run: inner, \(with)events: {over: done}}
              - {step: done, end: done}
            """
        let inner = """
            flow: inner
            version: 1
            input: {known: {type: phone, optional: true}}
            fields: [{number: {type: phone, prefill: known}}]
            steps:
              - {step: start, ask: [number]}
              - {step: over, end: over}
            """
        let (project, problems) = FlowFiles.read(
            [("caller.yaml", caller), ("inner.yaml", inner)],
            fields: FlowFiles.fields
        )
        #expect(problems.isEmpty, "\(problems.map(\.message))")
        #expect(project.flows.count == 2)
    }

    // MARK: - Webhooks

    private func effects(_ more: String) -> String {
        "effects:\n  find: {needs: [email], outcomes: {known: }\(more)}\n"
    }

    private func calling(_ effects: String) -> (project: FlowProject, problems: [Diagnostic]) {
        let text = """
            flow: example
            version: 1
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - {step: look, call: find, events: {known: done, unavailable: done}, after: {1h: done}}
              - {step: done, end: done}
            """
        return FlowFiles.read(text, fields: FlowFiles.fields, effects: effects)
    }

    @Test func `an effect names the webhook that provides it`() throws {
        let (project, problems) = calling(effects(", webhook: accounts"))
        #expect(problems.isEmpty)
        #expect(project.flows.first?.effects.first?.webhook == "accounts")
        #expect(calling(effects("")).project.flows.first?.effects.first?.webhook == nil)
    }

    @Test(arguments: [
        ("https://host.example/paifang", "`webhook` is a name, not an address"),
        ("My-Host", "can't be the name of a webhook"),
    ])
    func `an address does not belong into the file`(name: String, message: String) {
        let (project, problems) = calling(effects(", webhook: \"\(name)\""))
        #expect(problems.map(\.code) == ["E39"])
        #expect(problems.first?.message.contains(message) == true, "\(problems.map(\.message))")
        #expect(problems.first?.range.start.line == 2)
        #expect(project.flows.isEmpty)
    }

    private func flow(_ body: String) throws -> FlowDefinition {
        let (project, problems) = FlowFiles.read(
            "flow: example\nversion: 1\n" + body,
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        )
        #expect(problems.isEmpty, "\(problems.map(\.message))")
        return try #require(project.flows.first)
    }
}
