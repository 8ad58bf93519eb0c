import Documents
import Testing

@Suite("VisibleText")
struct VisibleTextTests {
    @Test(arguments: [
        ("\u{1B}[2J", "\\u{1B}[2J"), ("a\r\nb", "a\\u{D}\\u{A}b"), ("\u{9B}31m", "\\u{9B}31m"),
        ("user\u{202E}lmth", "user\\u{202E}lmth"), ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
        ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}"), ("\u{E0041}", "\\u{E0041}"),
    ])
    func `what is hidden is written out`(text: String, shown: String) {
        #expect(VisibleText.escaping(text) == shown)
    }

    @Test(arguments: ["Příliš žluťoučký", "验证码", "😀👩‍👩‍👧", "❤️", "می‌خواهم", "a b"])
    func `what is seen stays as it is`(text: String) {
        #expect(Array(VisibleText.escaping(text).unicodeScalars) == Array(text.unicodeScalars))
    }
}
