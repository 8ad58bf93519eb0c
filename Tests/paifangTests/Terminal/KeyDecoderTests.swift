import Testing

@testable import paifang

@Suite("KeyDecoder")
struct KeyDecoderTests {
    private func keys(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.feed(text.utf8)
    }

    @Test(arguments: [
        ("a", Key.text("a")), ("я", .text("я")), ("欧阳", .text("欧阳")), ("\r", .enter),
        ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
        ("\u{3}", .control("c")), ("\u{C}", .control("l")), ("\u{1B}[A", .up),
        ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}OA", .up),
        ("\u{1B}OH", .home), ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
        ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[3~", .deleteForward),
        ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab),
        ("\u{1B}[9;2u", .backTab), ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)),
        ("\u{1B}[[A", .function(1)), ("\u{1B}[1;2P", .function(1)), ("\u{1B}[15~", .function(5)),
        ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .wordLeft), ("\u{1B}b", .alternate("b")),
        ("\u{1B}\u{7F}", .deleteWord), ("\u{1B}[108;5u", .control("l")),
        ("\u{1B}[27;5;108~", .control("l")), ("\u{1B}[13;2u", .enter),
    ])
    func `bytes of a key are that key`(text: String, key: Key) {
        #expect(keys(text) == [key])
    }

    @Test func `a key is the same however its bytes are cut`() {
        for text in ["\u{1B}[1;5C", "欧", "\u{1B}[Z", "\u{1B}[200~яblo\u{1B}[201~", "\u{1B}OP"] {
            var decoder = KeyDecoder()
            let bytewise = text.utf8.flatMap { decoder.feed([$0]) }
            #expect(bytewise == keys(text))
        }
    }

    @Test func `a lone Esc is a key after a while only`() {
        var decoder = KeyDecoder()
        let first = decoder.feed([0x1B])
        #expect(first == [])
        #expect(decoder.isAmbiguous)
        let escape = decoder.timeHasPassed()
        #expect(escape == [.escape])
        #expect(!decoder.isAmbiguous)
        let second = decoder.timeHasPassed()
        #expect(second == [])
    }

    @Test func `a letter that waits for its second byte is not lost when time passes`() {
        var decoder = KeyDecoder()
        let third = decoder.feed([0xD1])
        #expect(third == [])
        let fourth = decoder.timeHasPassed()
        #expect(fourth == [])
        let fifth = decoder.feed([0x8F])
        #expect(fifth == [.text("я")])
    }

    @Test func `what is pasted is one line without control characters`() {
        #expect(
            keys("\u{1B}[200~one\r\ntwo\u{1B}[31m\u{0}three\n\u{1B}[201~x") == [
                .paste("one two[31mthree"), .text("x"),
            ]
        )
    }

    @Test func `a paste may hold what looks like the beginning of its end`() {
        #expect(keys("\u{1B}[200~a\u{1B}[20b\u{1B}[201~") == [.paste("a[20b")])
    }

    @Test func `of a huge paste only a part is kept, and what follows are keys again`() {
        let keys = keys("\u{1B}[200~\(String(repeating: "a", count: 200_000))\u{1B}[201~\r")
        #expect(keys == [.paste(String(repeating: "a", count: KeyDecoder.pasteLimit)), .enter])
    }

    @Test(arguments: [
        "\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}P1+r\u{1B}\\",
        "\u{1B}[99~", "\u{1B}Ox", "\u{85}", "\u{0}", "\u{1B}[<0;1;1M",
    ])
    func `what is no key is left out, and the next key is read`(text: String) {
        #expect(keys(text + "a") == [.text("a")])
    }

    @Test func `bytes that are no text are left out`() {
        var decoder = KeyDecoder()
        let sixth = decoder.feed([0xFF, 0xC0, 0x80, 0x61, 0xE0, 0x80, 0x62, 0xED, 0xA0, 0x80])
        #expect(sixth == [.text("ab")])
    }

    @Test func `random bytes never stop it, and a key is read after them`() {
        var generator = Steps(state: 20_261_121)
        for _ in 0..<2_000 {
            var decoder = KeyDecoder()
            let noisy: [UInt8] = [0x1B, 0x5B, 0x4F, 0x5D, 0x32, 0x30, 0x7E, 0x3B, 0xD1, 0x8F]
            for _ in 0..<40 {
                let number = generator.next()
                let byte = number % 3 == 0 ? noisy[Int(number / 3 % 10)] : UInt8(number / 3 % 256)
                for key in decoder.feed([byte]) {
                    if case .text(let text) = key {
                        #expect(
                            text.unicodeScalars.allSatisfy {
                                $0.properties.generalCategory != .control
                            }
                        )
                    }
                }
            }
            // Ends whatever is open: a paste, a sequence of the terminal, a sequence.
            _ = decoder.feed("\u{1B}[201~\u{7}\u{1B}\\".utf8)
            _ = decoder.timeHasPassed()
            let seventh = decoder.feed("\r".utf8).last
            #expect(seventh == .enter)
        }
    }
}

/// A small generator whose numbers are the same on every run (Knuth's MMIX constants).
private struct Steps {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
