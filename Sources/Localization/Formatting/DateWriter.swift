import CICUBridge
import Synchronization

/// Writes dates of one style in one language.
///
/// The pattern is ICU's, and so are the words; where the pattern holds only fields that are known here
/// the writing is done here, byte for byte as ICU does it, and otherwise by ICU.
///
/// ICU takes long to find a pattern, and most messages with a date are never shown: so it is asked when the
/// first date is written, unless only ICU can say whether there is such a style.
///
/// Unchecked since the language's handle never changes, and what is made of it is swapped in whole.
final class DateWriter: @unchecked Sendable {
    private let language: OpaquePointer
    private let style: DateStyle
    /// A ``MadeDates``, once it was needed.
    ///
    /// A bare reference, since `AtomicLazyReference` asks for the metadata of its type at every look.
    private let made = Atomic<UnsafeRawPointer?>(nil)

    init?(_ style: DateStyle, _ language: OpaquePointer?) {
        guard let language else { return nil }
        self.style = style
        self.language = language
        if !style.isEveryday, dates() == nil { return nil }
    }

    deinit {
        if let made = made.load(ordering: .acquiring) {
            Unmanaged<MadeDates>.fromOpaque(made).release()
        }
    }

    /// Appends an instant (milliseconds since 1970) as it is called in a zone.
    func append(_ instant: Int64, zone: String, to buffer: inout ByteWriter) {
        // Whoever shows the date holds the writer, and it holds what is made: nothing is counted.
        dates()?._withUnsafeGuaranteedRef { $0.append(instant, zone: zone, to: &buffer) }
    }

    /// What ICU has made; `nil` where it refuses the style.
    private func dates() -> Unmanaged<MadeDates>? {
        if let found = made.load(ordering: .acquiring) { return .fromOpaque(found) }
        guard let new = MadeDates(style, language) else { return nil }
        let kept = Unmanaged.passRetained(new)
        let (isFirst, other) = made.compareExchange(
            expected: nil,
            desired: UnsafeRawPointer(kept.toOpaque()),
            ordering: .acquiringAndReleasing
        )
        guard !isFirst, let other else { return kept }
        kept.release()
        return .fromOpaque(other)
    }
}

/// What ICU makes of a style in a language.
///
/// A class since it owns a handle. Unchecked since the bridge locks it, and it never changes.
private final class MadeDates: @unchecked Sendable {
    /// Instants between which the calendar is simple: after the change of calendars, four-digit years.
    private static let plainInstants: ClosedRange<Int64> = -12_219_292_800_000...253_402_300_799_999

    private let handle: OpaquePointer
    /// The pattern, where it holds only fields that are known here.
    private let pattern: DatePattern?

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

    init?(_ style: DateStyle, _ language: OpaquePointer) {
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
}

extension DateStyle {
    /// Whether ICU certainly knows the style: a length, or fields of everyday dates, each in one piece.
    fileprivate var isEveryday: Bool {
        guard case .skeleton(let fields) = self else { return true }
        var seen: Set<UInt8> = []
        var last: UInt8 = 0
        var run = 0
        for field in fields.utf8 {
            run = field == last ? run + 1 : 1
            guard "yMdEHhjms".utf8.contains(field), run <= 4, run > 1 || seen.insert(field).inserted
            else { return false }
            last = field
        }
        return !seen.isEmpty
    }
}
