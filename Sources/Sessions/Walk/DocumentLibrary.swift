public import Localization

/// The documents that can be accepted: for each name the newest version, in every language it exists in.
public struct DocumentLibrary: Sendable {
    private var documents: [String: [LanguageTag: LegalDocument]]
    /// The points that each version of a document has changed.
    private var changed: [String: [LanguageTag: [Int: [String]]]] = [:]
    private let source: LanguageTag
    private var later: ReadLater<DocumentLibrary>?

    /// Makes a library; of several versions of a document the newest counts.
    public init(_ all: [(name: String, document: LegalDocument)], source: LanguageTag) {
        var documents: [String: [LanguageTag: LegalDocument]] = [:]
        for (name, document) in all {
            let language = document.standsInFor ?? document.language
            if !document.changes.isEmpty {
                changed[name, default: [:]][language, default: [:]][document.version] =
                    document.changes
            }
            let newest = documents[name]?.values.map(\.version).max() ?? 0
            if document.version > newest { documents[name] = [:] }
            if document.version >= newest {
                documents[name]?[language] = document
            }
        }
        self.documents = documents
        self.source = source
    }

    /// This library, with languages that are read when they are first asked for, each in a library of its own.
    public func reading(
        _ languages: [LanguageTag],
        _ read: @escaping @Sendable (LanguageTag) -> DocumentLibrary
    ) -> DocumentLibrary {
        var library = self
        library.later = ReadLater(of: languages, read)
        return library
    }

    /// The library in which a language is.
    private func library(of language: LanguageTag) -> DocumentLibrary { later?[language] ?? self }

    /// These documents and those of a pseudo-language, made from the source; the same for any other language.
    public func pseudo(as language: LanguageTag) -> DocumentLibrary {
        guard let pseudo = PseudoLanguage(language) else { return self }
        var library = self
        for (name, versions) in documents {
            library.documents[name]?[language] = versions[source].map {
                $0.mapped(to: language) { pseudo.text($0) }
            }
            library.changed[name]?[language] = changed[name]?[source]?.mapValues { points in
                points.map { pseudo.text($0) }
            }
        }
        return library
    }

    /// The names of all documents.
    public var names: [String] { documents.keys.sorted() }

    /// A document in a language, or in the source language where it does not exist in that one.
    public func document(_ name: String, in language: LanguageTag) -> LegalDocument? {
        let documents = library(of: language).documents
        return documents[name]?[language] ?? documents[name]?[source]
    }

    /// The documents whose source text stands in for a translation that is being renewed.
    public func renewed(in language: LanguageTag) -> Set<String> {
        Set(documents.keys.filter { document($0, in: language)?.standsInFor != nil })
    }

    /// The newest version of each document, by name.
    public var versions: [String: Int] {
        documents.compactMapValues { $0.values.first?.version }
    }

    /// The points that the versions of every document have changed, by name and version.
    public func changes(in language: LanguageTag) -> [String: [Int: [String]]] {
        library(of: language).changed.compactMapValues { $0[language] ?? $0[source] }
    }

    /// The points of every document, by name.
    public func summaries(in language: LanguageTag) -> [String: [String]] {
        documents.keys.reduce(into: [:]) { $0[$1] = document($1, in: language)?.summary }
    }
}
