import CICUBridge

/// Writes dates of one style in one language.
///
/// The pattern is ICU's, and so are the words; where the pattern holds only fields that are known here
/// the writing is done here, byte for byte as ICU does it, and otherwise by ICU.
///
/// A class since it owns a handle. Unchecked since the bridge locks it, and it never changes.
final class DateWriter: @unchecked Sendable {
    private let handle: OpaquePointer
    private let pattern: DatePattern?

    /// Instants between which the calendar is simple: after the change of calendars, four-digit years.
    private static let plainInstants: ClosedRange<Int64> = -12_219_292_800_000...253_402_300_799_999

    init?(_ style: DateStyle, _ language: OpaquePointer?) {
        let made: OpaquePointer? =
            switch style {
            case .date(let length):
                pf_date_make(language, false, pf_date_style(rawValue: length.rawValue))
            case .time(let length):
                pf_date_make(language, true, pf_date_style(rawValue: length.rawValue))
            case .skeleton(let fields):
                pf_date_make_skeleton(language, fields, fields.bridgedLength)
            }
        guard let made else { return nil }
        handle = made
        let pattern = BridgedText.string { pf_date_pattern(made, $0, $1) }
        guard let pattern, pf_date_is_plain(made) else {
            self.pattern = nil
            return
        }
        self.pattern = DatePattern(pattern, language)
    }

    deinit {
        pf_date_free(handle)
    }

    /// Appends an instant (milliseconds since 1970) as it is called in a zone.
    func append(_ instant: Int64, zone: String, to buffer: inout ByteWriter) {
        var offset: Int32 = 0
        let isUTC = zone == "UTC" || !pf_zone_offset(zone, instant, &offset)
        let (local, overflow) = instant.addingReportingOverflow(isUTC ? 0 : Int64(offset))
        if let pattern, !overflow, Self.plainInstants.contains(local),
            Self.plainInstants.contains(instant)
        {
            pattern.append(CivilMoment(milliseconds: local), to: &buffer)
        } else {
            // Nothing is appended where ICU refuses, which it doesn't do for instants.
            _ = BridgedText.append(to: &buffer) {
                pf_date_format(handle, instant, zone, $0, $1)
            }
        }
    }
}
