import Documents
import Exchange
import Localization

/// What came of an import, for people and for programs.
struct ImportReport {
    private let translations: TranslationImport
    private let language: LanguageTag
    private let old: [MessageKey: String]
    private let isWritten: Bool

    init(
        _ translations: TranslationImport,
        _ language: LanguageTag,
        old: [MessageKey: String],
        isWritten: Bool
    ) {
        self.translations = translations
        self.language = language
        self.old = old
        self.isWritten = isWritten
    }

    /// One JSON document.
    var json: JSONValue {
        let changed = translations.changes.map { change -> JSONValue in
            [
                "key": .string(change.key.rawValue),
                "from": .optional(change.pattern.flatMap { _ in old[change.key] }),
                "to": .optional(change.pattern),
                "status": .optional(change.status?.rawValue),
                "line": .integer(change.place.start.line),
            ]
        }
        let refused = translations.refusals.map { finding -> JSONValue in
            [
                "code": .string(finding.code), "line": .integer(finding.range.start.line),
                "message": .string(finding.message), "help": .optional(finding.help),
            ]
        }
        return [
            "schema": 1, "language": .string(language.rawValue), "written": .bool(isWritten),
            "changed": .array(changed), "refused": .array(refused),
            "unchanged": .integer(translations.unchangedCount),
            "untranslated": .integer(translations.untranslatedCount),
        ]
    }

    /// One line.
    static func summary(_ translations: TranslationImport, isTrying: Bool) -> String {
        let texts = translations.changes.count { $0.pattern != nil }
        let states = translations.changes.count { $0.pattern == nil }
        func count(_ count: Int, _ one: String, _ many: String) -> String? {
            count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
        }
        let parts = [
            "\(texts) \(texts == 1 ? "text" : "texts") \(isTrying ? "would change" : "changed")",
            count(states, "only in its state", "only in their states"),
            "\(translations.unchangedCount) as they were",
            count(translations.untranslatedCount, "not translated", "not translated"),
            count(translations.refusals.count, "refused", "refused"),
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
