import Foundation
import SQLiteStorage
import Testing

/// Effects of one's own, which nobody provides in a walk that is tried out.
@Suite("Effects in paifang run")
struct EffectTests {
    /// A project whose flow calls an effect that only its own host would know.
    private func project(_ home: CommandHome) async throws -> String {
        #expect(try await home.run(["init", "library"], in: .untold).status == 0)
        for file in [
            "flows/registration.yaml", "flows/scenarios/registration.yaml", "locales/ru.yaml",
            "locales/zh.yaml", "locales/id.yaml", "locales/cs.yaml",
        ] {
            try FileManager.default.removeItem(atPath: "\(home.path)/library/\(file)")
        }
        try home.write(Self.effects, to: "library/flows/effects.yaml")
        try home.write(Self.flow, to: "library/flows/card.yaml")
        try home.write(Self.inner, to: "library/flows/pick-up.yaml")
        for (file, text) in [("en", Self.words), ("messages", Self.descriptions)] {
            let path = "\(home.path)/library/locales/\(file).yaml"
            let old = String(decoding: try CommandHome.bytes(path), as: UTF8.self)
            let kept =
                file == "en" ? old.replacing(/(?s)^registration:\n.*?\n(?=\S)/, with: "") : old
            try home.write(kept + "\n" + text, to: "library/locales/\(file).yaml")
        }
        try home.write("full_name: Jana Nováková\nhome.size: small\n", to: "library/answers.yaml")
        return home.path + "/library"
    }

    private func walk(
        _ home: CommandHome,
        _ project: String,
        _ more: [String] = []
    ) async throws -> CommandResult {
        let answers = ["--answers", project + "/answers.yaml", "--no-input"]
        return try await home.run(["run", "card"] + answers + more, in: .folder(project))
    }

    @Test func `an effect that nobody provides ends well, with samples, and says so once`()
        async throws
    {
        let home = try CommandHome()
        let project = try await project(home)
        let result = try await walk(home, project, ["--json"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.json?["outcome"] as? String == "issued")
        let fields = result.json?["fields"] as? [String: Any]
        #expect(fields?["card_number"] as? String == "sample")
        #expect(
            result.errors == """
                paifang: nobody provides the effect `issue_card` here, so it ended as `done`, with samples; \
                --effect issue_card=OUTCOME chooses another
                paifang: nobody provides the effect `pick_up` here, so it ended as `kept`, with samples; \
                --effect pick_up=OUTCOME chooses another

                """
        )
    }

    @Test func `quietly, nothing is said about it`() async throws {
        let home = try CommandHome()
        let project = try await project(home)
        let result = try await walk(home, project, ["-q"])
        #expect(result.status == 0 && result.errors.isEmpty)
    }

