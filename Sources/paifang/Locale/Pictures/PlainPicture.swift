import Flows
import Localization
import Screens
import Sessions

/// A screen as the walk line by line tells it, with some lines typed.
enum PlainPicture {
    /// What is typed: commands, a word that means nothing, and answers.
    private static let script = [
        ":help", ":lang", ":xyz", ":another", "", "?", "xyz", "1", "=", ":99", ":read", "x", "x",
    ]

    /// The lines that are written, each cut at the edge as a terminal does.
    static func lines(of snapshot: WalkSnapshot, columns: Int) -> [String] {
        let lines = ScriptedLines(script)
        var walk = PlainWalk(of: StandingWalk(snapshot), on: lines)
        _ = walk.run()
        return lines.written.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { DisplayWidth.wrap(String($0), width: columns) }
    }
}

/// Lines that are typed one after the other, and what is written.
///
/// A class, since a walk holds its lines by reference.
private final class ScriptedLines: LineSource {
    let isEchoing = false
    private(set) var written = ""
    private var rest: ArraySlice<String>

    init(_ lines: [String]) { rest = lines[...] }

    func write(_ text: String) { written += text }

    func next(within milliseconds: Int, isHidden: Bool) -> LineInput {
        rest.popFirst().map { .line($0) } ?? .ended
    }

    func pause(milliseconds: Int) -> LineInput { .ended }
}

/// A walk that stands still: it takes every answer and goes nowhere.
///
/// A class, as every walk is.
private final class StandingWalk: WalkFace {
    private let snapshot: WalkSnapshot

    init(_ snapshot: WalkSnapshot) { self.snapshot = snapshot }

    var screen: Screen { snapshot.screen }
    var languages: [LanguageTag] { snapshot.languages }
    var language: LanguageTag { snapshot.language }
    var sessionID: SessionID { SessionID("7c1e") }
    var zone: String { "UTC" }
    var now: Int64 { snapshot.now }
    var lastLetter: Letter? { snapshot.letter }
    var letterPlace: String? { snapshot.letterPlace }
    var mailbox: Inbox? { snapshot.mailbox }
    var canOpenOwnLink: Bool { snapshot.canOpenOwnLink }

    func answer(_ raw: String, at path: AnswerPath) -> WalkReply { .accepted }
    func check(secret: String, at path: AnswerPath) -> WalkReply { .accepted }
    func answer(secret: String, repeated: String?, at path: AnswerPath) -> WalkReply { .accepted }
    func withdraw(at path: AnswerPath) {}
    func submit() -> WalkReply { .refused }
    func press(_ event: EventName) -> WalkReply { .refused }
    func goBack() -> WalkReply { .refused }
    func change(_ path: AnswerPath) -> WalkReply { .refused }
    func choose(language: LanguageTag) {}
    func openLink(_ text: String) -> WalkReply { .refused }
    func openOwnLink() -> WalkReply { .refused }
    func refresh() -> Bool { false }
    func anotherCaptcha() {}
    func document(_ name: String) -> LegalDocument? { snapshot.document(name) }
    func countryMatches(_ raw: String) -> [String] { snapshot.countries(raw) }
    func words(_ key: MessageKey, _ arguments: [String: MessageArgument]) -> Words {
        Words(text: snapshot.chrome.words(key, arguments).text, language: snapshot.language)
    }
}
