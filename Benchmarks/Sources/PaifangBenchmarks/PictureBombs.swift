import Flows
import Uploads

/// Pictures that were made to use up the machine, each as large as a field takes them.
enum PictureBombs {
    /// As the fields of this project.
    static let bounds = FileBounds(atMost: 5)

    /// Each by its name, made when it is asked for.
    static let all: [(name: String, make: @Sendable () -> [UInt8])] = [
        ("no bomb: a picture of one pixel", { png([header(width: 1, height: 1), idat, end]) }),
        (
            "PNG: data that would become gigabytes, with a header of 40 megapixels",
            { png([header(width: 8_000, height: 5_000), chunk("IDAT", zeros(4_999_000)), end]) }
        ),
        ("PNG: 10 gigapixels", { png([header(width: 100_000, height: 100_000), idat, end]) }),
        ("PNG: endless chunks", { png([header(width: 1, height: 1)] + many(chunk("tEXt", []))) }),
        (
            "PNG: endless pieces of data",
            { png([header(width: 1, height: 1)] + many(chunk("IDAT", []))) }
        ),
        (
            "PNG: cut off in the last chunk",
            {
                png([
                    header(width: 1, height: 1), Array(chunk("IDAT", zeros(4_999_000)).dropLast()),
                ])
            }
        ),
        (
            "JPEG: 4 gigapixels",
            { jpeg([frame(width: 65_535, height: 65_535), scan, [0xFF, 0xD9]]) }
        ),
        ("JPEG: many scans", { jpeg([frame(width: 1, height: 1)] + many(scan)) }),
        ("JPEG: endless segments", { jpeg(many([0xFF, 0xE1, 0, 2])) }),
        ("JPEG: endless tables", { jpeg(many([0xFF, 0xC4, 0, 2])) }),
        ("JPEG: endless directories of Exif", { jpeg(many(exif)) }),
        ("JPEG: endless fill bytes", { jpeg([[UInt8](repeating: 0xFF, count: 4_999_000)]) }),
        (
            "JPEG: a scan that is cut off",
            { jpeg([frame(width: 1, height: 1), scan, zeros(4_999_000)]) }
        ),
    ]

    /// As often as it has room.
    private static func many(_ part: [UInt8]) -> [[UInt8]] {
        [[UInt8]](repeating: part, count: 4_999_000 / part.count)
    }

    private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    // MARK: - PNG

    private static let idat = chunk("IDAT", [0x78, 0x01, 0x01, 2, 0, 0xFD, 0xFF, 0, 0, 0, 2, 0, 1])
    private static let end = chunk("IEND", [])

    private static func png(_ chunks: [[UInt8]]) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunks.flatMap(\.self)
    }

    private static func header(width: UInt32, height: UInt32) -> [UInt8] {
        chunk("IHDR", number(width) + number(height) + [8, 0, 0, 0, 0])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        var sum = UInt32.max
        for byte in body {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
        return number(UInt32(data.count)) + body + number(~sum)
    }

    private static func number(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    // MARK: - JPEG

    /// A scan with one byte of data.
    private static let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x3F]

    /// A segment full of entries that tell nothing.
    private static let exif: [UInt8] = {
        let entries = 5_000
        let tiff: [UInt8] =
            [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, UInt8(entries >> 8), UInt8(entries & 255)]
            + zeros(12 * entries)
        let data = Array("Exif".utf8) + [0, 0] + tiff
        let length = data.count + 2
        return [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + data
    }()

    private static func jpeg(_ parts: [[UInt8]]) -> [UInt8] {
        [0xFF, 0xD8] + parts.flatMap(\.self)
    }

    private static func frame(width: UInt16, height: UInt16) -> [UInt8] {
        let size = [height >> 8, height & 255, width >> 8, width & 255].map { UInt8($0) }
        return [0xFF, 0xC0, 0, 11, 8] + size + [1, 1, 0x11, 0]
    }
}
