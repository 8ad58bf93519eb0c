import Documents
import Flows
import Localization
import Sessions

/// Finds documents that a flow asks people to accept, and that they could not read.
struct DocumentCheck {
    let flows: [FlowDefinition]
    let documents: DocumentLibrary
    let source: LanguageTag

    /// Documents that are not there at all: nobody may be asked to accept them.
    var missing: [Diagnostic] {
        asked.filter { documents.document($0.name, in: source) == nil }.map { name, range in
            let path = "locales/documents/\(name)/1/\(source.rawValue).md"
            return Diagnostic(
                "E38",
                at: range,
                "there is no document `\(name)`",
                help: "write \(path)"
            )
        }
    }

    /// Documents that people of these languages would have to read in another one.
    func untranslated(into languages: [LanguageTag]) -> [Diagnostic] {
        asked.flatMap { name, range in
            languages.compactMap { language -> Diagnostic? in
                guard let shown = documents.document(name, in: language),
                    shown.language != language, shown.standsInFor == nil
                else { return nil }
                let file = "\(shown.version)/\(language.rawValue).md"
                return Diagnostic(
                    "L010",
                    at: .start(of: "locales/documents/\(name)/\(file)"),
                    "the document `\(name)` has no text in `\(language.rawValue)`",
                    related: [.init(range: range, label: "asked here")]
                )
            }
        }
    }

    /// The documents that flows ask for, each once, with the first place.
    private var asked: [(name: String, range: SourceRange)] {
        var seen: Set<String> = []
        return flows.flatMap(\.fields).compactMap { field in
            guard case .consent(let name) = field.type, seen.insert(name).inserted else {
                return nil
            }
            return (name, field.range)
        }
    }
}
