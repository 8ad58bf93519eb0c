import Answers
import Flows
import Foundation
import Localization
import Screens
import Testing

@testable import Mail
@testable import Sessions
@testable import paifang

/// The sign-up with one text in all its fields, as each outlet shows it.
///
/// A class, since a walk is one.
final class OutletBench {
    private let home: CommandHome
    private let service: Service
    private let walk: Walk
    /// The fields that are typed in letters, in slot order.
    let typed: [FieldName]
    /// The forms that ask one of them.
    let forms: [StepName]
    let review: StepName = "check_answers"

    init(_ language: String) throws {
        home = try CommandHome(speaking: .all)
        service = try SampleService(in: home).service
        let session = try service.engine.begin(
            "wallet-signup",
            input: [:],
            locale: language,
            zone: "Europe/Prague"
        )
        walk = Walk(session, engine: service.engine, surroundings: service.surroundings)
        let definition = session.machine.definition
        let fields = definition.fields.filter { $0.origin == .asked && $0.isTyped }
        typed = fields.map(\.name)
        forms = definition.steps.filter { step in
            step.asked.contains { definition.fields[$0].isTyped }
        }.map(\.name)
    }

    private var definition: FlowDefinition { walk.definition }

    /// Puts a text into all fields; gives those that the screen of the step shows.
    func show(_ text: String, at step: StepName, isRefused: Bool) throws -> Set<FieldName> {
        let index = try #require(definition.steps.firstIndex { $0.name == step })
        var state = walk.session.state
        state.step = index
        state.deadlines = []
        state.trail = definition.steps.indices.filter { !definition.steps[$0].asked.isEmpty }
        state.finished = state.trail
        var input = ScreenInput()
        for (slot, field) in definition.fields.enumerated() where typed.contains(field.name) {
            state.fields[slot] = isRefused ? nil : .text(text)
            guard isRefused else { continue }
            let path = AnswerPath(field.name)
            input.problems[path] = FieldProblem(field: field.name, reason: .missing)
            input.rejected[path] = text
        }
        walk.session.state = state
        walk.input = input
        return Set(walk.screen.fields.map(\.path.field)).intersection(typed)
    }

    /// The lines of the whole page in a terminal of 80 columns.
    func drawn() -> [String] {
        let size = TerminalSize(columns: 80, rows: 24)
        let snapshot = WalkSnapshot(of: walk)
        let page = ScreenPage.page(snapshot, WalkInput(on: snapshot), size)
        return page.lines.map { $0.escaped(inColor: false) }
    }

    /// The lines of the form as it is told line by line.
    func told() -> [String] {
        let lines = FakeLines([])
        let plain = PlainWalk(of: walk, on: lines)
        let fields = plain.screen.fields
        for (number, field) in fields.enumerated() {
            plain.tell(field, number: number + 1, of: fields.count)
            if let shown = field.shown ?? field.rejected { plain.say(shown) }
        }
        return lines.written.split(separator: "\n").map(String.init)
    }

    /// What the run says at its end.
    var summary: RunSummary { RunSummary(walk: walk, catalogs: service.project.catalogs) }

    /// The same, if nothing of it were personal.
    var publicSummary: RunSummary {
        var open = definition
        for slot in open.fields.indices { open.fields[slot].isPersonal = false }
        let session = LiveSession(
            record: walk.session.record,
            cipher: walk.session.cipher,
            machine: FlowMachine(open, formats: AnswerFormats()),
            state: walk.state
        )
        let copy = Walk(session, engine: service.engine, surroundings: service.surroundings)
        return RunSummary(walk: copy, catalogs: service.project.catalogs)
    }

    /// A letter that says a text beside the name of every field.
    func letter(saying text: String) -> Letter {
        let labels = typed.map {
            service.surroundings.words(MessageKey("field.\($0).label"), in: walk.language)
        }
        return Letter(
            id: "ab12.3.0",
            recipient: "anna@example.cz",
            senderName: text,
            subject: "Paifang \(text)",
            paragraphs: labels.map { .text("\($0): \(text)") } + [.code(text)],
            language: walk.language.rawValue,
            writtenAt: 1_767_323_045_678
        )
    }
}

extension FieldDefinition {
    /// Whether its answer is typed in letters, and kept as they are.
    fileprivate var isTyped: Bool {
        switch type {
        case .text, .name, .email, .phone, .postcode, .document, .country: true
        default: false
        }
    }
}

/// A letter as it was sent, taken to pieces by a reader of its own.
struct OutletLetter {
    let headers: [String]
    let tags: [String]
    let lines: [String]

    init(_ letter: Letter) throws {
        let bytes = try MIMELetter(letter, sender: "no-reply@paifang.invalid").encoded()
        let head = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
        headers = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }
            .map { String($0.prefix { $0 != ":" }) }
        let html = LetterPage.html(of: letter)
        // By scalars, as a browser reads: a mark behind a tag's end belongs to the text.
        tags = html.unicodeScalars.split(separator: "<", omittingEmptySubsequences: false)
            .dropFirst().map { String($0.prefix { $0 != ">" }) }.filter { $0 != "br" }
        lines =
            (LetterText.text(of: letter) + head.replacing("\r\n", with: "\n") + html)
            .split { $0 == "\n" || $0 == "\t" }.map(String.init)
    }
}