    @Test func `how it ends can be chosen, also as unavailable, for one call after another`()
        async throws
    {
        let home = try CommandHome()
        let project = try await project(home)
        let refused = try await walk(home, project, ["--effect", "issue_card=declined"])
        #expect(refused.output.contains("outcome declined"))
        #expect(
            refused.errors.contains("the effect `issue_card` ended as `declined`, as was chosen")
        )
        let lost = try await walk(home, project, ["--effect", "issue_card=unavailable"])
        #expect(lost.status == 2 && lost.errors.contains("the walk waits at trouble"))
        // The walk is gone on with line by line: the button asks the host again.
        let again = try await home.run(
            ["run", "--resume", "--plain", "--effect", "issue_card=unavailable"]
                + ["--effect", "issue_card=done"],
            input: Array("1\n1\nsmall\n".utf8),
            in: .folder(project)
        )
        #expect(again.status == 0, "\(again.output)\(again.errors)")
    }

    @Test func `an effect of a flow that is run has two names`() async throws {
        let home = try CommandHome()
        let project = try await project(home)
        for name in ["pick_up", "home.pick_up"] {
            let result = try await walk(home, project, ["--effect", name + "=unavailable"])
            #expect(result.output.contains("outcome not_kept"), "\(name)")
        }
    }

    @Test(arguments: [
        ("issue_card", "--effect takes EFFECT=OUTCOME"),
        ("isue_card=done", "no effect isue_card; did you mean issue_card?"),
        (
            "issue_card=don",
            "no outcome don; did you mean done?  (there are: done declined unavailable)"
        ),
    ])
    func `what can't be chosen says what can`(pair: String, words: String) async throws {
        let home = try CommandHome()
        let project = try await project(home)
        let result = try await walk(home, project, ["--effect", pair])
        #expect(result.status == 64)
        #expect(result.errors.contains(words))
    }

    @Test func `outside a sandbox it is unavailable, which says why, and nothing is chosen`()
        async throws
    {
        let home = try CommandHome()
        let project = try await project(home)
        let first = ["--db", home.path + "/else.db"]
        #expect(try await walk(home, project, first).status == 0)
        try FileManager.default.createDirectory(
            atPath: home.dataFolder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try FileManager.default.copyItem(atPath: home.path + "/else.key", toPath: home.keyFile)
        _ = try SQLiteStore(path: home.database, sandboxIfNew: false)
        let result = try await home.run(
            ["run", "card", "--plain"],
            input: Array("Jana Nováková\n\n".utf8),
            in: .folder(project)
        )
        #expect(
            result.errors.contains(
                "nobody provides the effect `issue_card` here, so it is `unavailable`: only a sandbox"
            )
        )
        let chosen = try await home.run(
            ["run", "card", "--plain", "--effect", "issue_card=done"],
            in: .folder(project)
        )
        #expect(chosen.status == 2)
        #expect(chosen.errors.contains("how effects end can be chosen in a sandbox database only"))
    }

    // MARK: - What one flow knows of another

    @Test func `eval refuses what check refuses, and knows a step of a flow that is run`()
        async throws
    {
        let home = try CommandHome()
        let project = try await project(home)
        let at = { (step: String, text: String) in
            try await home.run(
                ["eval", text, "--flow", "card", "--step", step],
                in: .folder(project)
            )
        }
        let outer = try await at("issued", "home.shelf == 3")
        #expect(outer.status == 1)
        #expect(outer.errors.contains("error[E11]: `home` is the step that runs `pick-up`"))
        let choice = try await at("home.keep", "size == 'small'")
        #expect(choice.errors.contains(#"give one: --given '{"size": "big"}'"#), "\(choice.errors)")
        let inner = try await at("home.kept", "shelf == 3")
        #expect(inner.errors.contains("needs a value here"))
        let flow = Self.flow.replacing("home, run", with: "home, x: 1, run")
        try home.write(flow, to: "library/flows/card.yaml")
        let check = try await home.run(["check", "--format", "short"], in: .folder(project))
        #expect(check.output.split(separator: "\n").count == 1, "\(check.output)")
        #expect(check.output.contains("[E30]"))
    }

    // MARK: - The project

    private static let effects = """
        effects:
          issue_card:
            needs: [full_name]
            outcomes:
              done: {gives: {card_number: text}, success: true}
              declined:
          pick_up:
            outcomes:
              kept: {gives: {shelf: {type: integer, min: 3}}}
        """

    private static let flow = """
        flow: card
        version: 1
        expires: {after: 7d, goto: declined}
        fields: [full_name]
        steps:
          - {step: start, ask: [full_name]}
          - step: issue
            call: issue_card
            events: {done: home, declined: declined, unavailable: trouble}
          - {step: trouble, events: {try_again: issue}}
          - {step: home, run: pick-up, events: {kept: issued, not_kept: not_kept}}
          - {step: issued, end: issued}
          - {step: not_kept, end: not_kept}
          - {step: declined, end: declined}
        """

    private static let inner = """
        flow: pick-up
        version: 1
        expires: {after: 7d, goto: not_kept}
        fields: [size: {type: choice, of: [big, small]}]
        steps:
          - {step: start, ask: [size]}
          - step: keep
            call: pick_up
            events: {kept: kept, unavailable: not_kept}
          - {step: kept, end: kept}
          - {step: not_kept, end: not_kept}
        """

    private static let words = """
        card:
          title: Card
          start:
            title: Name
          issue:
            title: Wait
          trouble:
            title: Trouble
            try_again: Again
          issued:
            title: "Card {card_number}"
          not_kept:
            title: No shelf
          declined:
            title: Declined
        pick-up:
          title: Pick-up
          start:
            title: Size
          size:
            label: Size
            option:
              big: Big
              small: Small
          keep:
            title: Wait
          kept:
            title: Kept
          not_kept:
            title: Not kept

        """

    private static let descriptions = """
        card.title: The flow.
        card.*.title: Title of a step.
        card.issued.title:
          description: Title of the last step.
          arguments:
            card_number: K-1
        card.trouble.try_again: Button.
        pick-up.title: The flow.
        pick-up.*.title: Title of a step.
        pick-up.size.label: The size of the parcel.
        pick-up.size.option.*: A size.

        """
}
