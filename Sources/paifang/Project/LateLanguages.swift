import Documents
import Localization
import Synchronization

/// Words and documents of languages that are read when somebody asks for them.
///
/// A file of words with an error gives none, so that no screen is half translated: who chose its language reads English,
/// and is told why when the walk ends.
final class LateLanguages: Sendable {
    // A class, since what it finds wrong is asked for when all is read.
    private let blank: ProjectReader
    private let readers = Mutex<[ProjectReader]>([])

    init(_ blank: ProjectReader) { self.blank = blank }

    /// The messages of a language, without those that only keep a place; `nil` where a file has an error.
    func words(of language: LanguageTag) -> Catalog? {
        read(language) { reader, states in
            let catalog = reader.readCatalog(language)
            let isSound = !reader.problems.contains { $0.severity == .error }
            return isSound ? catalog?.withholdingNew(states) : nil
        }
    }

    /// The documents of a language beside those that they were translated from, which stand in for what is stale.
    func documents(
        of language: LanguageTag,
        beside originals: [(name: String, document: LegalDocument)],
        source: LanguageTag
    ) -> [(name: String, document: LegalDocument)] {
        read(language) { reader, states in
            let own = reader.readDocuments(languages: [language])
            return states.withSourceForStale(originals + own, source: source)
        }
    }

    private func read<Made>(
        _ language: LanguageTag,
        _ make: (inout ProjectReader, LocaleStates) -> Made
    ) -> Made {
        var reader = blank
        var states = LocaleStates()
        reader.readState(of: language, into: &states)
        let made = make(&reader, states)
        let read = reader
        readers.withLock { $0.append(read) }
        return made
    }

    /// The errors that were found, each once, with the texts that they stand in.
    var errors: (findings: [Diagnostic], sources: [String: SourceText]) {
        readers.withLock { readers in
            var found: [Diagnostic] = []
            for problem in readers.flatMap(\.problems)
            where problem.severity == .error && !found.contains(problem) {
                found.append(problem)
            }
            return (found, readers.reduce(into: [:]) { $0.merge($1.sources) { first, _ in first } })
        }
    }
}
