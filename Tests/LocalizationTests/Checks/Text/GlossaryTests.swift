import Documents
import Testing
import YAML

@testable import Localization

@Suite("Glossary")
struct GlossaryTests {
    private static let text = """
        terms:
          wallet:
            note: "What people sign up for."
            en: {use: "wallet"}
            ru: {use: "кошелёк", stems: ["кошел"], avoid: ["бумажник", "кошелек"]}
            zh: {use: "钱包", avoid: ["皮夹"]}
            id: {use: "dompet", avoid: ["e-wallet"]}
            cs: {use: "peněženka", avoid: ["portmonk"]}
          password:
            en: {use: "password", avoid: ["PIN"]}
            cs: {use: "heslo", stems: ["hesl"], avoid: ["PIN"]}
          payment-password:
            en: {use: "payment password"}
            cs: {use: "platební heslo", stems: ["platebn"]}
          email:
            en: {use: "email"}
            cs: {use: "e-mail", avoid: ["email"]}
          balance:
            en: {use: "balance"}
            cs: {use: "zůstatek", avoid: ["balanc"]}
          help:
            required: false
            en: {use: "help"}
            ru: {use: "помощь, справка"}
        address:
          ru: {use: "вы", avoid: ["ты"]}
          zh: {use: "您", avoid: ["你"]}
          id: {use: "Anda", avoid: ["kamu", "anda "]}
          cs: {use: "vy", avoid: ["tebe"]}
        keep: ["Paifang Wallet", "USD"]
        """

