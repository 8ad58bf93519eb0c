import Localization
import Testing

@Suite("DisplayWidth")
struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("Привет", 6), ("汉字", 4), ("，。", 4), ("ｆｕｌｌ", 8), ("ｶﾅ", 2),
        ("e\u{301}", 1),
        ("й", 1), ("и\u{306}", 1), ("🇨🇿", 2), ("👩‍👩‍👧", 2), ("❤️", 2), ("❤", 1), ("👍🏽", 2), ("✌🏽", 2),
        ("한글", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2),
        ("\u{200B}", 0), ("a\u{200D}b", 2), ("\t", 0), ("\u{1B}[0m", 3), ("⟦x⟧", 3), ("…", 1),
        ("1️⃣", 2), ("ते", 1),
    ])
    func `a text takes so many cells`(text: String, cells: Int) {
        #expect(DisplayWidth.cells(text) == cells)
    }

    @Test func `ambiguous characters take two cells where asked`() {
        #expect(DisplayWidth.cells("Д…", isAmbiguousWide: true) == 4)
        #expect(DisplayWidth.cells("\u{AD}", isAmbiguousWide: true) == 2)
        #expect(DisplayWidth.cells("Д…") == 2)
    }

    @Test(arguments: [
        ("Hello", 5, "Hello"), ("Hello", 4, "Hel…"), ("汉字汉字", 5, "汉字…"), ("汉字汉字", 6, "汉字…"),
        ("abc", 1, "…"), ("abc", 0, ""),
        ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"),
    ])
    func `a text is cut between clusters`(text: String, width: Int, expected: String) {
        #expect(DisplayWidth.truncate(text, to: width) == expected)
    }

    @Test func `a fitted text takes exactly its cells`() {
        for text in ["", "a", "汉字汉字", "Привет, мир", "🇨🇿🇨🇿🇨🇿"] {
            for width in 0...9 {
                #expect(DisplayWidth.cells(DisplayWidth.fit(text, to: width)) == width)
            }
        }
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("one two", 20, ["one two"]), ("", 10, [""]),
        ("a\n\nb", 10, ["a", "", "b"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("钱包注册完成。", 6, ["钱包注", "册完", "成。"]), ("ab 钱包，注册", 7, ["ab 钱", "包，注", "册"]),
        ("a\u{A0}b c", 3, ["a\u{A0}b", "c"]),
        ("https://example.org/a-b", 12, ["https://", "example.org/", "a-b"]),
        ("x  y", 2, ["x", "y"]), ("汉", 1, ["汉"]), ("your e-mail", 7, ["your", "e-mail"]),
        ("пиши по-русски-то", 12, ["пиши", "по-русски-то"]), ("a-bcd ef", 4, ["a-", "bcd", "ef"]),
        ("page 3-4", 7, ["page", "3-4"]), ("an - a-b", 4, ["an -", "a-b"]),
        ("peníze z vaší", 9, ["peníze", "z vaší"]), ("дом с садом", 7, ["дом", "с садом"]),
        ("wide a longword", 8, ["wide a", "longword"]), ("第 A 页", 4, ["第", "A 页"]),
    ])
    func `lines are broken where the script allows it`(text: String, width: Int, lines: [String]) {
        #expect(DisplayWidth.wrap(text, width: width) == lines)
    }

    @Test func `no line is wider than asked, and nothing but blanks is lost`() {
        let texts = [
            "Подтвердите адрес электронной почты: мы отправили письмо на anna@example.org.",
            "我们已向您的邮箱发送确认邮件，请在24小时内点击链接。", "Kami mengirim surel; tautannya berlaku 24 jam.",
            "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧 🇨🇿🇨🇿 e\u{301}e\u{301}e\u{301}",
        ]
        for text in texts {
            for width in 2...40 {
                let lines = DisplayWidth.wrap(text, width: width)
                #expect(lines.allSatisfy { DisplayWidth.cells($0) <= width })
                #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            }
        }
    }
}
