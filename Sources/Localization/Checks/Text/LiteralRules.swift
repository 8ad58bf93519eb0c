/// Compares what must survive translation: addresses, keys, code, tags, brands.
enum LiteralRules {
    static func check(_ reading: inout TextReading) {
        let hasLiterals = reading.text.passages.contains { !$0.literals.isEmpty }
        guard let traits = reading.traits else {
            if hasLiterals {
                for passage in reading.text.passages { entities(passage, &reading) }
            }
            return
        }
        guard hasLiterals || traits.hasLiterals || traits.hasKept || reading.hasDescription,
            let original = reading.source
        else { return }
        let wanted = original.literals
        let own = found(in: reading.text)
        let told = lost(wanted, own, &reading)
        added(wanted, own, &reading)
        kept(original, told, &reading)
    }

    /// A literal with its text.
    struct Found: Sendable {
        let kind: Literal.Kind
        let text: String
        let place: Range<Int>
    }

    /// What is literal in a text.
    static func found(in text: MessageText) -> [Found] {
        var found: [Found] = []
        for passage in text.passages {
            for literal in passage.literals {
                found.append(
                    Found(
                        kind: literal.kind,
                        text: passage.text(literal.range),
                        place: passage.place(literal.range)
                    )
                )
            }
        }
        return found
    }

    // MARK: - Lost

    /// Reports what is missing, and gives its texts.
    private static func lost(
        _ wanted: [Found],
        _ own: [Found],
        _ reading: inout TextReading
    ) -> Set<String> {
        guard !wanted.isEmpty else { return [] }
        let standIns = reading.inspection.lost.compactMap(\.standIn)
        var told: Set<String> = []
        var done: Set<String> = []
        for found in wanted where done.insert(found.text).inserted {
            if own.contains(where: { isSame($0, found, reading.facts) }) { continue }
            let rest = own.filter { other in
                other.kind == found.kind && !wanted.contains { $0.text == other.text }
            }
            let other = rest.count == 1 ? rest.first : nil
            // What stands in the place of an argument is told with it.
            if let other, standIns.contains(where: { $0.overlaps(other.place) }) { continue }
            guard let (code, what) = name(found, hasOther: other != nil, reading) else { continue }
            told.insert(found.text)
            reading.report(
                code,
                at: other?.place ?? 0..<reading.inspection.tree.length,
                other.map { "\(what) `\(found.text)` has become `\($0.text)`" }
                    ?? "\(what) `\(found.text)` of the English message is missing",
                help: "write it as it is: \(found.text)",
                replacement: other == nil || found.text.utf8.contains(0x7B) ? nil : found.text
            )
        }
        return told
    }

    /// The code and the name of what is missing; `nil` where it may be.
    private static func name(
        _ found: Found,
        hasOther: Bool,
        _ reading: TextReading
    ) -> (String, String)? {
        switch found.kind {
        case .url: return ("L107", "the address")
        case .email: return ("L107", "the email address")
        case .code: return ("L108", "the code")
        case .tag: return ("L109", "the tag")
        case .format: return ("L108", "the placeholder")
        case .keys: return ("L108", "the name")
        case .name: return hasOther ? ("L108", "the name") : nil
        case .entity: return nil
        }
    }

    private static func isSame(_ one: Found, _ other: Found, _ facts: LanguageFacts) -> Bool {
        if one.text == other.text { return true }
        switch other.kind {
        case .email:
            // The name in an example is translated: nama@example.com.
            let host = { (text: String) in text.split(separator: "@").last.map(String.init) ?? "" }
            return host(one.text) == host(other.text) && host(one.text).hasPrefix("example.")
        case .url:
            let tag = facts.base
            let local = [
                other.text.replacing("/en/", with: "/\(tag)/"),
                other.text.replacing("//en.", with: "//\(tag)."),
                other.text.replacing("/en-", with: "/\(tag)-"),
            ]
            let isWithoutEnd =
                other.text.hasSuffix("/en") && one.text.hasPrefix(other.text.dropLast(2))
            return local.contains(one.text) || isWithoutEnd
                || one.text.lowercased() == other.text.lowercased()
        case .tag:
            // What stands inside of a tag may be words for readers.
            return tagName(one.text) == tagName(other.text)
        case .code:
            return one.text.contains("{") && other.text.contains("{")
        default: return false
        }
    }

    private static func tagName(_ tag: String) -> Substring {
        tag.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" }
    }

    // MARK: - Added

    private static func added(_ wanted: [Found], _ own: [Found], _ reading: inout TextReading) {
        for found in own where found.kind == .tag || found.kind == .entity || found.kind == .format
        {
            if wanted.contains(where: {
                $0.kind == found.kind && isSame(found, $0, reading.facts)
            }) {
                continue
            }
            if found.kind == .format, wanted.contains(where: { $0.kind == .format }) { continue }
            // What stands in the place of an argument is told with it.
            if reading.inspection.lost.contains(where: { $0.standIn?.overlaps(found.place) == true }
            ) {
                continue
            }
            added(found, &reading)
        }
    }

    private static func entities(_ passage: Passage, _ reading: inout TextReading) {
        for literal in passage.literals where literal.kind == .entity {
            let place = passage.place(literal.range)
            added(
                Found(kind: .entity, text: passage.text(literal.range), place: place),
                &reading
            )
        }
    }

    private static let characters = [
        "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "”", "&nbsp;": "\u{A0}", "&mdash;": "—",
        "&ndash;": "–", "&hellip;": "…", "&laquo;": "«", "&raquo;": "»", "&copy;": "©",
    ]

    private static func added(_ found: Found, _ reading: inout TextReading) {
        let character = characters[found.text]
        let isEntity = found.kind == .entity
        reading.report(
            "L109",
            at: found.place,
            isEntity
                ? "the reader sees `\(found.text)`: messages are not HTML"
                : "`\(found.text)` is not in the English message",
            help: isEntity
                ? character.map { $0 == "\u{A0}" ? "write a space" : "write \($0)" }
                    ?? "write the character itself"
                : "remove it",
            replacement: isEntity ? character.map { $0 == "\u{A0}" ? " " : $0 } : nil
        )
    }

    // MARK: - Kept words

    private static func kept(
        _ original: OriginalMessage,
        _ told: Set<String>,
        _ reading: inout TextReading
    ) {
        let described = reading.inspection.description?.keep ?? []
        guard !original.keep.isEmpty || !described.isEmpty else { return }
        let keep = original.keep + described
        var missing: [String] = []
        for word in Set(keep).sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }) {
            let phrase = Phrase(word, isExact: true)
            guard phrase.occurs(in: original.text), !phrase.occurs(in: reading.text),
                !told.contains(word), !missing.contains(where: { $0.contains(word) })
            else { continue }
            missing.append(word)
            let other = Phrase(word, isExact: false).first(in: reading.text)
            reading.report(
                "L108",
                at: other ?? 0..<reading.inspection.tree.length,
                other == nil
                    ? "`\(word)` of the English message is missing"
                    : "`\(word)` is written otherwise",
                help: "write it as it is in every language: \(word)",
                replacement: other == nil ? nil : word
            )
        }
    }
}
