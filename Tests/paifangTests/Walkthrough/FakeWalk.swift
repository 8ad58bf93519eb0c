import Flows
import Localization
import Screens
import Sessions

/// A walk through a small sign-up that needs nothing: two forms, a letter, a review, an end.
///
/// A class, since a front end holds a walk by reference.
final class FakeWalk: WalkFace {
    enum Stage: Int {
        case personal, secure, waiting, review, working, end
    }

    var stage = Stage.personal
    var language: LanguageTag
    let languages = SampleWords.languages
    let sessionID = SessionID("7c1e")
    let zone = "UTC"
    var now: Int64 = 1_790_000_000_000
    var answers: [FieldName: String] = [:]
    var rejected: [FieldName: String] = [:]
    var problems: [FieldName: String] = [:]
    var secrets: [[String]] = []
    var opened: [String] = []
    var pressed: [EventName] = []
    var changed: [FieldName] = []
    var refusal: String?
    /// Fields whose answer was cleared.
    var cleared: Set<FieldName> = []
    /// Whether the letter can be sent again now.
    var isReady = false
    var sendsLeft = 3
    var captcha = 1
    /// Whether the first form asks a code too.
    var asksCode = false
    /// What the next action fails with.
    var failure: MessageKey?
    /// What the next look brings.
    var movesBy: Stage?
    var hostile: String?
    /// What the answer to a field is replied with, once: meanwhile the walk was led to the letter.
    var leadsAway: (at: FieldName, reply: WalkReply)?
    private var changing = false
    private var madeFormats: [LanguageTag: RegionalFormats] = [:]

    init(_ language: String = "en", at stage: Stage = .personal) {
        self.language = LanguageTag(language)
        self.stage = stage
    }

    var letterPlace: String? { stage == .waiting ? "/home/olga/outbox/1.eml" : nil }
    var mailbox: Inbox? {
        stage == .waiting
            ? Inbox(name: "Gmail", address: "https://mail.google.com/", domains: ["gmail.com"])
            : nil
    }
    var canOpenOwnLink: Bool { stage == .waiting }
    var lastLetter: Letter? {
        guard stage == .waiting else { return nil }
        return Letter(
            id: "1",
            recipient: "olga@gmail.com",
            senderName: "Paifang",
            subject: say("Confirm your address", "Подтвердите адрес", "请确认您的邮箱"),
            paragraphs: [
                .text(say("Open this link.", "Откройте ссылку.", "请打开链接。")),
                .code("paifang open"), .link("k3Jq0yXf1sB7zL9wQe4RtU"),
            ],
            language: language.rawValue,
            writtenAt: now
        )
    }

    func answer(_ raw: String, at path: AnswerPath) -> WalkReply {
        if let failed = take() { return failed }
        let field = path.field
        if let leadsAway, leadsAway.at == field {
            stage = .waiting
            return leadsAway.reply
        }
        let reason: String?
        switch field {
        case "birth_date" where raw.hasPrefix("31"): reason = "no_such_day"
        case "citizenship" where countryMatches(raw).isEmpty && !codes.contains(raw):
            reason = "unknown"
        case "agreement" where raw != "true": reason = "missing"
        case "sms_code" where raw != "123456": reason = "wrong"
        default: reason = raw.isEmpty ? "missing" : nil
        }
        problems[field] = reason
        rejected[field] = reason == nil || field == "sms_code" ? nil : raw
        guard reason == nil else { return .problem }
        answers[field] = raw
        return .accepted
    }

    func answer(secret: String, repeated: String?, at path: AnswerPath) -> WalkReply {
        if let failed = take() { return failed }
        secrets.append([secret] + (repeated.map { [$0] } ?? []))
        problems[path.field] =
            secret.isEmpty ? "missing" : repeated.map { $0 == secret ? nil : "mismatch" } ?? nil
        guard problems[path.field] == nil else { return .problem }
        answers[path.field] = "kept"
        return .accepted
    }

