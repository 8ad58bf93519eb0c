import Localization
import Screens
import Sessions

/// Everything that a front end shows of a walk, taken at one moment.
struct WalkSnapshot {
    var screen: Screen
    let chrome: Chrome
    let language: LanguageTag
    let languages: [LanguageTag]
    let now: Int64
    let letter: Letter?
    let letterPlace: String?
    let mailbox: Inbox?
    let canOpenOwnLink: Bool
    /// The countries that a text may mean, best first.
    let countries: (String) -> [String]
    /// A document that can be accepted.
    let document: (String) -> LegalDocument?

    /// What can be chosen on the screen, in order.
    var rows: [WalkRow] {
        let buttons = screen.buttons.map { WalkRow.button($0.event) }
        switch screen.kind {
        case .form:
            return screen.fields.filter { !$0.isFixed }.map { .field($0.path) } + [.proceed]
                + buttons
        case .review:
            return screen.fields.filter { !$0.isFixed }.map { .answer($0.path) } + [.proceed]
                + buttons
        case .waiting, .working:
            var rows: [WalkRow] = []
            if canOpenOwnLink { rows.append(.openLink) }
            if screen.timing?.linksExpireAt != nil { rows.append(.pasteLink) }
            if letter != nil, screen.timing != nil { rows.append(.readLetter) }
            return rows + buttons
        case .end:
            return []
        }
    }

    /// Whether nothing has been done yet but on this very screen: where one looks for one's language.
    var isBeginning: Bool {
        screen.kind == .form && screen.progress?.position == 1 && !screen.allowsBack
    }

    /// Whether another letter was sent from the same step.
    func hasSentAgain(since before: WalkSnapshot) -> Bool {
        guard screen.step == before.screen.step, screen.notices.isEmpty,
            let timing = screen.timing, let earlier = before.screen.timing
        else { return false }
        if let left = timing.sendsLeft, let most = earlier.sendsLeft, left < most { return true }
        return letter != nil && letter?.id != before.letter?.id
    }

    /// What to say once it was sent again.
    var sentAgain: ChromeKey {
        letter?.isShortMessage == true ? .messageSentAgain : .letterSentAgain
    }

    /// The field at a place.
    func field(_ path: AnswerPath) -> ScreenField? { screen.fields.first { $0.path == path } }

    /// How far the walk has come, 0 to 1: the steps behind, and the answers on this one.
    var fraction: Double? {
        guard let progress = screen.progress, progress.count > 0 else { return nil }
        let asked = screen.kind == .form ? screen.fields.count : 0
        let given = screen.fields.count { $0.isAnswered }
        let here = asked > 0 ? Double(given) / Double(asked) : 0
        return min(1, max(0, (Double(progress.position - 1) + here) / Double(progress.count)))
    }
}

extension WalkSnapshot {
    /// Takes what there is to see.
    init(of face: any WalkFace) {
        screen = face.screen
        chrome = Chrome { [unowned face] in face.words($0, $1) }
        language = face.language
        languages = face.languages
        now = face.now
        letter = face.lastLetter
        letterPlace = face.letterPlace
        mailbox = face.mailbox
        canOpenOwnLink = face.canOpenOwnLink
        countries = { [unowned face] in face.countryMatches($0) }
        document = { [unowned face] in face.document($0) }
    }
}
