import CPhoneBridge
public import Flows

/// Phone numbers of the whole world, by libphonenumber.
///
/// Its metadata takes some milliseconds to load at the first use; ``warm()`` does that ahead of time.
/// The metadata ages, so a number of a possible length is taken even where its block is not known.
public struct PhoneNumbers: Sendable {
    /// The longest text that is handed on, in bytes; no way of writing a number needs as much.
    static let maximumBytes = 64

    /// Makes a reader of phone numbers; costs nothing.
    public init() {}

    /// Loads the metadata, for instance while a person reads the form.
    public func warm() { _ = paifang_phone_calling_code("CZ") }

    /// The number as people write it abroad, "+420 601 123 456"; the text itself where it is no number.
    public func display(_ number: String) -> String {
        guard number.utf8.count <= Self.maximumBytes else { return number }
        return Self.text { buffer, capacity in
            paifang_phone_display(number, Int32(number.utf8.count), buffer, capacity)
        } ?? number
    }

    /// An example number of a country in international form; `nil` where there is none.
    public func example(country: String, line: PhoneLine) -> String? {
        guard let region = Self.region(country) else { return nil }
        return Self.text { buffer, capacity in
            paifang_phone_example(region, line == .mobile ? 1 : 0, buffer, capacity)
        }
    }

    /// The digits that calls to a country begin with behind the plus; `nil` where it has none.
    public func callingCode(of country: String) -> String? {
        guard let region = Self.region(country) else { return nil }
        let code = paifang_phone_calling_code(region)
        return code > 0 ? String(code) : nil
    }

    /// What is wrong with a stored number beside a country: another calling code.
    ///
    /// Countries that share one, such as Kazakhstan and Russia, are not told apart.
    func problem(withNumber number: String, of country: String) -> AnswerReading? {
        guard let code = callingCode(of: country), !number.hasPrefix("+" + code) else { return nil }
        return .problem("other_country", ["code": .text("+" + code)])
    }

    /// Reads a trimmed text; a number without a country code is one of the country.
    func read(
        _ typed: String,
        line: PhoneLine?,
        country: String?,
        mustBeOfCountry: Bool = false
    ) -> AnswerReading {
        let region = country.flatMap(Self.region)
        guard let text = Self.diallable(typed, hasRegion: region != nil) else {
            return .problem("unreadable")
        }
        guard text.utf8.count <= Self.maximumBytes else { return .problem("too_long") }
        guard let reading = Self.reading(of: text, region: region) else {
            return .problem("unreadable")
        }
        switch reading.status {
        case paifang_phone_possible:
            let number = Self.text(reading.e164)
            guard !number.isEmpty else { return .problem("unreadable") }
            if mustBeOfCountry, let country, let problem = problem(withNumber: number, of: country)
            {
                return problem
            }
            return .value(.text(number), notes: Self.notes(reading.line, expected: line))
        case paifang_phone_too_short: return .problem("too_short")
        case paifang_phone_too_long: return .problem("too_long")
        case paifang_phone_invalid_country_code: return .problem("invalid_country_code")
        case paifang_phone_no_country_code: return .problem("no_country_code")
        // No mobile number is without an area code: what lacks one is cut short.
        case paifang_phone_no_area_code:
            return .problem(line == .mobile ? "too_short" : "no_area_code")
        case paifang_phone_impossible: return .problem("impossible")
        default: return .problem("unreadable")
        }
    }

    private static func notes(_ line: paifang_phone_line, expected: PhoneLine?) -> [AnswerNote] {
        switch expected {
        case .mobile where line == paifang_phone_line_landline || line == paifang_phone_line_other:
            [AnswerNote(key: "note.phone.not_mobile")]
        case .landline
        where line == paifang_phone_line_mobile || line == paifang_phone_line_other:
            [AnswerNote(key: "note.phone.not_landline")]
        case .mobile, .landline, nil: []
        }
    }

    // Letters are refused here, since libphonenumber would dial them ("1-800-FLOWERS"); an extension is
    // refused with them rather than lost without a word.
    private static func diallable(_ typed: String, hasRegion: Bool) -> String? {
        var digits = String.UnicodeScalarView()
        for scalar in typed.narrowed.unicodeScalars {
            if scalar.isDigit || scalar == "+" && digits.isEmpty {
                digits.append(scalar)
            } else if !scalar.isWhite && !separators.contains(scalar) {
                return nil
            }
        }
        let text = String(digits)
        // Dialled from most countries, 00 stands for the plus; only a country's own rules can say more.
        return !hasRegion && text.hasPrefix("00") ? "+" + text.dropFirst(2) : text
    }

    private static let separators: Set<Unicode.Scalar> = [
        "-", "\u{2010}", "\u{2011}", "–", "—", "(", ")", "[", "]", ".", "/", "\u{AD}",
    ]

    private static func region(_ country: String) -> String? {
        let scalars = country.unicodeScalars
        return scalars.count == 2 && scalars.allSatisfy(\.isLatinLetter)
            ? country.uppercased() : nil
    }

    private static func reading(of text: String, region: String?) -> paifang_phone_reading? {
        let count = text.utf8.count
        guard count > 0, count <= maximumBytes else { return nil }
        guard let region else { return paifang_phone_read(text, Int32(count), nil) }
        return paifang_phone_read(text, Int32(count), region)
    }

    /// A text that the bridge writes; `nil` where it writes none.
    private static func text(
        _ write: (UnsafeMutablePointer<CChar>, Int32) -> Int32
    ) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: maximumBytes) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = Int(write(start, Int32(buffer.count)))
            guard count > 0, count <= buffer.count else { return nil }
            return String(
                decoding: UnsafeRawBufferPointer(start: start, count: count),
                as: UTF8.self
            )
        }
    }

    // The bridge ends every text with a zero, which fits.
    private static func text<Bytes>(_ bytes: Bytes) -> String {
        withUnsafeBytes(of: bytes) { buffer in
            String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
