import Localization

/// Writes messages as XLIFF for translators' tools.
///
/// Overview: a message is cut into units (``MessageUnits``): it stands in one unit as it is, or each of its
/// branches in one. Values and the syntax of branches are placeholders, which tools protect; words stand in
/// the message syntax. What a tool gives back is read (``XLIFFReader``), held against the project as it is
/// now, joined, and becomes changes and refusals (``TranslationImport``).
///
/// Responsibilities: the way to XLIFF and back, without losing a byte of what nobody changed.
///
/// What is not here: which files there are, and how they are patched.
public enum XLIFFFile {
    /// The file's text.
    ///
    /// O(length of all messages). A message that can't be read is left out.
    public static func text(
        of bundle: ExchangeBundle,
        version: XLIFFVersion,
        cut: UnitCut
    ) -> String {
        let messages = bundle.messages.compactMap { message -> MessageUnits? in
            // What is wrong with it is a finding of the checks.
            try? MessageUnits(message, cut: cut, for: bundle.target)
        }
        switch version {
        case .one: return XLIFFOneWriter(bundle).text(messages)
        case .two: return XLIFFTwoWriter(bundle).text(messages)
        }
    }

    /// What translators are told at the beginning of a file.
    static let advice = """
        Placeholders stay as they are; their order may change. A single ' is written as ’. \
        Words in braces that are no placeholder are not translated.
        """

    /// What translators are told about a unit: a kind and a text each.
    static func notes(
        of unit: ExchangeUnit,
        _ message: ExchangeMessage
    ) -> [(kind: String, text: String)] {
        var notes: [(kind: String, text: String)] = []
        if let description = message.description {
            notes.append(("description", description.text))
        }
        notes += unit.notes.map { ("form", $0) }
        let terms = Self.terms(of: unit, message).map { (kind: "term", text: $0.text) }
        guard let description = message.description else { return notes + terms }
        for (name, example) in description.arguments.sorted(by: { $0.key < $1.key })
        where unit.codes.values.contains(where: { $0.name == name }) {
            notes.append(("example", "{\(name)}: \(example)"))
        }
        if let width = description.width {
            notes.append(
                (
                    "width",
                    "At most \(width) cells of a terminal are there; a Chinese character takes two."
                )
            )
        }
        if !description.keep.isEmpty {
            notes.append(("keep", "Stays as it is: " + description.keep.joined(separator: ", ")))
        }
        return notes + terms
    }

    /// The words of the glossary that a unit holds; of a message that is cut, those of its own text.
    static func terms(of unit: ExchangeUnit, _ message: ExchangeMessage) -> [ExchangeMessage.Term] {
        guard unit.id != NameToken.of(message.key.rawValue) else { return message.terms }
        let text = unit.source.map { part in
            if case .text(let text) = part { text.lowercased() } else { " " }
        }.joined()
        return message.terms.filter { term in
            term.words.contains { text.contains($0.lowercased()) }
        }
    }

    /// The most characters that a unit may have: where it is all that is shown, and shows nothing but words.
    static func width(of unit: ExchangeUnit, _ message: ExchangeMessage) -> String? {
        guard unit.isFlat, unit.path.isEmpty || message.isOneBlock else { return nil }
        return message.description?.width.map(String.init)
    }
}

extension ExchangeMessage.Term {
    /// The term in a line: `email → e-mail (in the confirmation)`.
    fileprivate var text: String {
        words.joined(separator: ", ") + " → " + translations.joined(separator: ", ")
            + (note.map { " (\($0))" } ?? "")
    }
}

extension ExchangeMessage {
    /// Whether nothing stands beside one plural or select.
    fileprivate var isOneBlock: Bool {
        guard let pieces = try? MessageForm(source).pieces, pieces.count == 1 else { return false }
        guard case .block = pieces.first else { return false }
        return true
    }
}
