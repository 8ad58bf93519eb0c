/// Chooses the language for a person from what is known about them.
///
/// The order: what they chose, what their session has, what their environment or browser asks for, the
/// flow's own language, English. What is not available is passed over.
public struct LanguageChoice: Sendable {
    /// The languages to choose from.
    public let available: [LanguageTag]
    private let english = LanguageTag("en")

    /// Languages that are near enough to one we have, which counts where nothing fits better.
    ///
    /// Nearness is a courtesy here: Ukrainian, Belarusian and Kazakh get English, not Russian, unless the
    /// person asks for Russian.
    private static let courtesies = [
        "sk": "cs", "ms": "id", "uk": "en", "be": "en", "kk": "en", "in": "id", "cmn": "zh",
        "yue": "zh",
    ]

    /// Makes a choice among languages.
    public init(available: [LanguageTag]) {
        self.available = available
    }

    /// The language for a person.
    ///
    /// `environment` holds the values of LC_ALL, LC_MESSAGES and LANG in this order; as POSIX has it,
    /// the first that isn't empty counts. `acceptLanguage` is the header's text.
    public func language(
        explicit: String? = nil,
        session: LanguageTag? = nil,
        environment: [String] = [],
        acceptLanguage: String? = nil,
        flow: LanguageTag? = nil
    ) -> LanguageTag {
        if let explicit, let found = match(explicit) { return found }
        if let session, let found = match(session.rawValue) { return found }
        let fromEnvironment = environment.first { !$0.isEmpty }
        if let fromEnvironment, let found = match(fromEnvironment) { return found }
        if let acceptLanguage, let found = best(of: Self.preferences(acceptLanguage)) {
            return found
        }
        if let flow, let found = match(flow.rawValue) { return found }
        return available.contains(english) ? english : available.first ?? english
    }

    /// The available language that a tag or a POSIX locale name asks for; `nil` where there is none.
    public func match(_ wanted: String) -> LanguageTag? {
        best(of: [wanted])
    }

    /// The best for a list in order of preference: one of the languages themselves, else a courtesy.
    private func best(of wanted: [String]) -> LanguageTag? {
        let tags = wanted.compactMap(Self.normalized)
        for tag in tags {
            if let found = direct(tag) { return found }
        }
        for tag in tags {
            if let other = Self.courtesies[LanguageTag(tag).base], let found = direct(other) {
                return found
            }
        }
        return nil
    }

    private func direct(_ tag: String) -> LanguageTag? {
        if let exact = available.first(where: { $0.rawValue.lowercased() == tag }) { return exact }
        let base = LanguageTag(tag).base
        return available.first { $0.rawValue.lowercased() == base }
            ?? available.first {
                !$0.isPseudo && LanguageTag($0.rawValue.lowercased()).base == base
            }
    }

    /// A tag in lower case, from a BCP 47 tag or a POSIX name (`zh_TW.UTF-8`); `nil` for `C` and `POSIX`.
    private static func normalized(_ name: String) -> String? {
        let stem = name.prefix { $0 != "." && $0 != "@" }.prefix(64)
        let tag = stem.lowercased().split { $0 == "_" || $0 == "-" }.joined(separator: "-")
        let isWord = tag.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        guard !tag.isEmpty, isWord, tag != "c", tag != "posix" else { return nil }
        return tag
    }

    /// A language of an Accept-Language header.
    private struct Wish {
        let tag: String
        /// In thousandths.
        let weight: Int
        let place: Int
    }

    /// The languages of an Accept-Language header (RFC 9110 section 12.5.4), most wanted first.
    private static func preferences(_ header: String) -> [String] {
        // A browser sends a few; what goes on for longer is no wish.
        let items = header.prefix(1024).split(separator: ",").prefix(32)
        let wishes = items.enumerated().compactMap { place, item -> Wish? in
            let parts = item.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let tag = parts.first, tag != "*" else { return nil }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
            let weight = quality.map { Self.weight(of: $0.dropFirst(2)) } ?? 1000
            return weight > 0 ? Wish(tag: tag, weight: weight, place: place) : nil
        }
        return wishes.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }.map(\.tag)
    }

    /// A weight in thousandths, from `1`, `0.8` and the like; 0 for anything else.
    private static func weight(of text: Substring) -> Int {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int($0) }), (0...1).contains(whole) else {
            return 0
        }
        let digits = parts.count > 1 ? parts[1].prefix(3) : ""
        let padded = digits + String(repeating: "0", count: 3 - digits.count)
        return min(1000, whole * 1000 + (Int(padded) ?? 0))
    }
}
