import Flows
import Localization
import Screens
import Secrets
import Testing

@testable import Sessions

@Suite("LetterWriter")
struct LetterWriterTests {
    private static let languages = ["en", "ru", "zh", "id", "cs"]
    private static let base = "https://wallet.example"

    private func bench(_ form: LetterWriter.LinkForm) throws -> WalkBench {
        var parts = WalkBench.Parts()
        parts.linkForm = form
        return try WalkBench(parts)
    }

    /// The letter that asks to confirm an address, in a language.
    private func confirming(_ form: LetterWriter.LinkForm, _ language: String) throws -> Letter {
        let bench = try bench(form)
        let walk = try bench.begin(language: language)
        walk.fill()
        #expect(walk.submit() == .moved)
        return try #require(bench.transport.letters.first)
    }

    @Test(arguments: languages)
    func `a link that can be clicked stands alone, once, and nowhere else`(language: String) throws
    {
        let letter = try confirming(.address(base: Self.base), language)
        let links = letter.paragraphs.compactMap { paragraph in
            if case .link(let link) = paragraph { link } else { nil }
        }
        #expect(links.count == 1)
        let token = try #require(LinkText.token(in: letter)).reveal()
        #expect(links.first == "\(Self.base)/open/\(token)")
        for case .text(let text) in letter.paragraphs {
            #expect(!text.contains(token) && !text.contains("paifang open"))
        }
        #expect(!letter.paragraphs.contains { if case .code = $0 { true } else { false } })
        #expect(!letter.subject.contains(token))
    }

    @Test(arguments: languages)
    func `a command and its code stand alone, and nothing can be clicked`(language: String) throws {
        let letter = try confirming(.command("paifang open"), language)
        let codes = letter.paragraphs.compactMap { paragraph in
            if case .code(let code) = paragraph { code } else { nil }
        }
        let token = try #require(LinkText.token(in: letter)).reveal()
        #expect(codes == ["paifang open", token])
        for case .text(let text) in letter.paragraphs {
            #expect(!text.contains(token) && !text.contains("://"))
        }
        #expect(!letter.paragraphs.contains { if case .link = $0 { true } else { false } })
    }

    @Test(arguments: languages)
    func `letters without a link are words only, in the person's language`(language: String) throws
    {
        let bench = try WalkBench()
        let first = try bench.begin(language: language)
        try bench.go(first, to: "registered")
        bench.clock.move(by: .day)
        let second = try bench.begin(language: language)
        second.fill()
        #expect(second.submit() == .moved)
        let letters = bench.transport.letters
        #expect(letters.count == 3)
        for letter in letters.dropFirst() {
            for paragraph in letter.paragraphs {
                guard case .text(let text) = paragraph else {
                    Issue.record("\(paragraph)")
                    continue
                }
                #expect(!text.contains("://") && !text.contains("paifang open"))
            }
            #expect(LinkText.token(in: letter) == nil)
        }
    }

    @Test(arguments: languages)
    func `every word is there, and no value is left unfilled`(language: String) throws {
        let bench = try WalkBench()
        let walk = try bench.begin(language: language)
        try bench.go(walk, to: "registered")
        for letter in bench.transport.letters {
            let all = "\(letter.subject) \(letter.senderName) \(letter.paragraphs)"
            #expect(!all.contains("⟦") && !all.contains("{") && !all.contains("}"))
            #expect(letter.paragraphs.count >= 4)
            #expect(!letter.subject.isEmpty && !letter.senderName.isEmpty)
            #expect(letter.language == language)
            #expect(letter.recipient == "anna.novakova@example.com")
            #expect(letter.writtenAt == WalkBench.start)
        }
        let welcome = "\(try #require(bench.transport.letters.last).paragraphs)"
        #expect(welcome.contains("Anna") && welcome.contains("Nováková"))
        #expect(welcome.contains("500"))
    }

    // REQ 1.4: a link good for 24 hours, says that no reply is needed, and what to do where it can't be clicked.
    @Test
    func `it says how long the link works, in the zone of the session`() throws {
        let letter = try confirming(.address(base: Self.base), "en")
        let text = "\(letter.paragraphs)"
        #expect(text.contains("24 hours"))
        // 09:00 in UTC is 10:00 in Prague.
        #expect(text.contains("10:00"))
        #expect(text.contains("reply") && text.contains("copy"))
    }

    @Test
    func `a letter has no printable description`() throws {
        let letter = try confirming(.command("paifang open"), "en")
        #expect("\(letter)" == "Letter(***)")
        var dumped = ""
        dump(letter, to: &dumped)
        #expect(!dumped.contains("anna"))
    }
}
