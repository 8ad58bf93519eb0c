import Sessions

enum LetterSamples {
    static let letter = Letter(
        id: "ab12.3.0",
        recipient: "anna@example.cz",
        senderName: "Paifang",
        subject: "Confirm your address",
        paragraphs: [
            .text("Hello, Anna,\nopen this:"), .link("https://wallet.example/l/abc?x=1&y=2"),
            .code("paifang open abc"), .text("Bye."),
        ],
        language: "en",
        writtenAt: 1_767_323_045_678
    )

    // Swift does not take them inside a literal.
    private static let nonCharacters = String(
        String.UnicodeScalarView(
            [0xFFFE, 0xFDD0, 0x1FFFF].compactMap { Unicode.Scalar(UInt32($0)) }
        )
    )

    /// Texts that people might give as their name; each comes in the middle of other words.
    static let hostile: [String] = [
        "<script>alert(1)</script>", "</p><img src=x onerror=alert(1)>",
        "\"><a href=\"http://evil.example\">",
        "' onmouseover='alert(1)", "&lt;b&gt;", "&#60;b&#62;", "<!--", "-->", "]]>", "<![CDATA[",
        "</title><style>*{display:none}</style>", "javascript:alert(1)", "{{7*7}}", "${7*7}",
        "%s%n%x",
        "\u{1B}[2J\u{1B}[31mred", "\u{1B}]0;title\u{7}",
        "\u{1B}]8;;http://evil.example\u{1B}\\click",
        "\u{9B}31m", "\u{9D}0;title\u{9C}", "a\u{8}\u{8}\u{8}b", "nul\u{0}nul", "\u{7F}",
        "tab\tstop",
        "\u{202E}gpj.exe", "\u{202A}\u{202B}\u{202D}", "\u{2066}\u{2067}\u{2068}never closed",
        "\u{2069}\u{202C}",
        "a\r\nBcc: eve@evil.example", "a\rb", "a\nb", "\r\n.\r\n", "\n\nFrom eve",
        "\u{2028}x\u{2029}y\u{85}z",
        "--=_boundary--", "=?UTF-8?B?QQ==?=", "=\r\n", "=3D=0A", "\u{FEFF}mark", nonCharacters,
        "z\u{335}\u{336}\u{337}\u{338}algo", String(repeating: "\u{301}", count: 500), "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "名字 \u{3000} имя",
        String(repeating: "long", count: 2_000), "\u{206A}\u{FFF9}note\u{FFFB}", "",
    ]

    /// Whether a text could act on a terminal or turn the direction of others.
    static func acts(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0A, 0x0D, 0x09: false
            case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x206F: true
            default: false
            }
        }
    }
}
