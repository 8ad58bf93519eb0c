import Flows
import Foundation
import Localization
import Screens
import Testing

/// The wallet sign-up with its own words: every screen on the way, in every language.
@Suite("Screens of the project")
struct ProjectScreensTests {
    static let languages = ["en", "ru", "zh", "id", "cs"]

    @Test(arguments: languages)
    func `every screen of the wallet sign-up has all its words`(language: String) throws {
        let catalogs = try Self.catalogs()
        let screens = try Self.screens(catalogs, language)
        #expect(screens.count == 14)
        for screen in screens {
            for words in Self.words(of: screen) {
                #expect(!words.isMissing, "\(screen.step): \(words.text)")
                #expect(!words.isFallback, "\(screen.step): \(words.text)")
                #expect(!words.text.contains("⟦"), "\(screen.step): \(words.text)")
                // An argument that a message uses and nobody gave would stand in braces.
                #expect(!words.text.contains("{"), "\(screen.step): \(words.text)")
            }
        }
    }

    @Test func `no word on a screen comes from anywhere but the locale files`() throws {
        let catalogs = try Self.catalogs().pseudo()
        for screen in try Self.screens(catalogs, "en-XA") {
            for words in Self.words(of: screen) where words.text.contains(where: \.isLetter) {
                #expect(words.text.hasPrefix("⟦"), "\(screen.step): \(words.text)")
                #expect(!words.isMissing, "\(screen.step): \(words.text)")
            }
        }
    }

    /// The screens of one person for whom all goes well, first to last.
    private static func screens(_ catalogs: Catalogs, _ language: String) throws -> [Screen] {
        let machine = try ScreenWalk.machine(
            text("flows/wallet-signup.yaml"),
            fields: text("flows/fields.yaml"),
            effects: text("flows/effects.yaml")
        )
        let now: Int64 = 1_700_000_000_000
        var walk = try ScreenWalk(machine, catalogs, locale: language, now: now)
        let secret = FieldValue.sealed(SecretReference("s"))
        let consent = { (document: String) in
            FieldValue.consent(
                Consent(document: document, version: 1, at: now, locale: language)
            )
        }
        let forms: [[FieldName: FieldValue]] = [
            [
                "gender": .text("female"), "given_name": .text("Ольга"),
                "family_name": .text("Воронцова"), "birth_date": .date(milliseconds: 0),
                "citizenship": .text("RU"),
            ], ["document_type": .text("passport"), "document_number": .text("1234 567890")],
            [
                "region": .text("Москва"), "city": .text("Москва"), "street": .text("Улица 1"),
                "postcode": .text("101000"),
            ], ["mobile": .text("+79161234567"), "landline": .text("+79161234567")],
            [
                "payment_password": secret,
                "security_answers": .list([
                    [.text("first_pet"), secret], [.text("first_job"), secret],
                    [.text("birth_city"), secret],
                ]),
            ], ["terms": consent("service-terms"), "refund_to_wallet": .bool(true)], [:],
        ]
        var screens = [try walk.screen]
        try walk.submit()
        screens.append(try walk.screen)
        try walk.submit([
            "email": .text("olga@example.ru"), "captcha": .passed,
            "agreement": consent("user-agreement"),
        ])
        walk.input = ScreenInput()
        screens.append(try walk.screen)
        try walk.end("answered", ["is_known": .bool(false)])
        walk.input.history = [2: SendHistory(inWindow: [now], last: now)]
        screens.append(try walk.screen)
        try walk.take(
            .pressed(visit: walk.state.visit, event: "resend"),
            history: walk.input.history
        )
        screens.append(try walk.screen)
        try walk.take(.linkOpened(hash: walk.state.links[0].hash))
        for answers in forms {
            screens.append(try walk.screen)
            try walk.submit(answers)
        }
        screens.append(try walk.screen)
        try walk.end("done", ["account_id": .text("7")])
        screens.append(try walk.screen)
        #expect(screens.last?.kind == .end)
        return screens
    }

    private static func words(of screen: Screen) -> [Words] {
        var words = [screen.flowTitle, screen.title] + screen.notices
        words += [screen.intro, screen.help, screen.advice].compactMap(\.self)
        words += screen.buttons.map(\.words) + screen.offers.map(\.words)
        for field in screen.fields {
            words.append(field.label)
            words += [field.hint, field.warning, field.problem, field.offer?.words]
                .compactMap(\.self)
            switch field.control {
            case .choice(let options), .yesNo(let options), .consent(_, _, let options):
                words += options.map(\.words)
            case .captcha(let question): words.append(question)
            case .line, .country, .secret: break
            }
        }
        return words
    }

    private static func catalogs() throws -> Catalogs {
        Catalogs(try languages.map { try ScreenWalk.catalog($0, text("locales/\($0).yaml")) })
    }

    private static func text(_ path: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
