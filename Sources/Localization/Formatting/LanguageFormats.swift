import CICUBridge
import Synchronization

/// What one language needs to write numbers, dates and plurals; made once a language and shared.
///
/// A class since it owns a handle. Unchecked since the bridge locks what threads must not share, and
/// the handle never changes.
final class LanguageFormats: @unchecked Sendable {
    /// The language whose conventions these are; a pseudo-language has those of its base.
    let language: LanguageTag
    let handle: OpaquePointer?
    /// Whole numbers that are written here; `nil` where ICU must write them.
    private let grouping: IntegerGrouping?
    private let lazies = Locked(Lazies())
    /// The first currency that was asked for, which is one of `lazies` and stays there.
    ///
    /// A bare reference, since `AtomicLazyReference` asks for the metadata of its type at every look.
    private let firstCurrency = Atomic<UnsafeRawPointer?>(nil)

    private struct Lazies {
        var cardinals: PluralRule?
        var ordinals: PluralRule?
        var dates: [DateStyle: DateWriter] = [:]
        var currencies: [String: MoneyAffixes?] = [:]
    }

    private static let made = Locked([LanguageTag: LanguageFormats]())

    /// The formats of a language; made when first asked for.
    static func of(_ language: LanguageTag) -> LanguageFormats {
        let real = language.isPseudo ? LanguageTag(language.base) : language
        if let found = made.withLock({ $0[real] }) { return found }
        // Outside of the lock, so that languages that are read side by side don't wait for each other.
        let formats = LanguageFormats(real)
        return made.withLock { made in
            if let found = made[real] { return found }
            made[real] = formats
            return formats
        }
    }

    private init(_ language: LanguageTag) {
        self.language = language
        let handle = pf_language_make(language.rawValue)
        self.handle = handle
        grouping = IntegerGrouping(of: handle)
    }

    deinit {
        pf_language_free(handle)
    }

    /// The plural rule, cardinal or ordinal.
    func plurals(ordinal: Bool) -> PluralRule {
        lazies.withLock { lazies in
            if let found = ordinal ? lazies.ordinals : lazies.cardinals { return found }
            let rule = PluralRule(self, ordinal: ordinal)
            if ordinal { lazies.ordinals = rule } else { lazies.cardinals = rule }
            return rule
        }
    }

    /// The writer of a date style; `nil` where ICU refuses it.
    func dates(_ style: DateStyle) -> DateWriter? {
        lazies.withLock { lazies in
            if let found = lazies.dates[style] { return found }
            let writer = DateWriter(style, handle)
            lazies.dates[style] = writer
            return writer
        }
    }

    /// Appends a whole number in the language's plain style.
    func append(_ value: Int64, to buffer: inout ByteWriter) {
        if let grouping {
            grouping.append(value, to: &buffer)
        } else {
            append(value, .number, to: &buffer)
        }
    }

    /// Appends a whole number in a named style.
    func append(_ value: Int64, _ style: NumberStyle.Named, to buffer: inout ByteWriter) {
        if let grouping, style != .percent {
            grouping.append(value, to: &buffer)
            return
        }
        let raw = pf_number_style(rawValue: style.rawValue)
        let done = BridgedText.append(to: &buffer) {
            pf_format_integer(handle, raw, value, $0, $1)
        }
        if !done { buffer.append(String(value)) }
    }

    /// Appends a number in a named style.
    func append(_ value: Double, _ style: NumberStyle.Named, to buffer: inout ByteWriter) {
        let raw = pf_number_style(rawValue: style.rawValue)
        let done = BridgedText.append(to: &buffer) { pf_format_double(handle, raw, value, $0, $1) }
        if !done { buffer.append("\(value)") }
    }

    /// Appends an amount of money in ten thousandths of its unit.
    func append(tenThousandths: Int64, currency: String, to buffer: inout ByteWriter) {
        if let affixes = affixes(of: currency), affixes.append(tenThousandths, to: &buffer) {
            return
        }
        let decimal = MoneyAffixes.decimal(tenThousandths)
        let done = BridgedText.append(to: &buffer) {
            pf_format_money(handle, decimal, currency, $0, $1)
        }
        if !done { buffer.append("\(decimal) \(currency)") }
    }

    /// How a currency's amounts are written; `nil` where ICU must write them.
    private func affixes(of currency: String) -> MoneyAffixes? {
        // Most products know one currency, and looking at it needs no lock.
        if let first = firstCurrency.load(ordering: .acquiring) {
            let affixes = Unmanaged<MoneyAffixes>.fromOpaque(first).takeUnretainedValue()
            if affixes.currency == currency { return affixes }
        }
        let affixes = lazies.withLock { lazies -> MoneyAffixes? in
            if let found = lazies.currencies[currency] { return found }
            // Whoever makes up currencies must not fill the memory.
            guard lazies.currencies.count < 512 else { return nil }
            let made = MoneyAffixes(currency: currency, grouping: grouping, handle)
            lazies.currencies[currency] = .some(made)
            return made
        }
        if let affixes {
            _ = firstCurrency.compareExchange(
                expected: nil,
                desired: UnsafeRawPointer(Unmanaged.passUnretained(affixes).toOpaque()),
                ordering: .acquiringAndReleasing
            )
        }
        return affixes
    }

    /// Appends texts as the language enumerates them.
    func append(list items: [String], to buffer: inout ByteWriter) {
        let joined = Array(items.joined().utf8)
        let lengths = items.map(\.bridgedLength)
        let done = joined.withUnsafeBufferPointer { bytes -> Bool in
            var offset = 0
            let starts = items.map { item -> UnsafePointer<UInt8>? in
                defer { offset += item.utf8.count }
                return bytes.baseAddress?.advanced(by: offset)
            }
            return BridgedText.append(to: &buffer, room: joined.count + 192) {
                pf_format_list(handle, starts, lengths, Int32(clamping: items.count), $0, $1)
            }
        }
        if !done { buffer.append(items.joined(separator: ", ")) }
    }
}
