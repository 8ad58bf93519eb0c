/// The messages of several languages: words for a key, with a fallback that is never silent.
public struct Catalogs: Sendable {
    /// The language that every message is written in first.
    public let source: LanguageTag
    /// The languages in the order given.
    public private(set) var languages: [LanguageTag]
    private var catalogs: [LanguageTag: Catalog]
    private var later: ReadLater<Catalog>?

    /// Puts catalogues together; of two for one language the later counts.
    public init(_ catalogs: [Catalog], source: LanguageTag = LanguageTag("en")) {
        self.source = source
        var languages: [LanguageTag] = []
        for catalog in catalogs where !languages.contains(catalog.language) {
            languages.append(catalog.language)
        }
        self.languages = languages
        self.catalogs = Dictionary(catalogs.map { ($0.language, $0) }) { $1 }
    }

    /// Puts catalogues together, of which some are read when they are first asked for.
    ///
    /// - Parameters:
    ///   - catalogs: Those that are there.
    ///   - languages: All languages, in the order they are offered.
    ///   - source: The language that every message is written in first.
    ///   - read: Reads the messages of another language, once; `nil` where they can't be read.
    public init(
        _ catalogs: [Catalog],
        languages: [LanguageTag],
        source: LanguageTag = LanguageTag("en"),
        read: @escaping @Sendable (LanguageTag) -> Catalog?
    ) {
        self.init(catalogs, source: source)
        let there = self.languages
        self.languages = languages
        later = ReadLater(of: languages.filter { !there.contains($0) }, read)
    }

    /// The catalogue of a language.
    public subscript(language: LanguageTag) -> Catalog? {
        catalogs[language] ?? later?[language]
    }

    /// The words of a key in a language; in the source language where it has none; `⟦key⟧` otherwise.
    public func words(
        _ key: MessageKey,
        _ arguments: [String: MessageArgument] = [:],
        in language: LanguageTag,
        zone: String = "UTC"
    ) -> Words {
        words(firstOf: [key], arguments, in: language, zone: zone)
    }

    /// The words of the first of several keys that the language has, else that the source language has.
    ///
    /// The message is wholly in one language. Where no key has words, the first key stands in `⟦ ⟧`.
    public func words(
        firstOf keys: [MessageKey],
        _ arguments: [String: MessageArgument] = [:],
        in language: LanguageTag,
        zone: String = "UTC"
    ) -> Words {
        words(firstOf: keys, in: language, zone: zone) { arguments[$0] }
    }

    /// The same words, with arguments that are made when the message asks for them by name.
    public func words(
        firstOf keys: [MessageKey],
        in language: LanguageTag,
        zone: String,
        argument: (String) -> MessageArgument?
    ) -> Words {
        message(firstOf: keys, in: language).words(zone: zone, argument: argument)
    }

    /// Whether a language has words for a key; without a language, whether the source has.
    public func has(_ key: MessageKey, in language: LanguageTag? = nil) -> Bool {
        self[language ?? source]?.entries[key] != nil
    }

    /// How many messages the source language has.
    public var messageCount: Int { self[source]?.list.count ?? 0 }

    /// Every key of the source language, in file order.
    public var keys: [MessageKey] { self[source]?.keys ?? [] }

    /// These catalogues and a pseudo-language, made from the literal text of a language's messages.
    ///
    /// In it every message stands in `⟦ ⟧`; what is plain ASCII on a screen in this language did not come
    /// from a locale file.
    public func pseudo(
        of language: LanguageTag? = nil,
        as tag: LanguageTag = LanguageTag("en-XA")
    ) -> Catalogs {
        guard let original = self[language ?? source], let pseudo = PseudoLanguage(tag) else {
            return self
        }
        return adding(
            original.mapping(to: tag) { key, pattern, program in
                (pseudo.program(program, of: key), pseudo.pattern(pattern, of: key))
            }
        )
    }

    /// These catalogues with one language whose every message begins and ends with something that tells it from the
    /// others, wherever it is drawn.
    ///
    /// What is read and never shown (``PseudoLanguage/keeps(_:)``) has none.
    public func framing(
        _ language: LanguageTag,
        by frame: (MessageKey) -> (prefix: String, suffix: String)
    ) -> Catalogs {
        guard let original = self[language] else { return self }
        return adding(
            original.mapping(to: language) { key, pattern, program in
                guard !PseudoLanguage.keeps(key) else { return (program, pattern) }
                let (prefix, suffix) = frame(key)
                let framed = program.mappingLiterals(prefix: prefix, suffix: suffix) { $0 }
                return (framed, pattern)
            }
        )
    }

    private func adding(_ catalog: Catalog) -> Catalogs {
        var all = self
        if !languages.contains(catalog.language) { all.languages.append(catalog.language) }
        all.catalogs[catalog.language] = catalog
        return all
    }
}
