/// Makes keys of the bytes that a terminal sends, however they are cut into reads.
///
/// What is unknown is left out. Whether a lone Esc is a key or the beginning of a sequence only time
/// can tell; that time has passed is told from outside.
struct KeyDecoder {
    /// More than this of one paste is not kept: no answer is that long.
    static let pasteLimit = 65_536
    /// A sequence that is longer is no key of any terminal.
    static let sequenceLimit = 64

    private var pending: [UInt8] = []
    private var pasted: [UInt8]?

    /// What stands at the beginning of the pending bytes.
    private enum Piece {
        case key(Key, length: Int)
        case nothing(length: Int)
        case unfinished
    }

    /// Whether an Esc waits for what comes behind it.
    var isAmbiguous: Bool { pasted == nil && pending.first == 0x1B }

    /// Takes bytes and gives the keys that are complete.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
        pending.append(contentsOf: bytes)
        var keys: [Key] = []
        var start = 0
        while start < pending.count {
            if pasted != nil {
                let (key, length, isFinished) = paste(from: start)
                start += length
                if let key { keys.append(key) }
                if isFinished { continue }
                break
            }
            switch piece(at: start) {
            case .key(let key, let length):
                start += length
                Self.append(key, to: &keys)
            case .nothing(let length):
                start += max(1, length)
            case .unfinished:
                pending.removeFirst(start)
                return keys
            }
        }
        pending.removeFirst(min(start, pending.count))
        return keys
    }

    /// Nothing has come for so long that an Esc was a key of its own.
    mutating func timeHasPassed() -> [Key] {
        guard isAmbiguous else { return [] }
        let waiting = pending
        pending = []
        if waiting.count == 1 { return [.escape] }
        if waiting.count == 2, (0x20..<0x7F).contains(waiting[1]) {
            return [.alternate(Character(Unicode.Scalar(waiting[1])))]
        }
        return []
    }

    /// Adds a key; characters that came together stay together.
    private static func append(_ key: Key, to keys: inout [Key]) {
        if case .text(let more) = key, case .text(let before)? = keys.last {
            keys[keys.count - 1] = .text(before + more)
        } else {
            keys.append(key)
        }
    }

    // MARK: - Pieces

    private mutating func piece(at start: Int) -> Piece {
        let byte = pending[start]
        switch byte {
        case 0x1B: return escape(at: start)
        case 0x0D, 0x0A: return .key(.enter, length: 1)
        case 0x09: return .key(.tab, length: 1)
        case 0x08, 0x7F: return .key(.backspace, length: 1)
        case 0x00: return .nothing(length: 1)
        case 0x01...0x1A:
            return .key(.control(Character(Unicode.Scalar(byte + 0x60))), length: 1)
        case 0x1C...0x1F: return .nothing(length: 1)
        default: return scalar(at: start)
        }
    }

    private func scalar(at start: Int) -> Piece {
        let length: Int
        switch pending[start] {
        case 0x20..<0x7F: length = 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return .nothing(length: 1)
        }
        for offset in 1..<max(2, length) where offset < length {
            guard start + offset < pending.count else { return .unfinished }
            if pending[start + offset] & 0xC0 != 0x80 { return .nothing(length: offset) }
        }
        let bytes = pending[start..<start + length]
        guard let text = String(validating: bytes, as: UTF8.self),
            let scalar = text.unicodeScalars.first, scalar.properties.generalCategory != .control
        else { return .nothing(length: length) }
        return .key(.text(text), length: length)
    }

    private mutating func escape(at start: Int) -> Piece {
        guard start + 1 < pending.count else { return .unfinished }
        switch pending[start + 1] {
        case 0x1B: return .key(.escape, length: 1)
        case 0x5B: return control(at: start)
        case 0x4F: return shifted(at: start)
        case 0x5D, 0x50, 0x58, 0x5E, 0x5F: return answer(at: start)
        case 0x7F, 0x08: return .key(.deleteWord, length: 2)
        case 0x00..<0x20: return .key(.escape, length: 1)
        default:
            switch scalar(at: start + 1) {
            case .key(.text(let text), let length):
                guard let character = text.first else { return .nothing(length: length + 1) }
                return .key(.alternate(character), length: length + 1)
            case .key(_, let length), .nothing(let length): return .nothing(length: length + 1)
            case .unfinished: return .unfinished
            }
        }
    }

    /// A control sequence: `ESC [`, parameters, a letter (ECMA-48, 5.4).
    private mutating func control(at start: Int) -> Piece {
        var end = start + 2
        guard end < pending.count else { return .unfinished }
        if pending[end] == 0x5B {
            // The Linux console sends its first function keys as `ESC [ [ A`.
            guard end + 1 < pending.count else { return .unfinished }
            let number = Int(pending[end + 1]) - 0x40
            return (1...5).contains(number)
                ? .key(.function(number), length: 4) : .nothing(length: 3)
        }
        while end < pending.count, (0x20...0x3F).contains(pending[end]) { end += 1 }
        let length = end - start
        guard end < pending.count else {
            return length > Self.sequenceLimit ? .nothing(length: length) : .unfinished
        }
        guard (0x40...0x7E).contains(pending[end]) else { return .nothing(length: length) }
        let sequence = ControlSequence(
            parameters: pending[start + 2..<end],
            final: pending[end]
        )
        if sequence.isPasteStart {
            pasted = []
            return .nothing(length: length + 1)
        }
        guard let key = sequence.key else { return .nothing(length: length + 1) }
        return .key(key, length: length + 1)
    }

    /// `ESC O` and a letter: keys in application mode.
    private func shifted(at start: Int) -> Piece {
        var end = start + 2
        while end < pending.count, (0x30...0x3B).contains(pending[end]) { end += 1 }
        guard end < pending.count else {
            return end - start > 8 ? .nothing(length: end - start) : .unfinished
        }
        guard (0x40...0x7E).contains(pending[end]) else { return .nothing(length: end - start) }
        let sequence = ControlSequence(
            parameters: pending[start + 2..<end],
            final: pending[end]
        )
        guard let key = sequence.key else { return .nothing(length: end - start + 1) }
        return .key(key, length: end - start + 1)
    }

    /// What a terminal says of itself, up to its end mark; nothing of it is a key.
    private func answer(at start: Int) -> Piece {
        var end = start + 2
        while end < pending.count {
            if pending[end] == 0x07 { return .nothing(length: end - start + 1) }
            if pending[end] == 0x1B {
                guard end + 1 < pending.count else { return .unfinished }
                return .nothing(length: end - start + (pending[end + 1] == 0x5C ? 2 : 0))
            }
            if end - start > 4096 { return .nothing(length: end - start) }
            end += 1
        }
        return .unfinished
    }

    // MARK: - Pasting

    private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    private mutating func paste(from start: Int) -> (key: Key?, length: Int, isFinished: Bool) {
        let mark = Self.pasteEnd
        var index = start
        while index < pending.count {
            if pending[index] == mark[0] {
                let rest = pending[index...].prefix(mark.count)
                if rest.elementsEqual(mark) {
                    keep(pending[start..<index])
                    let text = Self.oneLine(pasted ?? [])
                    pasted = nil
                    return (.paste(text), index - start + mark.count, true)
                }
                if rest.count < mark.count, mark.starts(with: rest) { break }
            }
            index += 1
        }
        keep(pending[start..<index])
        return (nil, index - start, false)
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        let room = Self.pasteLimit - (pasted?.count ?? 0)
        pasted?.append(contentsOf: bytes.prefix(max(0, room)))
    }

    /// A text without control characters; a line end becomes a blank, except at the end.
    private static func oneLine(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        var isBlankOwed = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: isBlankOwed = !text.isEmpty
            case 0x00..<0x20, 0x7F..<0xA0, 0xFFFD: break
            default:
                if isBlankOwed { text.append(" ") }
                isBlankOwed = false
                text.append(scalar)
            }
        }
        return String(text)
    }
}
