/// What is written in place of some bytes of a file.
struct Patch {
    let range: Range<Int>
    let bytes: [UInt8]

    init(_ range: Range<Int>, _ bytes: [UInt8]) {
        self.range = range
        self.bytes = bytes
    }

    init(_ range: Range<Int>, _ text: String) {
        self.init(range, Array(text.utf8))
    }

    /// The bytes with changes that don't overlap.
    static func apply(_ patches: [Patch], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var done = 0
        for patch in patches.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where patch.range.lowerBound >= done && patch.range.upperBound <= bytes.count {
            result += bytes[done..<patch.range.lowerBound]
            result += patch.bytes
            done = patch.range.upperBound
        }
        return result + bytes[done...]
    }
}
