import Documents
import Localization

/// Writes XLIFF 2.1.
struct XLIFFTwoWriter {
    private let bundle: ExchangeBundle

    init(_ bundle: ExchangeBundle) { self.bundle = bundle }

    func text(_ messages: [MessageUnits]) -> String {
        var writer = MarkupWriter()
        writer.begin(
            "xliff",
            [
                ("version", "2.1"), ("xmlns", XLIFFVersion.two.namespace),
                ("xmlns:slr", "urn:oasis:names:tc:xliff:sizerestriction:2.0"),
                ("xmlns:gls", "urn:oasis:names:tc:xliff:glossary:2.0"),
                ("srcLang", bundle.source.rawValue), ("trgLang", bundle.target.rawValue),
            ]
        )
        writer.begin(
            "file",
            [("id", NameToken.of(bundle.target.rawValue)), ("original", bundle.file)]
        )
        writer.leaf("slr:profiles", [("generalProfile", "xliff:codepoints")])
        writer.begin("notes")
        writer.leaf("note", markup: MarkupWriter.escaped(XLIFFFile.advice))
        writer.end()
        for message in messages { add(message, to: &writer) }
        // A file holds a unit or a group; an empty group will do.
        if messages.isEmpty { writer.leaf("group", [("id", "none")]) }
        writer.end()
        writer.end()
        return writer.text
    }

    private func add(_ message: MessageUnits, to writer: inout MarkupWriter) {
        let key = message.message.key.rawValue
        let isGroup = message.cut == .split
        if isGroup { writer.begin("group", [("id", NameToken.of(key)), ("name", key)]) }
        for unit in message.units {
            writer.begin(
                "unit",
                [
                    ("id", unit.id), ("name", isGroup ? unit.id : key), ("canResegment", "no"),
                    ("xml:space", "preserve"),
                    ("slr:sizeRestriction", XLIFFFile.width(of: unit, message.message)),
                ]
            )
            addTerms(XLIFFFile.terms(of: unit, message.message), to: &writer)
            addNotes(unit, message.message, to: &writer)
            let data = Self.data(unit)
            if !data.isEmpty {
                writer.begin("originalData")
                for (index, shown) in data.enumerated() {
                    writer.leaf(
                        "data",
                        [("id", "d\(index + 1)")],
                        markup: MarkupWriter.escaped(shown)
                    )
                }
                writer.end()
            }
            writer.begin(
                "segment",
                [
                    ("state", Self.state(unit.status)),
                    ("subState", Self.subState(unit.status)),
                ]
            )
            writer.leaf("source", markup: Self.markup(unit.source, data))
            if let target = unit.target {
                writer.leaf("target", markup: Self.markup(target, data))
            }
            writer.end()
            writer.end()
        }
        if isGroup { writer.end() }
    }

    private func addTerms(_ terms: [ExchangeMessage.Term], to writer: inout MarkupWriter) {
        guard !terms.isEmpty else { return }
        writer.begin("gls:glossary")
        for term in terms {
            writer.begin("gls:glossEntry")
            let words = term.words.joined(separator: ", ")
            writer.leaf("gls:term", markup: MarkupWriter.escaped(words))
            for translation in term.translations {
                writer.leaf("gls:translation", markup: MarkupWriter.escaped(translation))
            }
            if let note = term.note {
                writer.leaf("gls:definition", markup: MarkupWriter.escaped(note))
            }
            writer.end()
        }
        writer.end()
    }

    private func addNotes(
        _ unit: ExchangeUnit,
        _ message: ExchangeMessage,
        to writer: inout MarkupWriter
    ) {
        let places = message.places.map { ("location", "\($0.file):\($0.start.line)") }
        let notes = XLIFFFile.notes(of: unit, message) + places
        guard !notes.isEmpty else { return }
        writer.begin("notes")
        for note in notes {
            writer.leaf(
                "note",
                [("category", note.0), ("appliesTo", note.0 == "location" ? nil : "source")],
                markup: MarkupWriter.escaped(note.1)
            )
        }
        writer.end()
    }

    /// What the placeholders of a unit stand for, each once.
    private static func data(_ unit: ExchangeUnit) -> [String] {
        var data: [String] = []
        for case .code(let code) in unit.source + (unit.target ?? [])
        where !data.contains(code.shown) { data.append(code.shown) }
        return data
    }

    private static func markup(_ parts: [UnitPart], _ data: [String]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): return MarkupWriter.escaped(text)
            case .code(let code):
                let place = data.firstIndex(of: code.shown).map { "d\($0 + 1)" }
                return MarkupWriter.tag(
                    "ph",
                    [
                        ("id", code.id), ("canDelete", "no"),
                        ("canCopy", code.kind == .branch || code.kind == .block ? "no" : nil),
                        ("dataRef", place), ("disp", code.shown),
                        ("equiv", code.shown), ("type", "other"),
                        ("subType", "paifang:\(code.kind.rawValue)"),
                    ]
                ) + "/>"
            }
        }.joined()
    }

    private static func state(_ status: ExchangeMessage.Status) -> String {
        switch status {
        case .missing, .machine, .stale: "initial"
        case .translated: "translated"
        case .reviewed: "reviewed"
        }
    }

    private static func subState(_ status: ExchangeMessage.Status) -> String? {
        switch status {
        case .machine, .stale: "paifang:\(status.rawValue)"
        case .missing, .translated, .reviewed: nil
        }
    }
}
