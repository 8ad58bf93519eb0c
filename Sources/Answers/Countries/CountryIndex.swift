/// The countries of the world under their names in a reader's language, in English and by habit.
struct CountryIndex: Sendable {
    /// What was found for a typed text.
    enum Match: Hashable, Sendable {
        case one(String)
        /// More than one, in the reader's order.
        case several([String])
        case none

        /// The countries that are left, in the reader's order.
        init(_ codes: [String]) {
            switch codes.count {
            case 0: self = .none
            case 1: self = .one(codes[0])
            default: self = .several(codes)
            }
        }
    }

    // How well a name answers, best first; the order of the cases is the order of a list.
    private enum Rank: Int {
        case whole, beginning, word, inside
    }

    private struct Entry: Sendable {
        let code: String
        // In the reader's language.
        let own: [UInt8]
        // In English, and aliases.
        let others: [[UInt8]]
    }

    private let entries: [Entry]
    private let fold: @Sendable (String) -> String

    /// Makes an index; `countries` stand in the reader's order.
    init(
        countries: [(code: String, name: String)],
        english: [(code: String, name: String)],
        fold: @escaping @Sendable (String) -> String
    ) {
        var others: [String: [[UInt8]]] = [:]
        for (code, name) in english { others[code, default: []].append(Self.plain(fold(name))) }
        for (code, names) in CountryAliases.names {
            for name in names.split(separator: "|") {
                others[code, default: []].append(Self.plain(fold(String(name))))
            }
        }
        entries = countries.map { country in
            Entry(
                code: country.code,
                own: Self.plain(fold(country.name)),
                others: others[country.code] ?? []
            )
        }
        self.fold = fold
    }

    /// The codes of all countries, in the reader's order.
    var codes: [String] { entries.map(\.code) }

    /// The country a person means: its code, a name, or a part of a name that no other country has.
    func match(_ text: String) -> Match {
        let typed = text.narrowed
        let code = typed.uppercased()
        if entries.contains(where: { $0.code == code }) { return .one(code) }
        // Three letters in lower case are rather the beginning of a name.
        if typed == code, let two = known(code) { return .one(two) }
        let word = Self.plain(fold(typed))
        let found = ranked(word)
        let whole = found.filter { $0.rank == .whole }
        if whole.count == 1 { return .one(whole[0].code) }
        // One letter says too little, unless it is a sign of Chinese.
        let scalars = typed.unicodeScalars
        guard scalars.count > 1 || scalars.allSatisfy(\.properties.isIdeographic) else {
            return .none
        }
        // The middle of a name in another language is a guess, which the person is shown first.
        if found.count == 1 {
            return found[0].isGuess ? .several([found[0].code]) : .one(found[0].code)
        }
        if found.isEmpty { return known(code).map(Match.one) ?? .none }
        return .several(found.map(\.code))
    }

    /// The countries that a text might become, best first and otherwise in the reader's order.
    func candidates(_ text: String) -> [String] {
        let typed = text.narrowed
        let word = Self.plain(fold(typed))
        if word.isEmpty { return entries.map(\.code) }
        let code = typed.uppercased()
        let coded = entries.contains { $0.code == code } ? code : known(code)
        return ([coded].compactMap { $0 } + ranked(word).map(\.code).filter { $0 != coded })
    }

    private func known(_ code: String) -> String? {
        CountryCodes.twoLetters(for: code).flatMap { two in
            entries.contains { $0.code == two } ? two : nil
        }
    }

    private func ranked(_ word: [UInt8]) -> [(code: String, rank: Rank, isGuess: Bool)] {
        guard !word.isEmpty else { return [] }
        var found: [Rank: [(code: String, isGuess: Bool, length: Int)]] = [:]
        for entry in entries {
            let own = Self.rank(of: word, in: entry.own)
            var best = own
            for other in entry.others {
                guard var rank = Self.rank(of: word, in: other) else { continue }
                // A whole word with which a name begins that the reader does not see, such as "Republic", says
                // no more than one inside of it.
                if rank == .beginning, other[word.count] == UInt8(ascii: " ") { rank = .word }
                if best.map({ rank.rawValue < $0.rawValue }) ?? true { best = rank }
            }
            guard let best else { continue }
            found[best, default: []].append(
                (entry.code, own == nil && best == .inside, entry.own.count)
            )
        }
        // Of names that begin alike the short one is meant: 中 is rather 中国 than 中非共和国.
        found[.beginning]?.sort { $0.length < $1.length }
        return [Rank.whole, .beginning, .word, .inside].flatMap { rank in
            (found[rank] ?? []).map { (code: $0.code, rank: rank, isGuess: $0.isGuess) }
        }
    }

    private static func rank(of word: [UInt8], in name: [UInt8]) -> Rank? {
        guard word.count <= name.count else { return nil }
        var best: Rank?
        for start in 0...(name.count - word.count)
        where name[start] == word[0] && name[start...].starts(with: word) {
            if start == 0 { return word.count == name.count ? .whole : .beginning }
            if name[start - 1] == UInt8(ascii: " ") { return .word }
            best = .inside
        }
        return best
    }

    // Hyphens, dots and brackets are typed or left out as one likes.
    private static func plain(_ name: String) -> [UInt8] {
        let plain = String(
            String.UnicodeScalarView(
                name.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
                    switch scalar {
                    case ".", "(", ")", "'", "’", ",": nil
                    case "-", "–", "\u{2011}": " "
                    default: scalar
                    }
                }
            )
        )
        return Array(plain.collapsed.utf8)
    }
}
