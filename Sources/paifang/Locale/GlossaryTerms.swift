import Documents
import Localization
import YAML

/// The terms of `locales/glossary.yaml`, as far as they help to translate a message.
struct GlossaryTerms {
    /// A term with its word in each language.
    struct Term {
        let name: String
        let note: String?
        let use: [LanguageTag: String]
    }

    private let terms: [Term]

    /// Reads the terms of a project; none where there is no glossary.
    init(of folder: ProjectFolder) {
        let path = "locales/glossary.yaml"
        guard let bytes = folder.bytes(path),
            let entries = YAMLReader.read(SourceText(path: path, bytes: bytes)).0?["terms"]?.entries
        else {
            terms = []
            return
        }
        terms = entries.map { entry in
            let uses = (entry.value.entries ?? []).compactMap { language in
                language.value["use"]?.text.map { (LanguageTag(language.key), $0) }
            }
            return Term(
                name: entry.key,
                note: entry.value["note"]?.text,
                use: Dictionary(uses) { first, _ in first }
            )
        }
    }

    /// The terms that stand in the source text of a message.
    func terms(in key: MessageKey, _ desk: LocaleDesk) -> [Term] {
        guard let text = desk.catalogs[desk.source]?.pattern(for: key)?.lowercased() else {
            return []
        }
        return terms.filter { term in
            // Several words may stand for one term.
            let words = term.use[desk.source]?.lowercased().split(separator: ",") ?? []
            return words.contains { word in
                text.contains(word.drop { $0 == " " })
            }
        }
    }
}
