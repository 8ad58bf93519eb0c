import CICUBridge
import Documents

/// The offsets of time zones from UTC.
package enum TimeZones {
    /// The offset of a zone at a moment, in seconds; `nil` where there is no such zone.
    ///
    /// A zone is an IANA name, or an offset such as `02:00`, `+02:00` or `-02:30`.
    package static func offset(of zone: String, atMilliseconds milliseconds: Int64) -> Int64? {
        if zone == "UTC" { return 0 }
        if let offset = fixedOffset(zone) { return offset }
        var offset: Int32 = 0
        let result = CodePoints.withBytes(zone) { bytes -> Int32 in
            guard let count = Int32(exactly: bytes.count) else { return 0 }
            return bytes.withMemoryRebound(to: CChar.self) { characters in
                paifang_time_zone_offset(characters.baseAddress, count, milliseconds, &offset)
            }
        }
        return result == 1 ? Int64(offset / 1_000) : nil
    }

    /// The IANA name that was probably meant; `nil` where none comes near.
    ///
    /// Who writes `Prague`, `Eurpoe/Prague` or `Europe/Prgaue` means `Europe/Prague`.
    package static func nearest(to word: String) -> String? {
        let city = { (name: String) in
            let last = name.split(separator: "/").last ?? ""
            return last.lowercased().split(separator: " ").joined(separator: "_")
        }
        let names = names.map { (name: $0, city: city($0)) }
        let wanted = city(word)
        if let same = names.first(where: { $0.city == wanted }) { return same.name }
        let region = word.split(separator: "/").first.map { $0 + "/" } ?? ""
        let near = names.filter { $0.name.hasPrefix(region) }
        let candidates = near.isEmpty ? names : near
        guard let guess = Spelling.guess(wanted, among: candidates.map(\.city)), guess.isCertain
        else { return nil }
        return candidates.first { $0.city == guess.word }?.name
    }

    /// The names of places, and `UTC`; abbreviations and offsets are left out, which nobody should write.
    private static var names: [String] {
        let length = paifang_time_zone_names(nil, 0)
        guard length > 0 else { return [] }
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(length)) { room in
            let written = paifang_time_zone_names(room.baseAddress, length)
            let bytes = room.prefix(Int(min(written, length))).map { UInt8(bitPattern: $0) }
            return String(decoding: bytes, as: UTF8.self)
        }
        return text.split(separator: "\n").map(String.init).filter { name in
            name == "UTC"
                || (name.contains("/") && !name.hasPrefix("Etc/") && !name.hasPrefix("SystemV/"))
        }
    }

    private static func fixedOffset(_ zone: String) -> Int64? {
        guard let first = zone.utf8.first, first == 0x2B || first == 0x2D || first.isDigit else {
            return nil
        }
        var digits = DigitReader(first.isDigit ? "+" + zone : zone)
        guard let offset = digits.offset(), digits.isAtEnd else { return nil }
        return Int64(offset)
    }
}
