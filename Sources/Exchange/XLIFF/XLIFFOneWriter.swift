import Documents
import Localization

/// Writes XLIFF 1.2.
struct XLIFFOneWriter {
    private let bundle: ExchangeBundle

    init(_ bundle: ExchangeBundle) { self.bundle = bundle }

    func text(_ messages: [MessageUnits]) -> String {
        var writer = MarkupWriter()
        writer.begin("xliff", [("version", "1.2"), ("xmlns", XLIFFVersion.one.namespace)])
        writer.begin(
            "file",
            [
                ("original", bundle.file), ("source-language", bundle.source.rawValue),
                ("target-language", bundle.target.rawValue), ("datatype", "plaintext"),
            ]
        )
        writer.begin("header")
        writer.leaf("note", markup: MarkupWriter.escaped(XLIFFFile.advice))
        writer.end()
        writer.begin("body")
        for message in messages { add(message, to: &writer) }
        writer.end()
        writer.end()
        writer.end()
        return writer.text
    }

    private func add(_ message: MessageUnits, to writer: inout MarkupWriter) {
        let key = message.message.key.rawValue
        let isGroup = message.cut == .split
        if isGroup { writer.begin("group", [("id", NameToken.of(key)), ("resname", key)]) }
        for unit in message.units {
            let width = XLIFFFile.width(of: unit, message.message)
            writer.begin(
                "trans-unit",
                [
                    ("id", unit.id), ("resname", isGroup ? unit.id : key),
                    ("approved", Self.approved(unit.status)),
                    ("maxwidth", width), ("size-unit", width.map { _ in "char" }),
                    ("xml:space", "preserve"),
                ]
            )
            writer.leaf("source", markup: Self.markup(unit.source))
            writer.leaf(
                "target",
                [("state", Self.state(unit.status))],
                markup: Self.markup(unit.target ?? [])
            )
            for place in message.message.places {
                writer.begin("context-group", [("purpose", "location")])
                writer.leaf(
                    "context",
                    [("context-type", "sourcefile")],
                    markup: MarkupWriter.escaped(place.file)
                )
                writer.leaf(
                    "context",
                    [("context-type", "linenumber")],
                    markup: String(place.start.line)
                )
                writer.end()
            }
            for note in XLIFFFile.notes(of: unit, message.message) {
                writer.leaf(
                    "note",
                    [("from", note.kind), ("annotates", "source")],
                    markup: MarkupWriter.escaped(note.text)
                )
            }
            writer.end()
        }
        if isGroup { writer.end() }
    }

    private static func markup(_ parts: [UnitPart]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): return MarkupWriter.escaped(text)
            case .code(let code):
                let tag = MarkupWriter.tag(
                    "ph",
                    [("id", code.id), ("ctype", "x-\(code.kind.rawValue)")]
                )
                return tag + ">" + MarkupWriter.escaped(code.shown) + "</ph>"
            }
        }.joined()
    }

    private static func state(_ status: ExchangeMessage.Status) -> String {
        switch status {
        case .missing: "needs-translation"
        case .machine, .stale: "needs-review-translation"
        case .translated: "translated"
        case .reviewed: "signed-off"
        }
    }

    /// Tools take what is not approved for a draft.
    private static func approved(_ status: ExchangeMessage.Status) -> String {
        switch status {
        case .missing, .machine, .stale: "no"
        case .translated, .reviewed: "yes"
        }
    }
}
