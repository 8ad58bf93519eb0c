import Documents
import Testing

@testable import Flows

/// Which walks may lead to an account that is there already.
@Suite("Walks that lead to an account")
struct ReachedAccountTests {
    private static let fields = """
        fields:
          email: {type: email, privacy: personal}
          pin: {type: secret, use: new}
        """
    private static let effects = """
        effects:
          make: {needs: email, outcomes: {done: {success: true}}}
        """

    @Test(arguments: [
        ("a ticket names an address, and no more", "[email]", "{step: next, ask: [email]}", false),
        (
            "a sign-up makes an account, and reaches none", "[email]",
            "{step: next, call: make, events: {done: over, unavailable: over}}", false
        ),
        (
            "a secret of the account is compared",
            "[email, {known: {type: secret, use: check, check: account.pin}}]",
            "{step: next, ask: [known], attempts: {times: 3, per: email, within: 24h, goto: over}}",
            true
        ),
    ])
    func `a walk that can't lead to an account is told from one that can`(
        about: String,
        fields: String,
        step: String,
        reaches: Bool
    ) throws {
        let flow = """
            flow: some
            version: 1
            fields: \(fields)
            steps:
              - {step: start, ask: [email]}
              - \(step)
              - {step: over, end: over}
            """
        let (project, problems) = FlowFiles.read(
            [("some.yaml", flow)],
            fields: Self.fields,
            effects: Self.effects
        )
        #expect(problems.filter { $0.severity == .error }.isEmpty, "\(about)")
        #expect(try #require(project.flow("some")).reachesAccount == reaches, "\(about)")
    }
}
