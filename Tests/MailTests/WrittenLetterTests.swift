import Sessions
import Testing

@testable import Mail

@Suite("WrittenLetter")
struct WrittenLetterTests {
    @Test(arguments: [
        "Confirm your address", "Подтвердите адрес электронной почты, пожалуйста, ещё раз",
        "请确认您的电子邮箱", "Potvrďte svou adresu", "",
    ])
    func `a letter reads back as it was written`(words: String) throws {
        var letter = LetterSamples.letter
        letter.subject = words.isEmpty ? "-" : words
        letter.paragraphs = [
            .text("\(words)\nčlověk = 1, 名字"), .link("https://a.example/?x=1&y=2"),
        ]
        let bytes = try MIMELetter(letter, sender: "no-reply@paifang.invalid").encoded()
        let read = try #require(WrittenLetter(bytes))
        #expect(read.recipient == "anna@example.cz")
        #expect(read.subject == letter.subject)
        #expect(read.text == "\(words)\nčlověk = 1, 名字\n\nhttps://a.example/?x=1&y=2".trimmed)
    }

    @Test(arguments: LetterSamples.hostile)
    func `whatever stands in a letter is text`(hostile: String) throws {
        var letter = LetterSamples.letter
        letter.paragraphs = [.text("a\(hostile)b")]
        let bytes = try MIMELetter(letter, sender: "no-reply@paifang.invalid").encoded()
        let expected = LetterText.text(of: letter).trimmed
        #expect(
            WrittenLetter(bytes)?.text.unicodeScalars.elementsEqual(expected.unicodeScalars) == true
        )
    }

    @Test(arguments: ["", "no head", "To: a@b.cz", "To: a@b.cz\r\n\r\n"])
    func `what is no letter is none`(text: String) {
        #expect(WrittenLetter(Array(text.utf8)) == nil)
    }
}

extension String {
    /// Without line breaks around it.
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first?.isNewline == true { text.removeFirst() }
        while text.last?.isNewline == true { text.removeLast() }
        return String(text)
    }
}
