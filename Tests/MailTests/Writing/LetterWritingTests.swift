import Sessions
import Testing

@testable import Mail

@Suite("Letter to MIMELetter")
struct LetterWritingTests {
    private let sample = LetterSamples.letter

    private func read(_ letter: Letter) throws -> LetterDecoder {
        try LetterDecoder(MIMELetter(letter, sender: "no-reply@paifang.invalid").encoded())
    }

    /// The HTML as the standard's tokenizer would see it, as far as tags are concerned.
    private func tags(_ html: String) -> [String] {
        html.split(separator: "<", omittingEmptySubsequences: false).dropFirst().map {
            String($0.prefix { $0 != ">" })
        }
    }

    private func unescaped(_ html: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(html) { text, pair in
                text.split(separator: pair.0, omittingEmptySubsequences: false)
                    .joined(separator: pair.1)
            }
    }

    @Test func `the head says who writes to whom, when, about what and in which language`() throws {
        let letter = try read(sample)
        #expect(letter.values("From") == ["Paifang <no-reply@paifang.invalid>"])
        #expect(letter.values("To") == ["anna@example.cz"])
        #expect(letter.values("Subject") == ["Confirm your address"])
        #expect(letter.values("Date") == ["Fri, 02 Jan 2026 03:04:05 +0000"])
        #expect(letter.values("Content-Language") == ["en"])
        #expect(letter.values("Message-ID") == ["<ab12.3.0@paifang.invalid>"])
        #expect(letter.values("Auto-Submitted") == ["auto-generated"])
    }

    @Test func `the text has links and codes on lines of their own`() throws {
        let text = """
            Hello, Anna,
            open this:

            https://wallet.example/l/abc?x=1&y=2

            paifang open abc

            Bye.

            """
        #expect(LetterText.text(of: sample) == text)
        #expect(
            try read(sample).parts[0].body
                == text.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\r\n")
        )
    }

    @Test func `the page has paragraphs, a link and a code, and loads nothing`() {
        #expect(
            LetterPage.html(of: sample) == """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Confirm your address</title></head>
                <body>
                <p>Hello, Anna,<br>
                open this:</p>
                <p><a href="https://wallet.example/l/abc?x=1&amp;y=2">https://wallet.example/l/abc?x=1&amp;y=2</a></p>
                <pre><code>paifang open abc</code></pre>
                <p>Bye.</p>
                </body>
                </html>

                """
        )
    }

    @Test(arguments: ["http://localhost:8080/l/a", "HTTPS://wallet.example/"])
    func `an address of the web can be clicked`(address: String) {
        var letter = sample
        letter.paragraphs = [.link(address)]
        #expect(LetterPage.html(of: letter).contains("<a href=\"\(address)\">"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript://x%0aalert(1)", " javascript:alert(1)",
        "data:text/html,x",
        "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "file:///etc/passwd", "//evil.example",
        "paifang open abc", "https:", "https://", "https:/evil.example", "http://a b",
        "https://а.example",
        "https://x\u{202E}moc", "",
    ])
    func `what is no address of the web is shown and can't be clicked`(address: String) {
        var letter = sample
        letter.paragraphs = [.link(address)]
        let html = LetterPage.html(of: letter)
        #expect(!html.contains("<a"))
        #expect(!html.contains("href"))
    }

    // Figure T12.
    @Test(arguments: LetterSamples.hostile)
    func `a hostile text is shown as text in every part`(text: String) throws {
        let inside = "Hello, \(text)!"
        var letter = sample
        letter.senderName = inside
        letter.subject = inside
        letter.paragraphs = [.text(inside), .link(inside), .code(inside)]
        let decoded = try read(letter)
        let names = [
            "Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Language",
            "Auto-Submitted", "Content-Type",
        ]
        #expect(decoded.headers.map(\.name) == names)
        let line = HarmlessText.line(inside)
        #expect(try decoded.text("Subject") == line)
        #expect(decoded.parts.count == 2)
        let html = decoded.parts[1].body
        #expect(
            tags(html).filter { $0 != "br" } == [
                "!DOCTYPE html", "html lang=\"en\"", "head", "meta charset=\"utf-8\"", "title",
                "/title", "/head", "body", "p", "/p", "p", "/p", "pre", "code", "/code", "/pre",
                "/body", "/html",
            ]
        )
        #expect(unescaped(html).contains("<p>\(line)</p>"))
        #expect(decoded.parts[0].body.contains(line))
        for shown in [html, decoded.parts[0].body, try decoded.text("From"), line] {
            #expect(!LetterSamples.acts(shown))
        }
    }

    @Test(arguments: [
        "Ян Новак", "王小明", "Ždeňka O'Neill-Šťastná", "محمد", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "a\u{AD}b\u{200B}c",
        "<b>&amp;</b>",
    ])
    func `an honest text stays as it was typed`(text: String) {
        #expect(HarmlessText.lines(text) == text)
        #expect(HarmlessText.line(text) == text)
    }

    @Test func `what acts on a terminal becomes visible`() {
        #expect(HarmlessText.lines("a\u{1B}[31mb\u{202E}c") == "a\u{FFFD}[31mb\u{FFFD}c")
        #expect(HarmlessText.lines("a\r\nb\rc\u{2028}d\te") == "a\nb\nc\nd\te")
        #expect(HarmlessText.line("a\r\nb\tc") == "a b c")
    }

    @Test(arguments: ["en\" onload=\"x", "e n", ""])
    func `a language that is none makes no letter`(language: String) {
        var letter = sample
        letter.language = language
        #expect(throws: LetterError.self) { try read(letter) }
    }
}