    private static func load(_ text: String) throws -> (glossary: Glossary, problems: [Diagnostic])
    {
        let (root, problems) = YAMLReader.read(SourceText(path: "glossary.yaml", text: text))
        #expect(problems.isEmpty)
        return Glossary.load(try #require(root))
    }

    private static let cases = [
        TextCase("L130", "ru", "Откройте сумку", english: "Open the wallet"),
        TextCase("L130", "zh", "打开包", english: "Open the wallet"),
        TextCase("L130", "cs", "Otevřít tašku", english: "Open the wallet"),
        TextCase("L114", "ru", "Откройте бумажник", english: "Open the wallet"),
        TextCase("L114", "ru", "Ваш кошелек", english: "Your wallet"),
        TextCase("L114", "zh", "打开皮夹", english: "Open the wallet"),
        TextCase("L114", "id", "Buka e-wallet", english: "Open the wallet"),
        TextCase("L114", "cs", "Zadejte PIN", english: "Type the password"),
        TextCase("L114", "en", "Type the PIN"),
        TextCase("L115", "ru", "Проверь почту", english: "Check your mail"),
        TextCase("L115", "ru", "Мы поможем Вам", english: "We help you"),
        TextCase("L115", "ru", "Итак: Вы готовы", english: "So: you are ready"),
        TextCase("L115", "ru", "Почта — Вы увидите", english: "Mail: you will see"),
        TextCase("L114", "cs", "Váš balance", english: "Your balance"),
        TextCase("L115", "zh", "你好", english: "Hello"),
        TextCase("L115", "id", "Akun anda siap", english: "Your account is ready"),
        TextCase("L115", "cs", "Pomůžeme tobě", english: "We help you"),
        TextCase(
            "L108",
            "ru",
            "Регистрация в Кошельке Пайфан",
            english: "Sign up for Paifang Wallet"
        ),
        TextCase(
            "L108",
            "cs",
            "Registrace do paifang wallet",
            english: "Sign up for Paifang Wallet"
        ),
        TextCase("L108", "zh", "最多 500 美元", english: "Up to 500 USD"),
    ]

    private static let sound = [
        TextCase(
            "",
            "ru",
            "Откройте свой кошелёк, вы готовы",
            english: "Open the wallet, you are ready"
        ),
        TextCase("", "ru", "В кошельках", english: "In the wallets"),
        TextCase("", "ru", "Вы готовы. Вам помогут", english: "You are ready. You are helped"),
        TextCase(
            "",
            "ru",
            "Итак: вы готовы\n— Вам помогут",
            english: "So: you are ready\nYou are helped"
        ),
        TextCase("", "ru", "Вопрос 1: Вы гражданин?", english: "Question 1: Are you a citizen?"),
        TextCase(
            "",
            "ru",
            "— Привет, — сказал он. — Вы готовы?\n  — Вам помогут",
            english: "“Hello,” he said. “Are you ready?”\n“You are helped”"
        ),
        TextCase("", "ru", "Тысяча раз", english: "A thousand times"),
        TextCase("", "ru", "Выход", english: "Help"),
        TextCase(
            "",
            "cs",
            "Zapište hesla, a ty změňte v Paifang Wallet",
            english: "Note the passwords, and change those in Paifang Wallet"
        ),
        TextCase("", "id", "Dompet Anda", english: "Your wallet"),
        TextCase("", "zh", "您的钱包", english: "Your wallet"),
        TextCase("", "en", "A pinned wallet"),
    ]

    @Test(arguments: cases)
    func `a message is held to the glossary`(fault: TextCase) throws {
        let (glossary, problems) = try Self.load(Self.text)
        #expect(problems == [])
        #expect(Set(try fault.problems(glossary: glossary).map(\.code)) == [fault.code])
    }

    @Test(arguments: sound)
    func `a message that keeps to the glossary has no finding`(sound: TextCase) throws {
        let (glossary, _) = try Self.load(Self.text)
        let problems = try sound.problems(glossary: glossary)
        #expect(problems == [])
    }

    @Test func `a word has one finding, and a term in another none beside it`() throws {
        let (glossary, _) = try Self.load(Self.text)
        func codes(_ pattern: String, english: String) throws -> [String] {
            let entry = try Catalog.Entry(reading: pattern)
            let facts = LanguageFacts(LanguageTag("cs"), glossary: glossary)
            let texts = HeldTexts([entry], knowing: facts.words)
            let inspection = MessageInspection(
                entry,
                text: texts.all[0],
                original: try OriginalMessage(reading: english, glossary),
                description: nil,
                facts: facts
            )
            return withExtendedLifetime((texts, facts)) {
                MessageRules.problems(inspection).map(\.code)
            }
        }
        #expect(try codes("Zadejte kód", english: "Type the payment password") == ["L130"])
        #expect(try codes("Heslo", english: "The payment password") == ["L130"])
        #expect(try codes("Kód", english: "The wallet and the password") == ["L130", "L130"])
        // Slovak, too: what it should be is what helps.
        #expect(try codes("Vaše emailová adresa", english: "Your email address") == ["L114"])
        #expect(try codes("Vaše adresa sa líbí", english: "Your address is liked") == ["L102"])
        // One branch is still English.
        let branches = "{n, plural, one {A wallet} other {# wallets}}"
        let half = "{n, plural, one {Jedna věc} few {# wallets} many {# wallets} other {# wallets}}"
        #expect(Set(try codes(half, english: branches)) == ["L101"])
        #expect(try codes("Kód, kód", english: "The payment password, a password").count == 2)
        #expect(try codes("Zbývá [balance]", english: "There is {balance}") == ["L020"])
        #expect(try codes("Zbývá '{balance}'", english: "There is {balance}") == ["L037"])
    }

    @Test(arguments: [
        ("terms: no", "L118", 1),
        ("terms:\n  wallet: text", "L118", 2),
        ("terms:\n  wallet:\n    ru: {use: \"кошелёк\"}", "L118", 2),
        ("terms:\n  wallet:\n    en: {avoid: [\"purse\"]}", "L118", 3),
        ("terms:\n  wallet:\n    en: {use: \"wallet\", steps: [\"a\"]}", "L118", 3),
        ("keeps: [\"Paifang\"]", "L118", 1),
        ("keep: {a: b}", "L118", 1),
        ("- a", "L118", 1),
    ])
    func `what is wrong in a glossary has its place`(text: String, code: String, line: Int) throws {
        let (_, problems) = try Self.load(text)
        let first = try #require(problems.first)
        #expect(first.code == code)
        #expect(first.range.start.line == line)
    }

    @Test func `a description tells what is kept, and how wide a message may be`() throws {
        let width = MessageDescription("text", arguments: ["name": "Alexandra"], width: 12)
        let long = TextCase("L112", "cs", "Jméno: {name}", english: "Name: {name}")
        #expect(try long.problems(width).map(\.code) == ["L112"])
        let branches = TextCase(
            "L112",
            "ru",
            "{n, plural, one {# час} few {# часа} many {# полных часов} other {# часа}}",
            english: "{n, plural, one {# hour} other {# hours}}"
        )
        #expect(try branches.problems(MessageDescription("text", width: 14)).map(\.code) == [])
        #expect(
            try branches.problems(MessageDescription("text", width: 13)).map(\.code) == ["L112"]
        )
        let wide = TextCase("L112", "zh", "电子邮箱", english: "Email")
        #expect(try wide.problems(MessageDescription("text", width: 8)).map(\.code) == [])
        #expect(try wide.problems(MessageDescription("text", width: 7)).map(\.code) == ["L112"])
        let lines = TextCase("", "id", "Satu\ndua", english: "One\ntwo")
        #expect(try lines.problems(MessageDescription("text", width: 4)).map(\.code) == [])
        let kept = MessageDescription("text", keep: ["GMT+8", "Blik"])
        let lost = TextCase("L108", "cs", "Zaplatit", english: "Pay with Blik")
        #expect(try lost.problems(kept).map(\.code) == ["L108"])
    }

    @Test func `translators get the terms of a message, with what each language says for them`()
        throws
    {
        let text = """
            terms:
              link:
                note: "In the email."
                en: {use: "link"}
                ru: {use: "ссылка, адрес (URL)"}
              email:
                en: {use: "email", stems: ["email", "e-mail"]}
            """
        let source = SourceText(path: "glossary.yaml", text: text)
        let glossary = Glossary.load(try #require(YAMLReader.read(source).0)).glossary
        let english = LanguageTag("en")
        let found = glossary.terms(in: "{n, plural, other {Links}} in E-mails", of: english)
        #expect(found.map(\.name) == ["link", "email"])
        #expect(found.map(\.note) == ["In the email.", nil])
        #expect(found.first?.use(in: LanguageTag("ru")) == "ссылка, адрес (URL)")
        #expect(found.first?.words(in: LanguageTag("ru")) == ["ссылка", "адрес"])
        #expect(found.last?.use(in: LanguageTag("ru")) == nil)
        #expect(found.first?.languages.map(\.rawValue) == ["en", "ru"])
        #expect(glossary.terms(in: "A {link}", of: english).isEmpty)
        #expect(glossary.terms(in: "A {link", of: english).isEmpty)
    }
}
