import Mail
import Testing

@Suite("MIMELetter")
struct MIMELetterTests {
    private func letter(
        name: String = "Anna Nová",
        address: String = "anna@example.cz",
        subject: String = "Potvrďte svou adresu",
        plainText: String = "Dobrý den",
        html: String = "<p>Dobrý den</p>",
        language: String = "cs",
        messageID: String = "1.abc@wallet.example",
        date: Int64 = 0
    ) throws -> MIMELetter {
        try MIMELetter(
            from: Mailbox(displayName: "Paifang", address: "no-reply@wallet.example"),
            to: Mailbox(displayName: name, address: address),
            subject: subject,
            plainText: plainText,
            html: html,
            language: language,
            messageID: messageID,
            date: date
        )
    }

    private func read(_ letter: MIMELetter) throws -> LetterDecoder {
        try LetterDecoder(letter.encoded())
    }

    @Test func `a letter of ASCII reads as expected, byte by byte`() throws {
        let letter = try letter(
            name: "",
            subject: "Confirm your address",
            plainText: "Hello,\nhere a = b.\n",
            html: "<p>Hello</p>",
            language: "en"
        )
        let expected = """
            Date: Thu, 01 Jan 1970 00:00:00 +0000
            From: Paifang <no-reply@wallet.example>
            To: anna@example.cz
            Message-ID: <1.abc@wallet.example>
            Subject: Confirm your address
            MIME-Version: 1.0
            Content-Language: en
            Auto-Submitted: auto-generated
            Content-Type: multipart/alternative; boundary="=_ffae7dc9dd5336cb"

            --=_ffae7dc9dd5336cb
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Hello,
            here a =3D b.

            --=_ffae7dc9dd5336cb
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Hello</p>
            --=_ffae7dc9dd5336cb--

            """
        let lines = expected.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            String(decoding: letter.encoded(), as: UTF8.self) == lines.joined(separator: "\r\n")
        )
    }

    @Test(arguments: [
        "Confirm your address", "Potvrďte svou adresu", "a", " ", "  two  spaces ",
        String(repeating: "确认您的电子邮件地址", count: 20),
        String(repeating: "Подтвердите адрес электронной почты ", count: 12),
        String(repeating: "long ", count: 60) + "end", String(repeating: "x", count: 400),
        "=?UTF-8?B?QQ==?=", "👩‍👩‍👧‍👦👋🏽 Vítejte 🇨🇿", String(repeating: "👩‍👩‍👧‍👦", count: 20),
        "e" + String(repeating: "\u{301}", count: 200), "100 % = \"všechno\" <a@b>?",
    ])
    func `a subject comes back as it was, in short lines`(subject: String) throws {
        let letter = try read(letter(subject: subject))
        #expect(Array(try letter.text("Subject").utf8) == Array(subject.utf8))
        #expect(letter.lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 < 128 } })
    }

    @Test(arguments: ["👩‍👩‍👧‍👦", "🇨🇿", "и\u{306}", "확"])
    func `an encoded word never ends inside a character`(character: String) throws {
        let text = String(repeating: character, count: 30)
        let letter = try read(letter(subject: text))
        for word in letter.values("Subject")[0].split(separator: " ") {
            let part = try LetterDecoder.decodeWords(String(word))
            #expect(part.allSatisfy { String($0) == character })
        }
    }

    @Test(arguments: [
        ("", "<>"), ("Anna", "Anna"), ("Anna Maria 2", "Anna Maria 2"),
        ("Wallet, Ltd.", "\"Wallet, Ltd.\""), ("a\"b\\c", "\"a\\\"b\\\\c\""),
        (" Anna", "\" Anna\""), ("Anna <x@y>", "\"Anna <x@y>\""), ("Анна Иванова", "Анна Иванова"),
        ("陈小明", "陈小明"), ("👋🏽", "👋🏽"), ("=?UTF-8?B?QQ==?=", "=?UTF-8?B?QQ==?="),
        ("Пётр <x@y>, \"z\"", "Пётр <x@y>, \"z\""),
        (
            "A very long name that has many words in it, and a comma",
            "A very long name that has many words in it, and a comma"
        ),
    ])
    func `a name stands before the address as atoms, quoted or encoded`(
        name: String,
        expected: String
    ) throws {
        let text = try read(letter(name: name)).text("To")
        #expect(
            text == (name.isEmpty ? "anna@example.cz" : "\(expected) <anna@example.cz>")
        )
    }

    @Test func `an encoded name hides what would end it`() throws {
        let value = try read(letter(name: "Пётр <x@y>, \"z\"")).values("To")[0]
        #expect(value.filter { "<>,\"@".contains($0) } == "<@>")
    }

    @Test(arguments: [
        "\r\nBcc: x@y.z", "\nBcc: x@y.z", "\rBcc: x@y.z", "a\r\n\r\nbody", "\0", "\t", "\u{7F}",
        "\u{85}Bcc: x@y.z", "\u{2028}", "\u{2029}x", "\u{1B}[2J", "e\u{301}\u{0B}",
    ])
    func `a control character in the head is refused wherever it comes from`(text: String) {
        for input in [text, "a" + text, "漢" + text, text + "a"] {
            #expect(throws: LetterError.controlCharacter(.displayName)) {
                try letter(name: input)
            }
            #expect(throws: LetterError.controlCharacter(.subject)) {
                try letter(subject: input)
            }
            #expect(throws: LetterError.controlCharacter(.address)) {
                try letter(address: "anna@example.cz" + input)
            }
            #expect(throws: LetterError.controlCharacter(.messageID)) {
                try letter(messageID: input + "@example.cz")
            }
            #expect(throws: LetterError.controlCharacter(.language)) {
                try letter(language: "cs" + input)
            }
        }
    }

    @Test(arguments: [
        "anna", "@example.cz", "anna@", "a@b@c", "anna @example.cz", "<anna@example.cz>",
        "anna@example.cz,eva@example.cz", "anna..b@example.cz", ".anna@example.cz",
        "anna.@example.cz", "anna@example..cz", "anna@.cz", "anna@-example.cz", "anna@[127.0.0.1]",
        "\"anna\"@example.cz", "anna@exa_mple.cz", "анна\u{200B}@example.cz", "a\u{A0}b@example.cz",
        String(repeating: "a", count: 65) + "@example.cz",
        "a@" + String(repeating: "a.", count: 130) + "cz", "anna(x)@example.cz",
        "anna@example.cz>", "anna@example.cz;",
    ])
    func `what is no address is refused`(address: String) {
        #expect(throws: LetterError.malformed(.address)) { try Mailbox(address: address) }
    }

    @Test(arguments: ["a@b", "a.b+c@example.cz", "o'neil@xn--e1afmkfd.xn--p1ai", "!#$%&@a-b.cz"])
    func `an address of ASCII goes through any server`(address: String) throws {
        #expect(!(try letter(address: address).requiresSMTPUTF8))
        #expect(try read(letter(address: address)).text("To").hasSuffix("<\(address)>"))
    }

    @Test(arguments: ["анна@пример.рф", "anna@příklad.cz", "陈@例子.中国"])
    func `an internationalised address stays as it is and asks for SMTPUTF8`(address: String)
        throws
    {
        let letter = try letter(name: "", address: address)
        #expect(letter.requiresSMTPUTF8)
        #expect(try read(letter).values("To") == [address])
    }

    @Test func `an empty address, subject, language or Message-ID is refused`() {
        #expect(throws: LetterError.empty(.address)) { try letter(address: "") }
        #expect(throws: LetterError.empty(.subject)) { try letter(subject: "") }
        #expect(throws: LetterError.empty(.language)) { try letter(language: "") }
        #expect(throws: LetterError.empty(.messageID)) { try letter(messageID: "") }
    }

    @Test(arguments: ["c", "cs_CZ", "cs-", "-cs", "1cs", "čs", "cs; q", "abcdefghi", "cs--CZ"])
    func `what is no language tag is refused`(language: String) {
        #expect(throws: LetterError.malformed(.language)) { try letter(language: language) }
    }

    @Test(arguments: ["en", "zh-Hans", "zh-Hans-CN", "ru"])
    func `the letter names its language`(language: String) throws {
        #expect(try read(letter(language: language)).values("Content-Language") == [language])
    }

    @Test(arguments: ["abc", "a@b@c", "a b@c", "a@b>", "č@example.cz", "<a@b>"])
    func `what is no Message-ID is refused`(messageID: String) {
        #expect(throws: LetterError.malformed(.messageID)) { try letter(messageID: messageID) }
    }

    @Test(
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000"),
            (951_782_399_999, "Mon, 28 Feb 2000 23:59:59 +0000"),
            (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 +0000"),
            (951_868_800_000, "Wed, 01 Mar 2000 00:00:00 +0000"),
            (1_735_689_599_000, "Tue, 31 Dec 2024 23:59:59 +0000"),
            (1_784_721_907_123, "Wed, 22 Jul 2026 12:05:07 +0000"),
            (4_107_542_400_000, "Mon, 01 Mar 2100 00:00:00 +0000"),
            (253_402_300_799_999, "Fri, 31 Dec 9999 23:59:59 +0000"),
        ] as [(Int64, String)]
    )
    func `the date is that of RFC 5322 in UTC`(date: Int64, text: String) throws {
        #expect(try read(letter(date: date)).values("Date") == [text])
    }

    @Test(arguments: [-1, 253_402_300_800_000, .min, .max] as [Int64])
    func `a date that a letter can't have is refused`(date: Int64) {
        #expect(throws: LetterError.dateOutOfRange) { try letter(date: date) }
    }

    @Test func `a letter does not print what it says`() throws {
        let letter = try letter(
            subject: "KANARIE",
            plainText: "https://wallet.example/KANARIE",
            html: "KANARIE"
        )
        var dumped = ""
        dump(letter, to: &dumped)
        for text in ["\(letter)", String(reflecting: letter), dumped, "\([letter])"] {
            #expect(!text.contains("KANARIE"))
            #expect(text.contains("1.abc@wallet.example"))
        }
        #expect(Mirror(reflecting: letter).children.isEmpty)
    }

    @Test func `the same letter gives the same bytes, another Message-ID another boundary`()
        throws
    {
        #expect(try letter().encoded() == letter().encoded())
        let types = try ["1@a", "2@a"].map {
            try read(letter(messageID: $0)).values("Content-Type")
        }
        #expect(types[0] != types[1])
    }
}
