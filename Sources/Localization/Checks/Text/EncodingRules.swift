/// Finds characters without a width, and letters that were read in a wrong encoding.
enum EncodingRules {
    static func check(_ reading: inout TextReading) {
        for passage in reading.text.passages {
            if !passage.kinds.isDisjoint(with: .any(.invisible, .broken)) {
                unusual(passage, &reading)
            }
            if passage.signs.hasOthers, passage.kinds.contains(.init(.latin)) {
                mojibake(passage, &reading)
            }
        }
    }

    private static func unusual(_ passage: Passage, _ reading: inout TextReading) {
        for (index, glyph) in passage.glyphs.enumerated() {
            let previous = index > 0 ? passage.glyphs[index - 1] : nil
            let number = String(glyph.value, radix: 16, uppercase: true)
            let name = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
            switch glyph.kind {
            case .invisible:
                // Pictures are joined out of several by one of them.
                if glyph.value == 0x200D, previous?.kind == .symbol || previous?.kind == .mark {
                    continue
                }
                // Signs for right-to-left writing are told by themselves.
                guard [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(glyph.value) else {
                    continue
                }
                reading.report(
                    "L113",
                    at: glyph.place,
                    "an invisible character stands here (\(name))",
                    help: "remove it",
                    replacement: ""
                )
            case .broken:
                reading.report(
                    "L105",
                    at: glyph.place,
                    "a character was lost here: the reader sees �",
                    help: "write the character again, and save the file as UTF-8"
                )
            default: break
            }
        }
    }

    /// UTF-8 that was read as Latin-1 or Windows-1252: `Ã©` for é, `Ð°` for а.
    private static func mojibake(_ passage: Passage, _ reading: inout TextReading) {
        let glyphs = passage.glyphs
        for index in glyphs.indices.dropLast() where (0xC2...0xF4).contains(glyphs[index].value) {
            let first = glyphs[index].value
            guard glyphs[index].kind == .latin else { continue }
            let behind = glyphs[(index + 1)...]
            let count = behind.prefix(3).prefix { isContinuation($0.value) }.count
            let isBroken =
                switch first {
                case 0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1: count >= 1
                default:
                    behind.prefix(2).count { isContinuation($0.value) && !isCommon($0.value) } == 2
                }
            guard isBroken else { continue }
            reading.report(
                "L105",
                at: passage.place(index..<(index + 1 + count)),
                "`\(passage.text(index..<(index + 1 + count)))` is a letter that was read in a wrong encoding",
                help: "write the letter that was meant, and save the file as UTF-8"
            )
            return
        }
    }

    /// What may well stand behind an accented letter.
    private static func isCommon(_ value: UInt32) -> Bool {
        switch value {
        case 0xA0, 0xAB, 0xBB, 0xAD, 0x2013, 0x2014, 0x2018...0x201E, 0x2026, 0x160, 0x161, 0x17D,
            0x17E:
            true
        default: false
        }
    }

    private static func isContinuation(_ value: UInt32) -> Bool {
        switch value {
        case 0x80...0xBF: true
        case 0x20AC, 0x201A...0x201E, 0x2020...0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x2013,
            0x2014,
            0x2018, 0x2019, 0x2122, 0x2C6, 0x2DC, 0x192, 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D,
            0x17E:
            true
        default: false
        }
    }
}
