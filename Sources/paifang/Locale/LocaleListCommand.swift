import ArgumentParser
import Documents
import Localization

/// `paifang locale list`: finds messages by their keys and words.
struct LocaleListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Find messages by their keys and words.",
        discussion: """
            PATTERN is a key with * and ?, or any part of a key or of the words:
            'wallet-signup.*.title', attempt, 'письмо'.
            """
    )

    @Argument(help: "A key with * and ?, or a part of a key or of the words.")
    var pattern: String?

    @Option(help: "The languages to show, such as cs or ru,cs; English without it.")
    var lang: String?

    @Flag(help: "Only what has no words yet in the languages shown.")
    var missing = false

    @Flag(help: "Only what was translated from another English text than today's.")
    var stale = false

    @Flag(help: "Only what no flow shows, and messages.yaml doesn't describe.")
    var unused = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        var desk = try LocaleDesk(shared)
        let chosen = try desk.languages(lang)
        let languages = chosen.isEmpty ? [desk.source] : chosen
        let asked = (missing || stale) && chosen.isEmpty ? desk.project.languages : languages
        let isUnused = unused ? unusedKeys(desk) : nil
        let found = desk.keys.filter { key in
            fits(key, languages, desk)
                && (!missing || asked.contains { !desk.catalogs.has(key, in: $0) })
                && (!stale || asked.contains { desk.condition(of: key, in: $0) == .stale })
                && (isUnused.map { $0.contains(key) } ?? true)
        }
        guard !shared.isJSON else {
            return Standard.output(JSONWriter.compact(json(found, languages, desk)))
        }
        guard !found.isEmpty else { return desk.situation.say([nothing(desk)]) }
        Standard.output(text(found, asked, desk), terminator: "")
        desk.situation.say([found.count == 1 ? "1 message" : "\(found.count) messages"])
    }

    private func unusedKeys(_ desk: LocaleDesk) -> Set<MessageKey> {
        let uses = MessageUses(of: desk.project)
        return Set(
            desk.keys.filter { !uses.isNeeded($0) && desk.project.descriptions?[$0] == nil }
        )
    }

    private func nothing(_ desk: LocaleDesk) -> String {
        if let pattern {
            let near = Spelling.nearest(to: pattern, among: desk.keys.map(\.rawValue))
            let words = "no message fits \(VisibleText.escaping(pattern))"
            if let near { return "\(words); did you mean \(near)?" }
            return "\(words)  (--lang cs looks in the Czech words, too)"
        }
        if missing { return "no message is missing" }
        return stale
            ? "no message is stale" : unused ? "no message is unused" : "there is no message"
    }

    /// Whether a key fits the pattern, or holds it, or has it in its words.
    private func fits(_ key: MessageKey, _ languages: [LanguageTag], _ desk: LocaleDesk) -> Bool {
        guard let pattern else { return true }
        if pattern.contains(where: { $0 == "*" || $0 == "?" }) {
            return NamePattern(pattern).fits(key.rawValue)
        }
        let wanted = pattern.lowercased()
        if key.rawValue.lowercased().contains(wanted) { return true }
        return (languages + [desk.source]).contains { language in
            desk.catalogs[language]?.pattern(for: key)?.lowercased().contains(wanted) == true
        }
    }

    // MARK: - Writing

    private func text(
        _ keys: [MessageKey],
        _ languages: [LanguageTag],
        _ desk: LocaleDesk
    ) -> String {
        guard languages.count == 1, let language = languages.first else {
            return keys.map { key in
                let lines = languages.map { language in
                    "    " + DisplayWidth.fit(language.rawValue, to: 5) + "  "
                        + words(key, language, desk)
                }
                return ([key.rawValue] + lines).map { fitted($0, desk) }.joined(separator: "\n")
            }
            .joined(separator: "\n") + "\n"
        }
        let widest = keys.map { DisplayWidth.cells($0.rawValue) }.max() ?? 0
        let width = min(widest, desk.columns.map { $0 / 2 } ?? widest)
        return keys.map { key in
            fitted(
                DisplayWidth.fit(key.rawValue, to: width) + "  " + words(key, language, desk),
                desk
            ) + "\n"
        }
        .joined()
    }

    /// A line that is not longer than the terminal, where there is one.
    private func fitted(_ line: String, _ desk: LocaleDesk) -> String {
        desk.columns.map { DisplayWidth.truncate(line, to: $0) } ?? line
    }

    private func words(_ key: MessageKey, _ language: LanguageTag, _ desk: LocaleDesk) -> String {
        guard let text = desk.catalogs[language]?.pattern(for: key) else {
            return "— no words yet —"
        }
        return MessageText.oneLine(text)
    }

    private func json(
        _ keys: [MessageKey],
        _ languages: [LanguageTag],
        _ desk: LocaleDesk
    ) -> JSONValue {
        let messages = keys.map { key -> JSONValue in
            let texts = languages.map { language in
                (language.rawValue, JSONValue.optional(desk.catalogs[language]?.pattern(for: key)))
            }
            return [
                "key": .string(key.rawValue), "texts": .object(texts.map { .init($0.0, $0.1) }),
            ]
        }
        return ["schema": 1, "messages": .array(messages)]
    }
}
