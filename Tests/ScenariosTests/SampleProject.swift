import Documents
import Flows
import Localization
import Sessions
import Testing
import YAML

@testable import Scenarios

/// A small project in memory: one flow with a letter, a limit, timers, rules and a secret, in two languages.
struct SampleProject {
    let flow: FlowDefinition
    let catalogs: Catalogs

    static let flowText = """
        flow: example
        version: 1
        expires: {after: 7d, goto: gone}
        input: {nick: {type: text, optional: true}}
        fields:
          - email: {type: email}
          - proof: {type: captcha}
          - animal: {type: choice, of: [cat, {dog: 'email == "d@example.org"'}]}
          - born: {type: date, rules: {in_the_past: value < today}}
          - pin:
              type: secret
              use: new
              repeat: true
              length: {min: 4, max: 8}
              rules: {digits_only: 'value.matches("^[0-9]+$")'}
          - pets:
              type: list
              count: 2
              of: {name: {type: name}, word: {type: secret, use: new}}
              rules: {different: 'value.all(a, value.exists_one(b, b.name == a.name))'}
        steps:
          - step: start
            ask: [email, proof]
          - step: look_up
            call: find
            events: {found: check, unavailable: trouble}
          - step: check
            send:
              - {mail: confirm, link: confirmed, unless: is_known, limit: {times: 2, apart: 60s, per: [session, email], within: 24h}}
              - {mail: known, if: is_known, limit: {times: 2, apart: 60s, per: [session, email], within: 24h}}
            events: {confirmed: about, resend: check, change: start}
            after: {24h: late}
          - step: late
            events: {again: look_up}
          - step: about
            back: never
            ask: [animal, born]
            next:
              - {if: 'animal == "dog"', goto: done}
              - {else: secrets}
          - step: secrets
            ask: [pin, pets]
          - step: look
            review: all
          - step: done
            end: done
          - step: trouble
            events: {retry: look_up}
            after: {24h: gone}
          - step: gone
            end: gone
        """

    static let effects = """
        effects:
          find:
            needs: [email]
            outcomes:
              found: {gives: {is_known: {type: bool}}}
        """

    static let english = """
        example:
          title: Example
          start:
            title: Begin
          look_up:
            title: Looking
          check:
            title: "Look into {email}"
            resend: Send again
            change: Change
          late:
            title: Too late
            again: Again
          about:
            title: About you
          secrets:
            title: Secrets
          look:
            title: Look through
          done:
            title: Done
          trouble:
            title: Trouble
            retry: Try again
          gone:
            title: Gone
          email:
            label: Mail
          proof:
            label: Proof
          animal:
            label: Animal
            option:
              cat: Cat
              dog: Dog
          born:
            label: Born
            error:
              in_the_past: The day is to come.
          pin:
            label: Pin
            error:
              digits_only: Digits only.
          pets:
            name:
              label: Name
            word:
              label: Word
            error:
              different: Two names.
        mail:
          sender: Example
          confirm:
            subject: Confirm
            body: "Open {link}"
          known:
            subject: Known
            body: You are known.
        error:
          missing: Nothing here.
          captcha:
            wrong: Wrong.
          email:
            no_at: No at sign.
          secret:
            too_short: Too short.
            mismatch: Not the same.
        refused:
          stale: Too late.
          not_here: Not here.
          no_way_back: No way back.
          ended: It has ended.
          too_soon: Too soon.
          used_up: Used up.
          used: Used.
          expired: Expired.
          superseded: A newer one.
          forged: No such link.
          code_needed: A code is needed.
          wrong_code: Another code.
          too_many_tries: Too many codes.
          continued_elsewhere: It goes on elsewhere.
        captcha:
          question:
            one: One?
        answer:
          kept: kept
          passed: passed
          true: "Yes"
          false: "No"
        input:
          yes: "yes"
          no: "no"
        """

    /// The same words, each with a mark, as another language.
    static var russian: String {
        english.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.replacing("Digits only.", with: "Только цифры.")
                .replacing("Begin", with: "Начало")
        }.joined(separator: "\n")
    }

    init(
        flow: String = Self.flowText,
        effects: String = Self.effects,
        english: String = Self.english,
        russian: String = Self.russian
    ) throws {
        let (project, problems) = FlowProject.read(
            flows: [try Self.file("flows/example.yaml", flow)],
            effects: try Self.file("flows/effects.yaml", effects),
            hash: { _ in "hash" }
        )
        let errors = problems.filter { $0.severity == .error }.map(\.message)
        try #require(errors.isEmpty, "\(errors)")
        self.flow = try #require(project.flows.first)
        catalogs = Catalogs([
            try Self.catalog("en", english), try Self.catalog("ru", russian),
        ])
    }

    /// Everything that scenarios are played in.
    func stage() -> Stage {
        Stage(
            flows: [flow],
            catalogs: catalogs,
            documents: DocumentLibrary([], source: LanguageTag("en"))
        )
    }

    /// A scenario file as a tree.
    func root(_ text: String) throws -> DocumentNode? {
        let source = SourceText(path: "flows/scenarios/example.yaml", text: text)
        let (root, problems) = YAMLReader.read(source)
        try #require(problems.isEmpty, "\(problems.map(\.message))")
        return root
    }

    /// Reads a scenario file.
    func read(_ text: String) throws -> ScenarioReader {
        ScenarioReader(try #require(try root(text)), flows: [flow], catalogs: catalogs)
    }

    /// The scenarios of a file without findings.
    func scenarios(_ text: String) throws -> [Scenario] {
        let reader = try read(text)
        let problems = reader.problems.map { "\($0.range.start.line): \($0.message)" }
        try #require(problems.isEmpty, "\(problems)")
        return reader.scenarios
    }

    /// Plays a file.
    func play(
        _ text: String,
        _ settings: ScenarioSuite.Settings = .init()
    ) throws -> SuiteResult {
        ScenarioSuite(on: stage(), settings).play(try scenarios(text))
    }

    private static func file(_ path: String, _ text: String) throws -> ProjectFile {
        let source = SourceText(path: path, text: text)
        let (root, problems) = YAMLReader.read(source)
        try #require(problems.isEmpty, "\(problems.map(\.message))")
        return ProjectFile(source: source, root: root)
    }

    private static func catalog(_ language: String, _ text: String) throws -> Catalog {
        let source = SourceText(path: "locales/\(language).yaml", text: text)
        let (root, problems) = YAMLReader.read(source)
        try #require(problems.isEmpty, "\(problems.map(\.message))")
        let (catalog, found) = Catalog.load(
            try #require(root),
            language: LanguageTag(language),
            source: source
        )
        let errors = found.filter { $0.severity == .error }.map(\.message)
        try #require(errors.isEmpty, "\(errors)")
        return catalog
    }
}

/// Scenario files for the sample project.
enum ScenarioTexts {
    /// A file with one scenario of these entries.
    static func one(_ entries: String, given: String = "") -> String {
        "flow: example\n" + given + "scenarios:\n  it:\n"
            + entries.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n") + "\n"
    }

    /// The way to the step that waits for the link.
    static let toCheck = "- when: {submit: {email: a@example.org, proof: pass}}\n"
    /// The way behind the link.
    static let toAbout = toCheck + "- when: {open_link: mail.confirm}\n"
    /// The way to the secrets.
    static let toSecrets = toAbout + "- when: {submit: {animal: cat, born: 1990-03-27}}\n"
}
