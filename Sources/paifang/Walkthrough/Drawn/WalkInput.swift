import Flows
import Localization
import Screens

/// What a person has done on a screen and that is not an answer yet.
///
/// No language is in it, so that another language changes nothing.
struct WalkInput {
    /// Something that covers the screen for a while.
    enum Overlay: Hashable {
        /// The languages, and the one that would be chosen.
        case languages(LanguageTag)
        /// Help, about a field where one is being filled.
        case help(AnswerPath?)
        /// A document that can be accepted.
        case document(String)
        /// The last letter.
        case letter
    }

    let step: StepName
    let visit: Int
    /// What the next key is for; `nil` where there is nothing, or a number was typed that no row has.
    var focus: WalkRow?
    /// What was typed at fields.
    var entries: [AnswerPath: FieldEntry] = [:]
    /// The field that was just answered, and for which another spelling is suggested: Tab takes it.
    var suggested: AnswerPath?
    /// A link that is being typed.
    var link = LineEditor()
    var overlay: Overlay?
    /// The number of a row as far as its digits were typed.
    var number = 0
    /// The first line that is shown; `nil` where the focus decides.
    var scroll: Int?
    /// What the service could not do.
    var failure: MessageKey?
    /// What has just been done.
    var success: ChromeKey?
    /// Whether what is said at the top must be seen, wherever the pointer stands.
    var isTelling = false

    /// Begins on a screen: at the place that was asked for, else at the top, or at Continue where
    /// everything is answered.
    ///
    /// - Parameters:
    ///   - snapshot: What there is to see.
    ///   - path: The field that was asked for.
    ///   - isResumed: Whether the walk begins here: then at what is missing.
    init(on snapshot: WalkSnapshot, at path: AnswerPath? = nil, isResumed: Bool = false) {
        step = snapshot.screen.step
        visit = snapshot.screen.visit
        let rows = snapshot.rows
        if let path, rows.contains(.field(path)) {
            focus = .field(path)
        } else {
            let open = Self.firstOpen(of: snapshot)
            let isComplete = snapshot.screen.kind == .form && open == nil
            focus = isComplete ? .proceed : (isResumed ? open : nil) ?? rows.first
        }
    }

    /// Whether this belongs to a screen.
    func belongs(to screen: Screen) -> Bool { step == screen.step && visit == screen.visit }

    /// What was typed at a field, or the answer that it begins with.
    func entry(of field: ScreenField) -> FieldEntry {
        guard var entry = entries[field.path] else { return FieldEntry(of: field) }
        entry.follow(field)
        return entry
    }

    /// The first field with a problem, else the first without an answer.
    static func firstOpen(of snapshot: WalkSnapshot) -> WalkRow? {
        guard snapshot.screen.kind == .form else { return nil }
        let fields = snapshot.screen.fields.filter { !$0.isFixed }
        let field = fields.first { $0.problem != nil } ?? fields.first { !$0.isAnswered }
        return field.map { .field($0.path) }
    }
}
