import Flows
import Localization
import Screens
import Testing

@testable import paifang

/// How screens look in a terminal, by what is really seen there.
@Suite("Pages")
struct PageTests {
    private func seen(
        _ face: FakeWalk,
        columns: Int = 80,
        rows: Int = 24,
        _ inputs: TerminalInput...
    ) -> VirtualTerminal {
        let terminal = FakeTerminal(columns: columns, rows: rows, inputs)
        var walk = DrawnWalk(of: face, on: terminal, isInColor: true)
        _ = walk.run()
        return terminal.screen
    }

    private func form(_ language: String) -> FakeWalk {
        let face = FakeWalk(language)
        face.answers = ["gender": "female", "family_name": "Воронцова"]
        _ = face.answer("31.02.1990", at: AnswerPath("birth_date"))
        return face
    }

    @Test func `a form in Russian at 80 by 24`() {
        #expect(
            seen(form("ru")).lines == [
                " Paifang · Регистрация                                     Шаг 1 из 5 · Русский",
                " ███████▎                                                                  10 %",
                "────────────────────────────────────────────────────────────────────────────────",
                " English · Русский · 中文 · Bahasa Indonesia · Čeština   Ctrl+L язык",
                "",
                " Личные данные",
                " Пишите так, как в документе, который вы загрузите позже.",
                "",
                "   ✓ Пол            Женский",
                "   ✓ Фамилия        Воронцова",
                "",
                " ▸ ✗ Дата рождения  31.02.1990",
                "     Ошибка. В феврале 1990 года 28 дней. Исправьте день или месяц.",
                "     Подсказка. День, месяц, год — например, 27.03.1990.",
                "",
                "     Гражданство    ещё не указано",
                "",
                "   [ Продолжить ]",
                "", "", "", "",
                "────────────────────────────────────────────────────────────────────────────────",
                " Enter дальше · Shift+Tab назад · Ctrl+L язык · F1 справка · Ctrl+C отложить",
            ]
        )
    }

    @Test func `a form in Chinese at 80 by 24`() {
        let screen = seen(form("zh"))
        #expect(screen.lines[0].hasPrefix(" Paifang · 注册"))
        #expect(screen.lines[0].hasSuffix("第 1 步（共 5 步）· 中文"))
        #expect(
            Array(screen.lines[5...16]) == [
                " 个人信息",
                " 请按照您稍后上传的证件填写。",
                "",
                "   ✓ 性别      女",
                "   ✓ 姓        Воронцова",
                "",
                " ▸ ✗ 出生日期  31.02.1990",
                "     错误：1990年2月只有28天。请修改日期或月份。",
                "     提示：请输入年、月、日，例如 1990-03-27。",
                "",
                "     国籍      尚未填写",
                "",
            ]
        )
    }

    @Test(arguments: ["ru", "zh", "en", "id", "cs"], FakeWalk.stages)
    func `no line leaves the terminal and the cursor is inside`(
        language: String,
        stage: FakeWalk.Stage
    ) {
        for (columns, rows) in [(80, 24), (40, 15), (40, 12), (60, 20), (200, 60)] {
            let face = FakeWalk(language, at: stage)
            let screen = seen(face, columns: columns, rows: rows)
            #expect(!screen.hasWrapped)
            #expect(screen.unknown.isEmpty)
            #expect(screen.isCursorVisible)
            #expect(screen.lines.allSatisfy { DisplayWidth.cells($0) <= columns })
            #expect(!screen.text.contains("⟦"))
        }
    }

    @Test(arguments: ["ru", "zh"])
    func `in a small window the field that is asked is seen, with its problem`(language: String) {
        let screen = seen(form(language), columns: 40, rows: 15)
        let row = screen.lines.firstIndex { $0.contains("▸") }
        #expect(row != nil)
        #expect(screen.text.contains("31.02.1990"))
        #expect(screen.text.contains(language == "ru" ? "28" : "28天"))
        #expect(screen.lines.filter { $0.hasPrefix("──") }.count == 2)
        #expect(screen.lines[screen.cursor.row].contains("31.02.1990"))
    }

    @Test func `what is hidden above and below is counted, and shown by Page Up and Page Down`() {
        let face = FakeWalk("en", at: .waiting)
        let first = seen(face, columns: 60, rows: 14)
        #expect(first.text.contains("↓"))
        let below = seen(
            face,
            columns: 60,
            rows: 14,
            .keys([.pageDown]),
            .keys([.pageDown]),
            .keys([.pageDown])
        )
        #expect(below.text.contains("Look in spam."))
        #expect(below.text.contains("↑"))
    }

    @Test func `waiting shows the letter, what can be done, and until when`() {
        let screen = seen(FakeWalk("en", at: .waiting), rows: 40)
        for text in [
            "From: Paifang", "To: olga@gmail.com", "Subject: Confirm your address",
            "Open this link.",
            "k3Jq0yXf1sB7zL9wQe4RtU", "▸ 1  Open the link in the email", "2  Paste the link",
            "4  Send again  available in 40 s", "It can be sent 3 more times.",
            "https://mail.google.com/",
            "/home/olga/outbox/1.eml", "Look in spam.",
        ] {
            #expect(screen.text.contains(text), "\(text)")
        }
    }

    @Test func `options are numbered, the chosen one is marked without colour`() {
        let screen = seen(FakeWalk("ru"), .keys([.down]))
        #expect(screen.text.contains("(•) 1 Женский"))
        #expect(screen.text.contains("( ) 2 Мужской"))
    }

    @Test(arguments: [44, 60])
    func `under a label that fills its column a line is left for what is typed only`(columns: Int) {
        let label = "Соглашение с пользователями"
        /// The lines below the label that is pointed at, and how many of them the cursor is below it.
        func below(_ face: FakeWalk) -> (lines: ArraySlice<String>, cursor: Int) {
            face.hostile = label
            let screen = seen(face, columns: columns, rows: 40)
            let row = screen.lines.firstIndex { $0.hasPrefix(" ▸") } ?? 0
            #expect(screen.lines[row].hasSuffix(label))
            return (screen.lines[(row + 1)...].prefix(2), screen.cursor.row - row)
        }
        let face = FakeWalk("ru", at: .secure)
        let line = below(face)
        #expect(line.lines.first == "" && line.lines.last != "" && line.cursor == 1)
        face.answers = ["landline": "1", "password": "kept"]
        let question = below(face)
        #expect(Array(question.lines) == ["     1 + 1?", "     ›"] && question.cursor == 2)
        face.answers["captcha"] = "2"
        let consent = below(face)
        #expect(consent.lines.first?.contains("[ ] ") == true && consent.cursor == 0)
        face.answers["agreement"] = "true"
        let choice = below(face)
        #expect(choice.lines.first == "     ( ) Да   ( ) Нет" && choice.cursor == 0)
    }

    @Test func `countries are found by a part of the name in the reader's language`() {
        let face = FakeWalk("ru")
        face.answers = ["gender": "female", "family_name": "x", "birth_date": "y"]
        let screen = seen(face, .keys([.text("чех")]))
        #expect(screen.text.contains("(•) Чехия"))
        #expect(!screen.text.contains("Китай"))
    }

    @Test func `nothing found is said with what was looked for`() {
        let screen = seen(FakeWalk("en"), .keys([.text("zzz")]))
        #expect(screen.text.contains("Nothing here matches “zzz”."))
    }

    @Test(arguments: [
        "\u{1B}[2J\u{1B}[H", "\u{1B}]0;owned\u{7}", "\u{9B}2J", "a\r\nb\tc", "\u{202E}evil\u{2066}",
        String(repeating: "Z\u{301}\u{327}\u{30A}\u{301}\u{301}\u{301}\u{301}\u{301}", count: 60),
        String(repeating: "欧", count: 300), String(repeating: "👨‍👩‍👧‍👦", count: 80), "\u{301}\u{301}x",
        "",
        "\u{200B}\u{FEFF}", "a\u{2028}b",
    ])
    func `hostile text is shown as text in labels and answers`(text: String) {
        for stage in FakeWalk.stages {
            let face = FakeWalk("ru", at: stage)
            face.hostile = text
            face.answers = ["gender": text, "family_name": text, "landline": text]
            let screen = seen(face, .keys([.text(text)]), .keys([.paste(text)]))
            #expect(screen.unknown.isEmpty)
            #expect(!screen.hasWrapped)
            #expect(screen.lines[0].hasPrefix(" Paifang") || stage == .end)
        }
    }

    @Test(arguments: [TerminalInput.resized, .keys([.function(1), .escape])], [15, 9])
    func
        `another size is drawn anew, with nothing left of the old, even if keys come before the signal`(
            input: TerminalInput,
            rows: Int
        )
    {
        let face = form("ru")
        let terminal = FakeTerminal([input, .idle])
        terminal.beforeInput = { count, terminal in
            if count == 1 { terminal.resize(columns: 40, rows: rows) }
        }
        var walk = DrawnWalk(of: face, on: terminal, isInColor: false)
        _ = walk.run()
        #expect(terminal.screen.lines.filter { $0.hasPrefix("──") }.count == 2)
        #expect(terminal.screen.lines.filter { $0.contains("Paifang") }.count == 1)
        #expect(terminal.screen.text.contains("31.02.1990"))
    }
}
