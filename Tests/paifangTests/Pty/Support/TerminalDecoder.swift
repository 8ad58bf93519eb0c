/// Cuts the bytes of a program where a terminal may look at them: never inside a character or a sequence.
struct TerminalDecoder {
    private var waiting: [UInt8] = []

    /// Takes bytes and gives the text that is complete.
    mutating func feed(_ bytes: [UInt8]) -> String {
        waiting += bytes
        let end = min(Self.endOfCharacters(waiting), Self.endOfSequences(waiting))
        let text = String(decoding: waiting[..<end], as: UTF8.self)
        waiting.removeFirst(end)
        return text
    }

    private static func endOfCharacters(_ bytes: [UInt8]) -> Int {
        for back in 1...4 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back ? bytes.count - back : bytes.count
        }
        return bytes.count
    }

    private static func endOfSequences(_ bytes: [UInt8]) -> Int {
        guard let start = bytes.lastIndex(of: 0x1B) else { return bytes.count }
        guard start + 1 < bytes.count else { return start }
        guard bytes[start + 1] == UInt8(ascii: "[") else { return bytes.count }
        let isFinished = bytes[(start + 2)...].contains { (0x40...0x7E).contains($0) }
        return isFinished ? bytes.count : start
    }
}
