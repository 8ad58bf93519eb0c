import CICUBridge

/// What a language calls the countries; found out when it is first asked for, which takes most of a millisecond.
final class CountryNames: Sendable {
    /// The names, for a menu and by their codes.
    struct Known: Sendable {
        let sorted: [(code: String, name: String)]
        let byCode: [String: String]
    }

    private let formats: LanguageFormats
    private let language: LanguageTag
    private let made = Locked<Known?>(nil)

    init(_ formats: LanguageFormats, _ language: LanguageTag) {
        self.formats = formats
        self.language = language
    }

    var known: Known {
        made.withLock { made in
            if let made { return made }
            let known = find()
            made = known
            return known
        }
    }

    private func find() -> Known {
        let named = CountryCodes.all.map { code in
            let name = BridgedText.string { pf_region_name(formats.handle, code, $0, $1) }
            return (code: code, name: RegionalFormats.shown(name ?? code, in: language))
        }
        let sorted = named.sorted { left, right in
            pf_compare(
                formats.handle,
                left.name,
                left.name.bridgedLength,
                right.name,
                right.name.bridgedLength
            ) < 0
        }
        return Known(
            sorted: sorted,
            byCode: Dictionary(sorted.map { ($0.code, $0.name) }) { first, _ in first }
        )
    }
}
