/// Characters of a message that a reader doesn't see as they are meant (L036, L061, L062).
enum CharacterRules {
    static func problems(_ inspection: MessageInspection) -> [MessageProblem] {
        var pattern = inspection.pattern
        let suspicion = pattern.withUTF8 { Suspicion($0) }
        guard !suspicion.isEmpty else { return [] }
        var problems: [MessageProblem] = []
        if suspicion.contains(.apostrophe) { problems += apostrophes(inspection) }
        if suspicion.contains(.invisible) { problems += invisible(inspection.pattern) }
        if suspicion.contains(.decomposed) { problems += decomposed(inspection.pattern) }
        return problems
    }

    /// What one look at the bytes tells.
    private struct Suspicion: OptionSet {
        let rawValue: UInt8

        static let apostrophe = Suspicion(rawValue: 1)
        static let invisible = Suspicion(rawValue: 2)
        static let decomposed = Suspicion(rawValue: 4)
        /// A byte behind which others tell more: E2, EF.
        static let unclear = Suspicion(rawValue: 8)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            let table = Self.table.buffer
            var found: Suspicion = []
            for byte in bytes { found.formUnion(table[Int(byte)]) }
            if found.contains(.unclear) { found.formUnion(Self.unclear(bytes)) }
            self = found
        }

        private static let table = Row(
            keeping: (UInt8.min...UInt8.max).map { byte -> Suspicion in
                switch byte {
                case 0x27: .apostrophe
                case 0x0A: []
                case 0x00...0x1F, 0x7F, 0xC2, 0xD8: .invisible
                case 0xCC, 0xCD, 0xE1, 0xF0: .decomposed
                case 0xE2, 0xEF: .unclear
                default: []
                }
            }
        )

        private static func unclear(_ bytes: UnsafeBufferPointer<UInt8>) -> Suspicion {
            var found: Suspicion = []
            for (index, byte) in bytes.enumerated() where byte == 0xE2 || byte == 0xEF {
                let second = index + 1 < bytes.count ? bytes[index + 1] : 0
                let third = index + 2 < bytes.count ? bytes[index + 2] : 0
                if byte == 0xEF {
                    if (0xA4...0xAB).contains(second) { found.insert(.decomposed) }
                } else if second == 0x80 || second == 0x81 {
                    if third < 0x82 { found.insert(.decomposed) }
                    // Quotation marks, dashes and the ellipsis are what most texts hold.
                    if (0x8E...0x8F).contains(third) || (0xA8...0xAE).contains(third) {
                        found.insert(.invisible)
                    }
                    if second == 0x81, third >= 0xA6 { found.insert(.invisible) }
                } else if second == 0x84 {
                    found.insert(.decomposed)
                }
            }
            return found
        }
    }

    // MARK: - Apostrophes

    private static func apostrophes(_ inspection: MessageInspection) -> [MessageProblem] {
        var problems: [MessageProblem] = []
        func look(_ nodes: [MessageTree.Node]) {
            for (place, node) in nodes.enumerated() {
                switch node {
                case .number: break
                case .argument(let argument):
                    for branch in argument.branches { look(branch.nodes) }
                case .text(let text):
                    let bytes = Array(text.value.utf8)
                    for index in bytes.indices where bytes[index] == 0x27 {
                        let before = index > 0 ? isLetter(bytes[index - 1]) : place > 0
                        let behind = index + 1 < bytes.count && isLetter(bytes[index + 1])
                        guard before, behind else { continue }
                        problems.append(
                            MessageProblem(
                                "L036",
                                at: text.range(of: index..<(index + 1)),
                                "a straight apostrophe",
                                help: "write ’",
                                replacement: "’"
                            )
                        )
                    }
                }
            }
        }
        look(inspection.tree.nodes)
        return problems
    }

    /// Whether a byte is of a letter, or may be.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || (byte >= 0x80 && byte != 0xE2)
    }

    // MARK: - Invisible characters

    private static func invisible(_ pattern: String) -> [MessageProblem] {
        var problems: [MessageProblem] = []
        var offset = 0
        for scalar in pattern.unicodeScalars {
            let length = UTF8.width(scalar)
            defer { offset += length }
            let name: String
            switch scalar.value {
            case 0x09, 0x0A: continue
            case 0x00...0x1F, 0x7F...0x9F: name = "control character"
            case 0x2028, 0x2029: name = "separator"
            case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
                name = "sign for right-to-left writing"
            default: continue
            }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            problems.append(
                MessageProblem(
                    "L062",
                    at: offset..<(offset + length),
                    "the \(name) U+\(padded) stands in the message",
                    help: "remove it",
                    replacement: "",
                    label: "invisible here"
                )
            )
        }
        return problems
    }

    // MARK: - Normal form

    private static func decomposed(_ pattern: String) -> [MessageProblem] {
        guard !TextFolding.nfc(pattern).utf8.elementsEqual(pattern.utf8) else { return [] }
        var problems: [MessageProblem] = []
        var offset = 0
        for character in pattern {
            let written = String(character)
            let length = written.utf8.count
            defer { offset += length }
            let composed = TextFolding.nfc(written)
            guard !composed.utf8.elementsEqual(written.utf8) else { continue }
            problems.append(
                MessageProblem(
                    "L061",
                    at: offset..<(offset + length),
                    "`\(composed)` is written in parts",
                    help: "write it as one character (normal form C)",
                    replacement: composed
                )
            )
        }
        return problems
    }
}
