import Documents
import Testing

@testable import Exchange

@Suite("XLIFF that can't be read")
struct XLIFFReaderTests {
    private func finding(_ bytes: [UInt8]) throws -> Diagnostic {
        switch XLIFFReader.read(SourceText(path: "back.xlf", bytes: bytes)) {
        case .success: throw Unrefused()
        case .failure(let refused): return refused.finding
        }
    }

    private struct Unrefused: Error {}

    @Test(arguments: [
        ("", 1), ("hello", 1), ("<xliff version='1.2'>\n<file>\n</xliff>", 3), ("<html/>", 1),
        ("<xliff version='1.3'/>", 1), ("<xliff/>", 1),
        ("\n<xliff version='1.2'><a>&x;</a></xliff>", 2),
        ("<!DOCTYPE xliff>\n<xliff version='1.2'/>", 1),
        ("<!DOCTYPE xliff SYSTEM 'file:///etc/passwd'>\n<xliff version='1.2'/>", 1),
        ("<xliff version='1.2'>\u{1}</xliff>", 1),
    ])
    func `has one finding with its line`(text: String, line: Int) throws {
        let finding = try finding(Array(text.utf8))
        #expect(finding.code == "L170")
        #expect(finding.range.start.line == line, "\(finding.message)")
    }

    @Test func `entities that grow are never expanded`() throws {
        var text = "<!DOCTYPE xliff [<!ENTITY a0 'lol'>"
        for index in 1...30 {
            text += "<!ENTITY a\(index) '&a\(index - 1);&a\(index - 1);&a\(index - 1);'>"
        }
        text += "]><xliff version='1.2'><file><body><note>&a30;</note></body></file></xliff>"
        #expect(try finding(Array(text.utf8)).code == "L170")
    }

    @Test func `what is too deep, too much or too long is refused`() throws {
        let deep = String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40)
        let many = String(repeating: "<a/>", count: MarkupReader.elementLimit + 1)
        for text in [deep, many] {
            let finding = try finding(Array("<xliff version='1.2'>\(text)</xliff>".utf8))
            #expect(finding.message.contains("more than"))
        }
        let long = [UInt8](repeating: 0x20, count: MarkupReader.byteLimit + 1)
        #expect(try finding(long).message.contains("bytes"))
    }

    @Test func `only UTF-8 is read`() throws {
        let text = "<xliff version='1.2'>é</xliff>"
        #expect(try finding(text.unicodeScalars.map { UInt8($0.value) }).code == "L170")
        #expect(
            try finding(Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).code
                == "L170"
        )
        let marked = [0xEF, 0xBB, 0xBF] + Array("<xliff version='1.2'/>".utf8)
        #expect(throws: Unrefused.self) { try finding(marked) }
    }

    @Test func `nothing that is damaged at random stops the reader`() throws {
        let text = Exchanging(
            "A {n, plural, one {# a} other {# b}} {c}",
            "Б {n, plural, one {# а} few {# б} many {# в} other {# г}} {c}",
            Way(version: .two, cut: .split)
        )
        let bytes = Array(text.text.utf8)
        var random = SeededGenerator(state: 9)
        for _ in 0..<3000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                let end = min(damaged.count, place + Int.random(in: 0...8, using: &random))
                let new = bytes[Int.random(in: 0..<bytes.count, using: &random)...].prefix(4)
                damaged.replaceSubrange(place..<end, with: new)
            }
            guard
                case .success(let document) = XLIFFReader.read(
                    SourceText(path: "back.xlf", bytes: damaged)
                )
            else { continue }
            let back = TranslationImport(document, into: text.bundle)
            for change in back.changes {
                #expect(throws: Never.self) { try MessageForm(change.pattern ?? "") }
            }
        }
    }
}
