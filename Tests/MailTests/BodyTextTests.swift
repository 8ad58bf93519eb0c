import Mail
import Testing

@Suite("BodyText")
struct BodyTextTests {
    private func decoded(plainText: String, html: String = "") throws -> LetterDecoder {
        let mailbox = try Mailbox(address: "a@example.cz")
        return try LetterDecoder(
            MIMELetter(
                from: mailbox,
                to: mailbox,
                subject: "s",
                plainText: plainText,
                html: html,
                language: "en",
                messageID: "1@a",
                date: 0
            ).encoded()
        )
    }

    static let texts = [
        "", "\n", "\n\n", "Hello", "Hello\n", "a = b", "tab\t", "space ", " \n \n", ".", ".\n..\n",
        "From here", "Dobrý den, vítejte.\nPříští řádek: žluťoučký kůň",
        String(repeating: "x", count: 75), String(repeating: "x", count: 76),
        String(repeating: "x", count: 77), String(repeating: "word ", count: 100),
        String(repeating: "x", count: 74) + "é", String(repeating: "x", count: 74) + " ",
        String(repeating: "Здравствуйте! ", count: 50), String(repeating: "您好，欢迎。", count: 50),
        String(repeating: "👩‍👩‍👧‍👦", count: 40), "\0\u{1B}[2J\u{7F}", "=_\n--=_\n--=_af63--\n",
        "https://wallet.example/confirm?token=" + String(repeating: "A", count: 43),
    ]

    @Test(arguments: texts)
    func `a body comes back as it was`(text: String) throws {
        let letter = try decoded(plainText: text, html: "<p>\(text)</p>")
        let expected = Array(text.utf8).split(separator: 10, omittingEmptySubsequences: false)
            .joined(separator: [13, 10])
        #expect(Array(letter.parts[0].body.utf8) == Array(expected))
        #expect(
            Array(letter.parts[1].body.utf8)
                == Array("<p>".utf8) + Array(expected) + Array("</p>".utf8)
        )
    }

    @Test(arguments: texts)
    func `every line is short, of ASCII, and ends in something visible`(text: String) throws {
        for line in try decoded(plainText: text, html: text).lines {
            #expect(line.utf8.count <= 76)
            #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 9 })
            #expect(!line.hasSuffix(" ") && !line.hasSuffix("\t"))
        }
    }

    @Test(arguments: ["a\nb", "a\r\nb", "a\rb"])
    func `each kind of line break becomes CRLF`(text: String) throws {
        #expect(try Array(decoded(plainText: text).parts[0].body.utf8) == Array("a\r\nb".utf8))
    }

    @Test(arguments: [
        ("Hello", "quoted-printable"), ("Dobrý den, Anna", "quoted-printable"),
        ("Здравствуйте", "base64"), ("您好", "base64"),
    ])
    func `the shorter encoding is taken`(text: String, encoding: String) throws {
        let headers = try decoded(plainText: text).parts[0].headers
        #expect(headers.last?.value == encoding)
    }

    @Test func `the plain text stands before the HTML`() throws {
        let parts = try decoded(plainText: "a", html: "<p>a</p>").parts
        #expect(
            parts.map { $0.headers[0].value }
                == ["text/plain; charset=utf-8", "text/html; charset=utf-8"]
        )
    }

    @Test func `a text can't end its part or begin another`() throws {
        let boundary = try #require(
            try decoded(plainText: "").values("Content-Type").first?
                .split(separator: "\"").last
        )
        let text = "\r\n--\(boundary)--\r\n\r\n--\(boundary)\r\nContent-Type: text/html\r\n\r\n<b>"
        let letter = try decoded(plainText: text)
        #expect(letter.parts[0].body == text)
        #expect(letter.parts.count == 2)
    }
}
