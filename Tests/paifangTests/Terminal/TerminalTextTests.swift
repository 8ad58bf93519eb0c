import Testing

@testable import paifang

@Suite("TerminalText")
struct TerminalTextTests {
    @Test(arguments: [
        "Воронцова", "欧阳晓雯", "Nováková", "e\u{301}", "👨‍👩‍👧", "می‌خواهم", "❤️", "नमस्ते",
    ])
    func `ordinary words stay as they are`(text: String) {
        #expect(TerminalText.of(text) == text)
    }

    @Test(arguments: [
        ("\u{1B}[2J", "␛[2J"), ("a\u{0}b", "a␀b"), ("a\r\nb", "a␍␊b"), ("a\tb", "a␉b"),
        ("\u{7F}", "␡"), ("\u{9B}31m", "⟨U+009B⟩31m"), ("\u{202E}abc", "⟨U+202E⟩abc"),
        ("\u{2066}x", "⟨U+2066⟩x"), ("a\u{200B}b", "a⟨U+200B⟩b"), ("\u{FEFF}a", "⟨U+FEFF⟩a"),
        ("\u{2028}", "⟨U+2028⟩"), ("\u{E0041}", "⟨U+E0041⟩"), ("\u{E000}", "⟨U+E000⟩"),
        ("\u{115F}", "⟨U+115F⟩"),
    ])
    func `what would steer, hide or turn is shown`(text: String, shown: String) {
        #expect(TerminalText.of(text) == shown)
    }

    @Test func `a letter under hundreds of marks keeps a few`() {
        let shown = TerminalText.of("a" + String(repeating: "\u{301}", count: 500) + "b")
        #expect(shown.unicodeScalars.count < 12)
        #expect(shown.hasSuffix("b"))
    }

    @Test func `no scalar at all gets through that a terminal obeys`() {
        for value in UInt32(0)...0x2_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for shown in TerminalText.of(String(Character(scalar))).unicodeScalars {
                let obeyed = shown.value < 0x20 || (0x7F..<0xA0).contains(shown.value)
                if obeyed { Issue.record("U+\(String(value, radix: 16)) comes through") }
            }
        }
    }
}