    func check(secret: String, at path: AnswerPath) -> WalkReply {
        if let failed = take() { return failed }
        let reasons = ["weak": "weak", "123": "missing"]
        problems[path.field] = reasons[secret]
        return problems[path.field] == nil ? .accepted : .problem
    }

    func withdraw(at path: AnswerPath) {
        problems[path.field] = nil
        rejected[path.field] = nil
    }

    func submit() -> WalkReply {
        if let failed = take() { return failed }
        for name in asked where answers[name] == nil && name != "refund" {
            problems[name] = "missing"
        }
        guard problems.isEmpty else { return .problem }
        if changing {
            changing = false
            stage = .review
        } else {
            stage = Stage(rawValue: stage.rawValue + 1) ?? .end
            if stage == .working { stage = .end }
        }
        return .moved
    }

    func press(_ event: EventName) -> WalkReply {
        if let failed = take() { return failed }
        pressed.append(event)
        if isReady {
            sendsLeft -= 1
            return .accepted
        }
        refusal = say("Too early.", "Слишком рано.", "太早了。")
        return .refused
    }

    func goBack() -> WalkReply {
        guard stage.rawValue > 0, stage != .end else { return .refused }
        stage = Stage(rawValue: stage.rawValue - 1) ?? .personal
        return .moved
    }

    func change(_ path: AnswerPath) -> WalkReply {
        changing = true
        changed.append(path.field)
        stage = .personal
        return .moved
    }

    func choose(language: LanguageTag) { self.language = language }

    func openLink(_ text: String) -> WalkReply {
        opened.append(text)
        guard text.contains("k3Jq0yXf") else {
            refusal = say("No such link.", "Такой ссылки нет.", "没有这个链接。")
            return .refused
        }
        stage = .review
        return .moved
    }

    func openOwnLink() -> WalkReply { openLink("k3Jq0yXf1sB7zL9wQe4RtU") }

    func refresh() -> Bool {
        guard let next = movesBy else { return false }
        movesBy = nil
        stage = next
        return true
    }

    func anotherCaptcha() { captcha += 1 }

    /// Whether the document stands in for a translation that is being renewed.
    var isRenewed = false

    func document(_ name: String) -> LegalDocument? {
        let points = (1...30).map { "## \($0)\n\nPoint \($0) of the agreement.\n" }
        let text = "# Agreement\n\n- You may leave.\n\n" + points.joined()
        let document = LegalDocument.parse(Array(text.utf8), version: 1, language: language)
        return isRenewed ? document?.standingIn(for: language) : document
    }

    let codes = ["CN", "CZ", "DE", "ID", "RU"]

    /// How the present language writes; sorting all countries once a language is enough.
    var formats: RegionalFormats {
        if let made = madeFormats[language] { return made }
        let made = RegionalFormats(language)
        madeFormats[language] = made
        return made
    }

    func countryMatches(_ raw: String) -> [String] {
        let formats = formats
        return codes.filter {
            (formats.countryName($0) ?? "").lowercased().contains(raw.lowercased())
        }
    }

    func words(_ key: MessageKey, _ arguments: [String: MessageArgument]) -> Words {
        if key == "failure.store" {
            return Words(text: say("Disk full.", "Диск полон.", "磁盘已满。"), language: language)
        }
        return SampleWords.catalogs.words(key, arguments, in: language, zone: zone)
    }

    /// The words of the present language.
    func say(_ english: String, _ russian: String, _ chinese: String) -> String {
        switch language.rawValue {
        case "ru": russian
        case "zh": chinese
        default: english
        }
    }

    private func take() -> WalkReply? {
        refusal = nil
        defer { failure = nil }
        return failure.map { .failed($0) }
    }
}

extension FakeWalk {
    static let stages: [Stage] = [.personal, .secure, .waiting, .review, .working, .end]
}
