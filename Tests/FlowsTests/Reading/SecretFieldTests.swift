import Documents
import Testing

@testable import Flows

@Suite("Secrets that are compared, unlike others, or handed on")
struct SecretFieldTests {
    private static let accountFields = """
        fields:
          email: {type: email, privacy: personal}
          mobile: {type: phone}
          pin: {type: secret, use: new}
        """
    private static let effects = """
        effects:
          charge: {needs: [card], outcomes: {done: {success: true}, declined: {}}}
          look: {needs: [known], outcomes: {done: {}}}
        """
    private static let attempts =
        "attempts: {times: 3, per: [session, email], within: 24h, goto: over}"

    private static func read(_ body: String) -> (flow: FlowDefinition?, said: [String]) {
        let (project, problems) = FlowFiles.read(
            "flow: example\nversion: 1\n" + body,
            fields: accountFields,
            effects: effects
        )
        return (project.flows.first, problems.map { "\($0.code) \($0.message)" })
    }

    private static func checking(
        known: String = "{type: secret, use: check, check: account.pin}",
        listed: String = "email",
        ask: String = "[email, known]",
        attempts: String = attempts,
        rest: String = ""
    ) -> String {
        """
        fields: [\(listed), {known: \(known)}]
        steps:
          - {step: start, ask: \(ask), \(attempts)}
        \(rest)  - {step: over, end: done}
        """
    }

    @Test
    func `a secret that is compared names the account's secret, and whose it is`() throws {
        let (flow, said) = Self.read(Self.checking())
        #expect(said == [])
        let field = try #require(flow?.field("known"))
        #expect(field.check == SecretCheck(field: "pin", whose: 0))
        let limit = try #require(flow?.steps[0].attempts?.limit)
        #expect(limit.times == 3 && limit.within == 86_400_000 && limit.apart == 0)
        #expect(limit.scopes == [.session, .field(0)])
    }

    @Test(arguments: [
        (
            checking(known: "{type: secret, use: check}"),
            "E38 the secret `known` needs the key `check`"
        ),
        (
            checking(known: "{type: secret, use: check, check: account.email}"),
            "E39 `check` must name a secret of the account: `account.<secret>`"
        ),
        (
            checking(known: "{type: secret, use: check, check: pin}"),
            "E39 `check` must name a secret of the account: `account.<secret>`"
        ),
        (
            checking(known: "{type: secret, use: check, check: account.pin, repeat: true}"),
            "E35 a secret with `use: check` can't have `repeat`"
        ),
        (
            checking(known: "{type: secret, use: check, check: account.pin, rules: {odd: 'true'}}"),
            "E35 a secret with `use: check` can't have rules"
        ),
        (
            checking(known: "{type: secret, use: new, check: account.pin}"),
            "E35 a secret with `use: new` can't have `check`"
        ),
        (
            checking(
                listed: "mobile",
                ask: "[mobile, known]",
                attempts: "attempts: {times: 3, goto: over}"
            ),
            "E38 the flow has no field `email`, so nobody knows whose `pin` is meant"
        ),
        (
            checking(attempts: "next: over"),
            "E38 the step asks the secret `known`, so it needs `attempts`"
        ),
        (
            checking(attempts: "attempts: {times: 3, goto: over}"),
            "E38 `attempts` for the secret `known` must count by `email`, and have `within`"
        ),
        (
            checking(attempts: "attempts: {times: 3, per: email, goto: over}"),
            "E38 `attempts` for the secret `known` must count by `email`, and have `within`"
        ),
        (
            checking(ask: "[known, email]"),
            "E12 `attempts` counts by `email`, which may be unset at the step `start`"
        ),
        (
            checking(
                rest: "  - {step: look, call: look, events: {done: over, unavailable: over}}\n"
            ),
            "E14 an effect can't need the secret `known`: it counts for one form, and is not kept"
        ),
    ])
    func `what can't be compared is said`(body: String, finding: String) {
        let said = Self.read(body).said
        #expect(said.contains(finding), "\(said)")
    }

