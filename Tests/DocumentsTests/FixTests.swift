import Documents
import Testing

@Suite("Fix")
struct FixTests {
    /// The mend of a word that stands in a text at `1️⃣`, up to `2️⃣`.
    private func mended(_ marked: String, word: String, as meant: String) -> String? {
        let text = marked.filter { !"1️⃣2️⃣".contains($0) }
        let start = marked.prefix { $0 != "1️⃣" }.utf8.count
        let length = marked.drop { $0 != "1️⃣" }.dropFirst().prefix { $0 != "2️⃣" }.utf8.count
        let source = SourceText(path: "a.yaml", text: text)
        let range = source.range(start..<(start + length))
        return Fix.respelling(word, at: range, as: meant).map { fix in
            String(decoding: source.mended(by: [fix]).bytes, as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("a: 1️⃣captha2️⃣ # c", "a: captcha # c"),
        ("标题: {b: 1️⃣captha2️⃣}\r\n", "标题: {b: captcha}\r\n"),
        ("a: 1️⃣'captha'2️⃣", "a: 'captcha'"),
        ("1️⃣\"captha\"2️⃣: a", "\"captcha\": a"),
    ])
    func `a word is respelt where it stands, and all else stays`(marked: String, result: String) {
        #expect(mended(marked, word: "captha", as: "captcha") == result)
    }

    @Test(arguments: [
        ("a: 1️⃣\"capt\\x68a\"2️⃣", "captha", "captcha"),
        ("a: 1️⃣|\n  captha2️⃣", "captha", "captcha"),
        ("a: 1️⃣captha2️⃣", "captha", "cap tcha"),
        ("a: 1️⃣captha2️⃣", "captha", ""),
        ("a: 1️⃣captha2️⃣", "captha", "cap\ntcha"),
        ("a: 1️⃣captha2️⃣", "captha", "{captcha}"),
    ])
    func `a word that is written otherwise, or would need quotes, is left to the author`(
        marked: String,
        word: String,
        meant: String
    ) {
        #expect(mended(marked, word: word, as: meant) == nil)
    }

    private let source = SourceText(path: "a.yaml", text: "one two three\n")

    private func fix(_ bytes: Range<Int>, _ old: String, _ new: String) -> Fix {
        Fix(at: source.range(bytes), from: old, to: new)
    }

    private func text(_ fixes: Fix...) -> String {
        String(decoding: source.mended(by: fixes).bytes, as: UTF8.self)
    }

    @Test func `mends are made in the order of their places, each once`() {
        let first = fix(0..<3, "one", "1")
        let last = fix(8..<13, "three", "3 3 3")
        #expect(text(last, first, last) == "1 two 3 3 3\n")
        #expect(text(fix(4..<4, "", "and ")) == "one and two three\n")
    }

    @Test func `a mend that does not fit the text is left out`() {
        #expect(text(fix(0..<3, "two", "2")) == "one two three\n")
        #expect(text(fix(0..<3, "one", "1\n")) == "one two three\n")
        #expect(text(fix(9..<14, "hree\n", "x")) == "one two three\n")
        #expect(text(fix(0..<7, "one two", "x"), fix(4..<7, "two", "y")) == "x three\n")
        let beyond = SourcePosition(byte: 99, line: 1, column: 100)
        let range = SourceRange(file: "a.yaml", start: beyond, end: beyond)
        #expect(text(Fix(at: range, from: "", to: "x")) == "one two three\n")
        let elsewhere = SourceText(path: "b.yaml", text: "one")
        #expect(text(Fix(at: elsewhere.range(0..<3), from: "one", to: "1")) == "one two three\n")
    }
}
