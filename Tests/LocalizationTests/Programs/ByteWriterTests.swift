import Localization
import Testing

@Suite("ByteWriter")
struct ByteWriterTests {
    @Test(arguments: [0, 1, 767, 768, 769, 5000])
    func `a text of any length is whole`(length: Int) {
        var writer = ByteWriter()
        for number in 0..<length { writer.append(String(number % 10)) }
        #expect(writer.count == length)
        #expect(writer.bytes == (0..<length).map { UInt8(0x30 + $0 % 10) })
    }

    @Test func `long texts are whole, wherever the room ends`() {
        var writer = ByteWriter()
        let text = String(repeating: "ю", count: 700)
        for _ in 0..<5 { writer.append(text) }
        #expect(writer.withBytes { $0.elementsEqual(String(repeating: "ю", count: 3500).utf8) })
    }

    @Test func `a piece of any length is copied whole, and nothing behind it`() {
        let bytes = (0..<140).map { UInt8(0x21 + $0 % 90) }
        for length in 0...130 {
            var writer = ByteWriter()
            writer.append("<")
            writer.append(String(decoding: bytes.prefix(length), as: UTF8.self))
            writer.append(">")
            #expect(writer.bytes == [0x3C] + bytes.prefix(length) + [0x3E], "\(length)")
        }
    }

    @Test func `an emptied text begins anew`() {
        var writer = ByteWriter()
        writer.append(String(repeating: "long ", count: 500))
        writer.removeAll()
        #expect(writer.bytes.isEmpty)
        writer.append("new")
        #expect(writer.bytes == Array("new".utf8))
    }

    @Test func `grouped numbers and amounts are whole where the room ends`() throws {
        let program = try MessageProgram.compile("{n}", language: LanguageTag("ru"))
        for before in 730...780 {
            var writer = ByteWriter()
            writer.append(String(repeating: "a", count: before))
            program.write(ordered: [.integer(.max)], zone: "UTC", into: &writer)
            let text = String(decoding: writer.bytes.dropFirst(before), as: UTF8.self)
            #expect(text == program.format(["n": .integer(.max)]))
        }
    }
}
