import Foundation
import Secrets
import Testing

@Suite("Token")
struct TokenTests {
    private static let text = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"

    @Test func `a token's text is base64url without padding`() {
        #expect(Token(random: ScriptedRandom.counting).reveal() == Self.text)
        let high = Token(random: ScriptedRandom(script: [0xFF])).reveal()
        #expect(high == String(repeating: "_", count: 42) + "8")
    }

    @Test func `a token's hash is the SHA-256 of its bytes`() {
        #expect(
            Token(random: ScriptedRandom.counting).hash.bytes.hexadecimal
                == "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd"
        )
    }

    @Test func `what reveal gives is read back as the same token`() throws {
        for _ in 0..<100 {
            let token = Token()
            let copy = try #require(Token.parse(token.reveal()))
            #expect(copy.hash == token.hash)
            #expect(copy.reveal() == token.reveal())
        }
    }

    @Test func `tokens differ from one another`() {
        #expect(Set((0..<1_000).map { _ in Token().hash }).count == 1_000)
    }

    @Test(arguments: [
        (43, ""), (42, "A"), (1, ""), (0, "A"), (0, "="), (0, " "), (0, "\n"), (1, "="), (1, " "),
        (1, "\0"), (1, "+"), (1, "/"), (2, "é"), (2, "\r\n"),
    ])
    func `text of another length or with another end is no token`(dropped: Int, end: String) {
        #expect(Token.parse(Self.text.dropLast(dropped) + end) == nil)
    }

    @Test(arguments: [
        (0, " "), (0, "A"), (1, ""), (1, "+"), (1, "/"), (1, " "), (1, "\n"), (2, "é"), (2, "А"),
    ])
    func `text with another beginning is no token`(dropped: Int, beginning: String) {
        #expect(Token.parse(beginning + Self.text.dropFirst(dropped)) == nil)
    }

    @Test func `of the last characters only the sixteen without stray bits are taken`() {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        let taken = alphabet.filter { Token.parse(Self.text.dropLast() + String($0)) != nil }
        #expect(taken == "AEIMQUYcgkosw048")
    }

    @Test func `a stored hash is read back, and one of another length is refused`() throws {
        let hash = Token().hash
        let stored = try JSONEncoder().encode([hash])
        #expect(try JSONDecoder().decode([TokenHash].self, from: stored) == [hash])
        #expect(TokenHash(bytes: hash.bytes) == hash)
        #expect(TokenHash(bytes: Array(hash.bytes.dropLast())) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([TokenHash].self, from: Data("[[1,2,3]]".utf8))
        }
    }
}
