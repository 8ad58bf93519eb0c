import Documents
import Flows

/// The texts of the project's own flow, as they are or with a fault in them.
struct ProjectTexts: Sendable {
    /// One of the files.
    enum Part: String, CaseIterable, Sendable {
        case flow = "flows/wallet-signup.yaml"
        case fields = "flows/fields.yaml"
        case effects = "flows/effects.yaml"
    }

    private var texts: [Part: String]

    /// Reads the texts from the repository.
    init() throws {
        let read = try ProjectFilesTests.texts()
        texts = [.flow: read.flow, .fields: read.fields, .effects: read.effects]
    }

    subscript(part: Part) -> String {
        get { texts[part] ?? "" }
        set { texts[part] = newValue }
    }

    /// What is wrong with the texts: code, file, line, column.
    func findings() -> [Diagnostic] {
        FlowFiles.read(
            [(Part.flow.rawValue, self[.flow])],
            fields: self[.fields],
            effects: self[.effects]
        ).problems.map { finding in
            let part: Part? =
                switch finding.range.file {
                case "fields.yaml": .fields
                case "effects.yaml": .effects
                default: .flow
                }
            return finding.moved(to: part?.rawValue ?? finding.range.file)
        }
    }
}

extension Diagnostic {
    fileprivate func moved(to file: String) -> Diagnostic {
        Diagnostic(
            code,
            at: SourceRange(file: file, start: range.start, end: range.end),
            message,
            label: label,
            notes: notes,
            help: help,
            related: related
        )
    }
}
