/// Which way is up, as cameras tell it in Exif: the one thing of it that the eye needs.
enum Orientation {
    private static let head: [UInt8] = Array("Exif".utf8) + [0, 0]

    /// The orientation that a segment tells, from 2 to 8; `nil` where it tells none, or the usual one.
    static func of(_ segment: ArraySlice<UInt8>) -> UInt8? {
        let bytes = Array(segment.dropFirst(2))
        guard bytes.starts(with: head) else { return nil }
        let tiff = Array(bytes.dropFirst(head.count))
        guard tiff.count >= 8 else { return nil }
        let isLittle = tiff[0] == 0x49
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 0, place <= tiff.count - count else { return nil }
            let part = tiff[place..<(place + count)]
            return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard number(2, 2) == 42, let directory = number(4, 4), let count = number(directory, 2)
        else { return nil }
        for index in 0..<min(count, 200) {
            let entry = directory + 2 + 12 * index
            guard number(entry, 2) == 0x0112 else { continue }
            return number(entry + 8, 2).flatMap { (2...8).contains($0) ? UInt8($0) : nil }
        }
        return nil
    }

    /// A segment that tells nothing but the orientation.
    static func segment(_ orientation: UInt8) -> [UInt8] {
        let directory: [UInt8] = [
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ]
        let tiff: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8] + directory
        let data = head + tiff
        return [0xFF, 0xE1, 0, UInt8(data.count + 2)] + data
    }
}
