import Documents
import Flows
import Testing

/// Names of a flow that is run, where only the flow that runs it is known.
@Suite("Names of a flow that is run")
struct InnerNameTests {
    private static let inner = """
        flow: home-branch
        version: 1
        expires: {after: 7d, goto: chosen}
        fields: [branch: {type: choice, of: [north, castle]}]
        steps:
          - {step: start, ask: [branch]}
          - step: save
            call: save
            events: {done: chosen, unavailable: chosen}
          - {step: chosen, end: chosen}
        """

    private static func caller(_ issue: String) -> String {
        """
        flow: card
        version: 1
        expires: {after: 7d, goto: other}
        fields: [email]
        steps:
          - {step: start, ask: [email]}
          - {step: home, run: home-branch, events: {chosen: issue}}
          - \(issue)
          - {step: done, end: done}
          - {step: other, end: other}
        """
    }

    private static let call = """
        step: issue
            call: issue
            events: {done: done, unavailable: other}
        """

    private static func read(
        _ issue: String,
        issueUses: String = "email",
        saveUses: String = "branch"
    ) -> [Diagnostic] {
        let effects = """
            effects:
              issue: {\(issueUses.contains(":") ? issueUses : "may_use: [\(issueUses)]"), outcomes: {done: }}
              save: {may_use: [\(saveUses)], outcomes: {done: {success: true}}}
            """
        return FlowFiles.read(
            [("flows/card.yaml", caller(issue)), ("flows/home-branch.yaml", inner)],
            fields: FlowFiles.fields,
            effects: effects,
            old: []
        ).problems
    }

    private static let branch = "step: issue\n    next: "

    @Test(arguments: ["home.branch == \"north\"", "branch == \"north\""])
    func `a condition can't read them, and is told whose they are`(condition: String) {
        let found = Self.read(
            Self.branch + "[{if: '\(condition)', goto: other}, {else: done}]",
            issueUses: "email"
        )
        #expect(found.map(\.code) == ["E11"])
        #expect(found.first?.message.contains("`home-branch`") == true)
        #expect(found.first?.notes == ["of a flow that is run only the outcome is known"])
    }

    @Test(arguments: ["home.branch", "branch"])
    func `an effect of the caller can't need them`(name: String) {
        let found = Self.read(Self.call, issueUses: "needs: [\(name)]")
        #expect(found.map(\.code) == ["E13"])
        #expect(
            found.first?.message
                == "the effect `issue` needs `\(name)`: `branch` belongs to the flow `home-branch`, which `home` runs"
        )
        #expect(
            found.first?.help == "give it to the host by an effect that `home-branch` itself calls"
        )
    }

    @Test(arguments: ["home.branch", "branch", "shoe_size"])
    func `what an effect may use must be a field of somebody who calls it`(name: String) {
        let found = Self.read(Self.call, issueUses: "email, \(name)")
        #expect(found.map(\.code) == ["E13"])
        #expect(
            found.first?.message
                == "`issue` can never use `\(name)`: `card`, which calls it, has no such field"
        )
    }

    @Test func `what callers have or may have is no finding`() {
        // `mobile` is an account field, which the flow may list one day.
        #expect(Self.read(Self.call, issueUses: "email, mobile").map(\.message) == [])
    }

    @Test func `of the texts that a session keeps nothing is said: other callers are not there`() {
        let problems = FlowFiles.read(
            [("flows/home-branch.yaml", Self.inner)],
            fields: FlowFiles.fields,
            effects:
                "effects:\n  save: {may_use: [branch, shoe_size], outcomes: {done: {success: true}}}"
        ).problems
        #expect(problems.isEmpty)
    }

    @Test func `the steps of a flow that is run have their own names`() throws {
        let project = FlowFiles.read(
            [("flows/card.yaml", Self.caller(Self.call)), ("flows/home-branch.yaml", Self.inner)],
            fields: FlowFiles.fields,
            effects: """
                effects:
                  issue: {outcomes: {done: }}
                  save: {outcomes: {done: }}
                """
        ).project
        let flow = try #require(project.flow("card"))
        let outer = StepNames(of: try #require(flow.step("issue")), in: flow)
        #expect(outer.names.map(\.text) == ["email"])
        let inner = StepNames(of: try #require(flow.step("home.start")), in: flow)
        #expect(inner.names.map(\.text) == ["branch"])
        #expect(inner.names.first?.isCertain == true)
    }

    @Test func `a flow whose file can't be read is not said to be missing`() {
        let problems = FlowFiles.read(
            [
                ("flows/card.yaml", Self.caller(Self.call)),
                ("flows/home-branch.yaml", "flow: [home-branch\nversion: 1\n"),
            ],
            effects: "effects: {issue: {outcomes: {done: }}}"
        ).problems
        #expect(!problems.contains { $0.code == "E23" })
        #expect(problems.contains { $0.range.file == "flows/home-branch.yaml" })
    }

    @Test func `a flow that no file has is said to be missing`() {
        let problems = FlowFiles.read(
            [("flows/card.yaml", Self.caller(Self.call)), ("flows/homes.yaml", "flow: [")],
            effects: "effects: {issue: {outcomes: {done: }}}"
        ).problems
        #expect(problems.contains { $0.code == "E23" })
    }

    @Test func `a project says whether flows were left out`() {
        let whole = FlowFiles.read("flow: a\nversion: 1\nsteps: [{step: done, end: done}]").project
        let broken = FlowFiles.read("flow: a\nversion: 1\nsteps: [{step: done, ned: done}]").project
        #expect(whole.isWhole && !broken.isWhole)
    }
}
