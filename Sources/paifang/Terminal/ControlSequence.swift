/// A control sequence that a terminal sends for a key, as xterm, VT and their kin write it.
struct ControlSequence {
    private let numbers: [Int]
    private let isPrivate: Bool
    private let final: UInt8

    /// Takes a sequence apart; numbers that are too great for a key count as 0.
    init(parameters: ArraySlice<UInt8>, final: UInt8) {
        isPrivate = parameters.contains { !(0x30...0x3B).contains($0) }
        numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
            part.count > 6 ? 0 : part.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
        }
        self.final = final
    }

    /// Whether a paste begins here.
    var isPasteStart: Bool { !isPrivate && final == 0x7E && numbers.first == 200 }

    /// The key; `nil` where it means none that is used here.
    var key: Key? {
        guard !isPrivate else { return nil }
        switch final {
        case UInt8(ascii: "A"): return .up
        case UInt8(ascii: "B"): return .down
        case UInt8(ascii: "C"): return isWordwise ? .wordRight : .right
        case UInt8(ascii: "D"): return isWordwise ? .wordLeft : .left
        case UInt8(ascii: "F"): return .end
        case UInt8(ascii: "H"): return .home
        case UInt8(ascii: "M"): return .enter
        case UInt8(ascii: "I"): return .tab
        case UInt8(ascii: "Z"): return .backTab
        case UInt8(ascii: "P")...UInt8(ascii: "S"):
            // A report of the cursor's place ends in `R`, too, but does not begin with 1 and a modifier.
            guard numbers.first ?? 0 < 2, modifiers < 16 else { return nil }
            return .function(Int(final - UInt8(ascii: "P")) + 1)
        case UInt8(ascii: "~"): return numbered
        case UInt8(ascii: "u"): return code(numbers.first ?? 0)
        default: return nil
        }
    }

    /// Shift is 1, Alt 2, Ctrl 4; the parameter is their sum and one.
    private var modifiers: Int {
        max(0, (numbers.count > 1 ? numbers[1] : 1) - 1)
    }

    private var isWordwise: Bool { modifiers & 6 != 0 }

    private var numbered: Key? {
        switch numbers.first ?? 0 {
        case 1, 7: .home
        case 3: isWordwise ? .deleteWord : .deleteForward
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function((numbers.first ?? 11) - 10)
        case 17...21: .function((numbers.first ?? 17) - 11)
        case 23, 24: .function((numbers.first ?? 23) - 12)
        case 27 where numbers.count > 2: code(numbers[2])
        default: nil
        }
    }

    /// A key given by the code of its character, as newer terminals do.
    private func code(_ code: Int) -> Key? {
        switch code {
        case 9: return modifiers & 1 != 0 ? .backTab : .tab
        case 13: return .enter
        case 27: return .escape
        case 8, 127: return isWordwise ? .deleteWord : .backspace
        default: break
        }
        guard let scalar = Unicode.Scalar(UInt32(clamping: code)), code >= 0x20,
            scalar.properties.generalCategory != .control
        else { return nil }
        let character = Character(scalar)
        if modifiers & 4 != 0 {
            return scalar.isASCII ? .control(Character(character.lowercased())) : nil
        }
        return modifiers & 2 != 0 ? .alternate(character) : .text(String(character))
    }
}
