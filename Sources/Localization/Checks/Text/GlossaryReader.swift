import Documents

/// Reads the tree of `glossary.yaml`.
struct GlossaryReader {
    private(set) var terms: [Glossary.Term] = []
    private(set) var address: [String: Glossary.Wording] = [:]
    private(set) var keep: [String] = []
    private(set) var problems: [Diagnostic] = []

    mutating func read(_ root: DocumentNode) {
        guard let entries = root.entries else {
            if !root.isEmpty {
                report(root.range, "a glossary holds `terms`, `address` and `keep`")
            }
            return
        }
        for entry in entries {
            switch entry.key {
            case "terms": readTerms(entry)
            case "address": address = wordings(entry.value).languages
            case "keep": keep = texts(entry.value)
            default:
                let meant = Spelling.nearest(to: entry.key, among: ["terms", "address", "keep"])
                report(
                    entry.keyRange,
                    "`\(entry.key)` is unknown here",
                    help: meant.map { "did you mean `\($0)`?" }
                        ?? "known are terms, address and keep"
                )
            }
        }
    }

    private mutating func readTerms(_ entry: DocumentNode.Entry) {
        guard let list = entry.value.entries else {
            report(entry.value.range, "`terms` holds terms by their names")
            return
        }
        for term in list {
            guard term.value.entries != nil else {
                report(term.value.range, "`\(term.key)` holds languages with what they say")
                continue
            }
            let (languages, isOptional) = wordings(term.value)
            if languages["en"] == nil {
                report(
                    term.keyRange,
                    "`\(term.key)` has no wording in English, by which it is found",
                    help: "add `en: {use: \"…\"}`"
                )
            }
            terms.append(
                Glossary.Term(
                    name: term.key,
                    note: term.value["note"]?.text,
                    wordings: languages,
                    isOptional: isOptional
                )
            )
        }
    }

    /// What each language says.
    private mutating func wordings(
        _ node: DocumentNode
    ) -> (languages: [String: Glossary.Wording], isOptional: Bool) {
        var languages: [String: Glossary.Wording] = [:]
        var isOptional = false
        for entry in node.entries ?? [] {
            if entry.key == "note" { continue }
            if entry.key == "required" {
                isOptional = entry.value.text == "false"
                continue
            }
            if let wording = wording(entry) { languages[entry.key] = wording }
        }
        return (languages, isOptional)
    }

    private mutating func wording(_ entry: DocumentNode.Entry) -> Glossary.Wording? {
        for field in entry.value.entries ?? [] where !["use", "stems", "avoid"].contains(field.key)
        {
            let meant = Spelling.nearest(to: field.key, among: ["use", "stems", "avoid"])
            report(
                field.keyRange,
                "`\(field.key)` is unknown here",
                help: meant.map { "did you mean `\($0)`?" } ?? "known are use, stems and avoid"
            )
        }
        guard let use = entry.value["use"]?.text ?? entry.value.text, !use.isEmpty else {
            report(entry.keyRange, "`\(entry.key)` doesn’t say what to `use`")
            return nil
        }
        let words = Self.alternatives(use)
        let own = entry.value["stems"].map { texts($0) } ?? []
        let stems = own.isEmpty ? words.map { Self.stem($0, entry.key) } : own
        let avoid = (entry.value["avoid"].map { texts($0) } ?? []).map { text in
            // What is only written otherwise, and abbreviations, are told by their capitals.
            let isCase = words.contains { $0.lowercased() == Phrase(text).text.lowercased() }
            return Phrase(
                text,
                isExact: isCase,
                isWhole: text.count < 5 && text == text.uppercased() && text != text.lowercased()
            )
        }
        return Glossary.Wording(
            written: use,
            use: words,
            stems: stems.map { Phrase($0) },
            avoid: avoid
        )
    }

    /// The alternatives of a wording: `a, b`, `甲、乙`; what stands in brackets is left out.
    private static func alternatives(_ use: String) -> [String] {
        var depth = 0
        var plain = String.UnicodeScalarView()
        for scalar in use.unicodeScalars {
            if scalar == "(" || scalar == "（" { depth += 1 }
            if depth == 0 { plain.append(scalar) }
            if scalar == ")" || scalar == "）" { depth -= 1 }
        }
        return plain.split { $0 == "," || $0 == "、" }.compactMap { word in
            guard let first = word.firstIndex(where: { !$0.properties.isWhitespace }),
                let last = word.lastIndex(where: { !$0.properties.isWhitespace })
            else { return nil }
            return String(word[first...last])
        }
    }

    /// How the forms of a term begin, in a language that declines.
    private static func stem(_ term: String, _ language: String) -> String {
        guard language == "ru" || language == "cs" else { return term }
        guard !term.contains(" ") else { return term }
        return term.count > 5
            ? String(term.dropLast(2)) : term.count > 3 ? String(term.dropLast()) : term
    }

    private mutating func texts(_ node: DocumentNode) -> [String] {
        guard let items = node.items else {
            if let text = node.text { return [text] }
            report(node.range, "a list of texts belongs here")
            return []
        }
        return items.compactMap { item in
            if item.text == nil { report(item.range, "a text belongs here") }
            return item.text
        }
    }

    private mutating func report(_ range: SourceRange, _ message: String, help: String? = nil) {
        problems.append(Diagnostic("L118", at: range, message, help: help))
    }
}
