import Flows
import Uploads

/// Pictures put together by hand, so that one thing of them can be wrong.
enum Made {
    static let bounds = FileBounds(atMost: 5)

    static func sample(_ word: String) -> [UInt8] { SampleFile.bytes(of: word) ?? [] }

    static func chunk(_ name: String, _ data: [UInt8] = []) -> [UInt8] {
        let body = Array(name.utf8) + data
        return number(UInt32(data.count)) + body + number(checksum(body))
    }

    /// The same part many times.
    static func many(_ part: [UInt8], _ count: Int) -> [UInt8] {
        [[UInt8]](repeating: part, count: count).flatMap(\.self)
    }

    /// A PNG of these chunks.
    static func png(_ chunks: [UInt8]...) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunks.flatMap(\.self)
    }

    static func header(
        width: UInt32 = 1,
        height: UInt32 = 1,
        depth: UInt8 = 8,
        colour: UInt8 = 0
    ) -> [UInt8] {
        chunk("IHDR", number(width) + number(height) + [depth, colour, 0, 0, 0])
    }

    static func number(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// CRC-32, bit by bit: another way than that of the code under test.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value >> 1 ^ (value & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
        return ~value
    }

    /// A JPEG with these segments before its tables.
    static func jpeg(with segments: [UInt8] = [], frame: [UInt8]? = nil) -> [UInt8] {
        var bytes = sample("jpeg")
        if let frame, let place = place(ofMarker: 0xC0, in: bytes) {
            bytes.replaceSubrange(place..<(place + 13), with: frame)
        }
        bytes.insert(contentsOf: segments, at: 2)
        return bytes
    }

    static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
        let length = UInt16(data.count + 2)
        return [0xFF, marker, UInt8(length >> 8), UInt8(truncatingIfNeeded: length)] + data
    }

    static func frame(width: UInt16, height: UInt16) -> [UInt8] {
        segment(
            0xC0,
            [
                8, UInt8(height >> 8), UInt8(truncatingIfNeeded: height), UInt8(width >> 8),
                UInt8(truncatingIfNeeded: width), 1, 1, 0x11, 0,
            ]
        )
    }

    private static func place(ofMarker marker: UInt8, in bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == marker }
    }

    /// What becomes of a file: its problem, or nothing.
    static func problem(_ bytes: [UInt8], _ bounds: FileBounds = bounds) -> UploadProblem? {
        do {
            _ = try Picture(bytes, within: bounds)
            return nil
        } catch {
            return error
        }
    }
}
