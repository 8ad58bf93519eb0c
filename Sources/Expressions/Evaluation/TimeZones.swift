import CICUBridge

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

    /// The name of a zone that was written with other capitals, such as `Europe/Prague`.
    static func spelled(_ zone: String) -> String? {
        let words = zone.lowercased().split { "/_-".contains($0) }
        var capitals = ""
        for letter in zone.lowercased() {
            let isFirst = capitals.last.map { "/_-".contains($0) } ?? true
            capitals += isFirst ? letter.uppercased() : String(letter)
        }
        return [capitals, zone.uppercased()].first {
            $0 != zone && !words.isEmpty && offset(of: $0, atMilliseconds: 0) != nil
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
