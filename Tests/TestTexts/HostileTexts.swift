/// Texts that have broken other programs.
public enum HostileTexts {
    /// Two hundred, each different.
    public static let all: [String] = {
        let base = escapes + directions + marks + patterns + markup + long + odd
        // Each also in the middle of a word and after a letter, until there are 200.
        let inner = base.flatMap { ["Anna\($0)Nova", "A\($0)"] }
        return Array((base + inner).prefix(200))
    }()

    private static let escapes = [
        "\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{1B}[2J", "\u{9B}31m", "\u{1B}c", "\u{1B}[6n",
        "\u{1B}]8;;https://evil.example\u{1B}\\click\u{1B}]8;;\u{1B}\\", "\r", "\n", "\r\n", "\t",
        "\u{8}\u{8}\u{8}", "\u{7F}", "\u{0}", "a\u{0}b", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    private static let directions = [
        "\u{202E}evil", "\u{202A}x\u{202C}", "\u{2066}x\u{2069}", "\u{200F}", "\u{200E}", "\u{61C}",
        "שלום", "مرحبا بالعالم", "abc שלום def", "\u{202E}", "x\u{202E}y\u{202D}z",
    ]
    private static let marks = [
        "Z\u{300}\u{301}\u{302}\u{303}\u{304}", "a" + String(repeating: "\u{336}", count: 500),
        "\u{301}", "\u{20DD}", "e\u{301}", "й", "и\u{306}", "\u{FEFF}", "\u{200B}", "\u{200D}",
        "\u{AD}", "\u{34F}", "\u{FFF9}", "\u{E0001}", "\u{FFFF}", "\u{10FFFF}",
    ]
    private static let patterns = [
        "{0}", "{email}", "{payment_password}", "{", "}", "''", "'{'", "#",
        "{x, plural, other {#}}",
        "%s%n%d", "%@", "${HOME}", "$(reboot)", "`ls`", "⟦key⟧", "=offer", "|", "\\", "\\0",
    ]
    private static let markup = [
        "<script>alert(1)</script>", "<b>", "&lt;", "&#0;", "\"><img src=x>", "' OR 1=1 --",
        "'; DROP TABLE sessions; --", "</title>", "<!--", "]]>", "javascript:alert(1)",
        "http://evil.example", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "Bcc: x@y.z",
        "a\r\nBcc: x@y.z", "../../etc/passwd", "~/.ssh", "C:\\", "null", "undefined", "NaN",
    ]
    private static let long = [
        String(repeating: "a", count: 10_000), String(repeating: "漢", count: 10_000),
        String(repeating: "👨‍👩‍👧‍👦", count: 2_000), String(repeating: " ", count: 10_000),
        String(repeating: "9", count: 4_000), String(repeating: "((((", count: 1_000),
        String(repeating: "\u{301}", count: 10_000), String(repeating: "1-", count: 2_000),
    ]
    private static let odd = [
        "", " ", "\u{3000}", "👩🏽‍🚀", "🇨🇿", "ﷺ", "İ", "ß", "ŉ", "Ǆ", "ﬁ", "①②③", "１２３", "٣", "〇",
        "O'Brien", "Jean-Luc", "d’Arc", "Nguyễn", "毛泽东", "Мария", "-0", "1e309", "0x10", "1/0",
        "9223372036854775808", "-9223372036854775809", "2026-02-30", "99/99/9999", "0000-00-00",
        "a@b", "@", "a@b@c.cz", "\"a b\"@c.cz", "a@[127.0.0.1]", "a@xn--.cz", "+", "+0",
        "+999999999",
    ]

    /// Whether a character steers a terminal, breaks a line or turns the writing round.
    public static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format:
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        default: false
        }
    }
}