    @Test
    func `who is asked first may be compared, in an earlier step too`() {
        let body = """
            fields: [email, {known: {type: secret, use: check, check: account.pin}}]
            steps:
              - {step: start, ask: [email]}
              - {step: prove, ask: [known], \(Self.attempts)}
              - {step: over, end: done}
            """
        #expect(Self.read(body).said == [])
    }

    @Test(arguments: [
        ("{type: secret, use: new, unlike: pin}", []),
        ("{type: secret, use: new, unlike: [pin, pin]}", ["E01"]),
        ("{type: secret, use: new, unlike: email}", ["E14"]),
        ("{type: secret, use: new, unlike: other}", ["E14"]),
        ("{type: secret, use: relay, unlike: pin}", ["E35"]),
    ])
    func `unlike names another new secret`(other: String, codes: [String]) {
        let body = """
            fields: [email, pin, {other: \(other)}]
            steps:
              - {step: start, ask: [email, pin, other]}
              - {step: over, end: done}
            """
        #expect(Self.read(body).said.map { String($0.prefix(3)) } == codes)
    }

    @Test
    func `either of two that must differ knows the other`() throws {
        let body = """
            fields: [pin, {other: {type: secret, use: new, unlike: pin}}]
            steps:
              - {step: start, ask: [pin, other]}
              - {step: over, end: done}
            """
        let flow = try #require(Self.read(body).flow)
        #expect(flow.fields[0].unlike == [1] && flow.fields[1].unlike == [0])
    }

    private static func paying(_ refused: String) -> String {
        """
        fields: [{card: {type: secret, use: relay}}]
        steps:
          - {step: start, ask: [card]}
          - step: charging
            call: charge
            events: {done: over, declined: \(refused), unavailable: again}
          - {step: again, events: {try_again: charging}, after: {1h: over}}
          - {step: over, end: done}
        """
    }

    @Test
    func `what is handed on is not there any more behind the effect that had it`() {
        // Whoever was not reached has not had it.
        #expect(Self.read(Self.paying("start")).said.filter { $0.hasPrefix("E") } == [])
        let said = Self.read(Self.paying("again")).said
        #expect(said.contains { $0.hasPrefix("E12 the effect `charge` needs `card`") }, "\(said)")
    }

    @Test
    func `a record keeps new secrets only`() {
        let body = """
            fields: [{cards: {type: list, count: 2, of: {card: {type: secret, use: relay}}}}]
            steps:
              - {step: start, ask: [cards]}
              - {step: over, end: done}
            """
        let said = Self.read(body).said
        #expect(said == ["E39 a record of a list can't hold a secret with `use: relay`"])
    }

    @Test
    func `attempts may count beyond the walk for any form`() throws {
        let body = """
            fields: [mobile, {captcha: {type: captcha}}]
            steps:
              - step: start
                ask: [mobile, captcha]
                attempts: {times: 3, apart: 5s, per: mobile, within: 1h, goto: over}
              - {step: over, end: done}
            """
        let (flow, said) = Self.read(body)
        #expect(said == [])
        #expect(
            flow?.steps[0].attempts?.limit
                == LimitDefinition(times: 3, apart: 5_000, scopes: [.field(0)], within: 3_600_000)
        )
    }

    @Test
    func `words are demanded for what can go wrong with them`() {
        let demanded = { (body: String) -> Set<String> in
            let project = FlowFiles.read(
                "flow: example\nversion: 1\n" + body,
                fields: Self.accountFields,
                effects: Self.effects
            ).project
            return Set(MessageDemands.of(project).required.flatMap(\.keys))
        }
        let own: Set = ["error.secret.wrong", "error.secret.unlike", "refused.too_soon"]
        let spaced = Self.attempts.replacing("times: 3", with: "times: 3, apart: 5s")
        let checking = demanded(Self.checking(attempts: spaced))
        #expect(checking.intersection(own) == ["error.secret.wrong", "refused.too_soon"])
        let rivals = demanded(
            """
            fields: [pin, {other: {type: secret, use: new, unlike: pin}}]
            steps: [{step: start, ask: [pin, other]}, {step: over, end: done}]
            """
        )
        #expect(rivals.intersection(own) == ["error.secret.unlike"])
    }
}
