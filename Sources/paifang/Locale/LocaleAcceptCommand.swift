import ArgumentParser
import Documents
import Localization

/// `paifang locale accept`: says that translations are up to date with the English text.
struct LocaleAcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Say that translations are up to date with the English text.",
        discussion: """
            KEY is a message, all below one (wallet-signup.start), a pattern with * and ?, or a document \
            (documents/user-agreement/1). Only locales/state/ is written.
            """
    )

    @Argument(help: "The messages and documents.")
    var keys: [String] = []

    @Flag(help: "Everything that has a translation.")
    var all = false

    @Option(help: "The language of the translations, such as cs.")
    var lang: String

    @Flag(help: "Somebody else than the translator has looked at them.")
    var reviewed = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if all == !keys.isEmpty { throw ValidationError("name messages, or --all") }
    }

    func run() throws {
        let files = TranslationFiles(desk: try LocaleDesk(shared))
        guard let language = try files.languages([lang]).first else { return }
        let editor = try files.editor(of: language)
        let texts = Dictionary(
            try files.editor(of: files.desk.source).texts.map {
                ($0.key, SourceHash(of: $0.pattern))
            },
            uniquingKeysWith: { first, _ in first }
        )
        let documents = files.documents(of: language)
        let current = documents.merging(texts) { first, _ in first }
        var state = files.state(of: language)
        let copies = Set(
            editor.texts.filter { text in
                let entry = state.entries[text.key]
                return entry?.status == .new && entry?.hash == SourceHash(of: text.pattern)
            }.map(\.key)
        )
        var accepted: [(MessageKey, TranslationStatus)] = []
        for key in try asked(files, Set(editor.keys), documents, copies) {
            guard let hash = current[key] else { continue }
            let old = state.entries[key]
            // What was reviewed, and has not changed since, stays so.
            let isReviewed = reviewed || old?.status == .reviewed && old?.hash == hash
            let entry = LocaleState.Entry(isReviewed ? .reviewed : .translated, hash)
            guard old?.status != entry.status || old?.hash != hash else { continue }
            state.entries[key] = entry
            accepted.append((key, entry.status))
        }
        if !accepted.isEmpty { try files.write(state, of: language) }
        tell(accepted, language, files)
    }

    /// The keys that were asked for, or an exit with what is wrong with them.
    private func asked(
        _ files: TranslationFiles,
        _ own: Set<MessageKey>,
        _ documents: [MessageKey: SourceHash],
        _ copies: Set<MessageKey>
    ) throws -> [MessageKey] {
        if all {
            // A copy of the English text is nobody's translation until it is named.
            return files.desk.keys.filter { own.contains($0) && !copies.contains($0) }
                + documents.keys.sorted()
        }
        var found: [MessageKey] = []
        for name in keys {
            if name.hasPrefix("documents/") {
                guard documents[MessageKey(name)] != nil else {
                    let names = documents.keys.sorted().map(\.rawValue)
                    throw files.desk.situation.missing("document", name, among: names)
                }
                found.append(MessageKey(name))
                continue
            }
            let meant = try files.desk.keys(named: [name])
            let there = meant.filter { own.contains($0) }
            guard !there.isEmpty else {
                throw files.refused("\(name) has no text in \(lang)")
            }
            found += there
        }
        return found
    }

    private func tell(
        _ accepted: [(MessageKey, TranslationStatus)],
        _ language: LanguageTag,
        _ files: TranslationFiles
    ) {
        if shared.isJSON {
            let list = accepted.map { key, status -> JSONValue in
                ["key": .string(key.rawValue), "status": .string(status.rawValue)]
            }
            return Standard.output(
                JSONWriter.compact([
                    "schema": 1, "language": .string(language.rawValue), "accepted": .array(list),
                ])
            )
        }
        guard !shared.isQuiet else { return }
        // Hundreds of lines say less than their number.
        for (key, status) in accepted where !all {
            Standard.output("\(VisibleText.escaping(key.rawValue)): \(status.rawValue)")
        }
        files.desk.situation.say([
            accepted.isEmpty
                ? "nothing to do: all that was named is up to date"
                : "\(accepted.count) of \(language.rawValue) up to date"
        ])
    }
}
