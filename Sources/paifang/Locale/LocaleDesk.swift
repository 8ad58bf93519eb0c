import ArgumentParser
import Documents
import Flows
import Localization

/// What the verbs for translators look at: the words of a project, and what was asked for.
struct LocaleDesk {
    let situation: Situation
    let project: Project
    /// The words, those of a pseudo-language that was asked for among them.
    private(set) var catalogs: Catalogs

    /// Reads the project; a file with errors hides only what is wrong in it.
    init(_ shared: SharedOptions) throws {
        situation = Situation(shared)
        project = try situation.project()
        catalogs = project.catalogs
        let errors = project.problems.count { $0.severity == .error }
        if errors > 0 {
            let count = errors == 1 ? "an error" : "\(errors) errors"
            situation.say([
                "there is \(count) in the files, so something may lack here; see paifang check"
            ])
        }
    }

    /// The languages of a list such as `cs,ru`, or an exit with what there is; none for none.
    mutating func languages(_ list: String?) throws -> [LanguageTag] {
        var languages: [LanguageTag] = []
        let tags = list?.split(separator: ",").map { $0.filter { $0 != " " } } ?? []
        for tag in tags {
            let language = try situation.language(String(tag), project: project, flow: nil)
            if language.isPseudo, !catalogs.languages.contains(language) {
                catalogs = catalogs.pseudo(as: language)
            }
            if !languages.contains(language) { languages.append(language) }
        }
        return languages
    }

    /// The source language: the one that the others are translated from.
    var source: LanguageTag { catalogs.source }

    /// How a message stands to the source in another language.
    func condition(of key: MessageKey, in language: LanguageTag) -> LocaleStates.Condition {
        project.states.condition(of: key, in: language, catalogs)
    }

    /// Every key: those of the source in its order, then what only others have.
    var keys: [MessageKey] {
        var keys = catalogs.keys
        var known = Set(keys)
        for language in catalogs.languages {
            for key in catalogs[language]?.keys ?? [] where known.insert(key).inserted {
                keys.append(key)
            }
        }
        return keys
    }

    /// The keys that some names mean, each exact or with `*` and `?`, or an exit with the key that was probably meant.
    func keys(named names: [String]) throws -> [MessageKey] {
        let all = keys
        var found: [MessageKey] = []
        for name in names {
            let fitting = Self.keys(all, fitting: name)
            guard !fitting.isEmpty else { throw noKey(name, among: all) }
            for key in fitting where !found.contains(key) { found.append(key) }
        }
        return found
    }

    private static func keys(_ all: [MessageKey], fitting name: String) -> [MessageKey] {
        let exact = all.filter { $0.rawValue == name }
        guard exact.isEmpty else { return exact }
        let pattern = NamePattern(name)
        let fitting = all.filter { pattern.fits($0.rawValue) }
        // A key that is only begun means everything below it.
        return fitting.isEmpty ? all.filter { $0.rawValue.hasPrefix(name + ".") } : fitting
    }

    private func noKey(_ name: String, among all: [MessageKey]) -> ExitCode {
        let names = all.map(\.rawValue)
        let last = name.split(separator: ".").last.map(String.init) ?? name
        let near =
            Spelling.nearest(to: name, among: names)
            ?? names.first { !last.isEmpty && $0.hasSuffix("." + name) }
            ?? names.first { !last.isEmpty && $0.hasSuffix("." + last) }
        Standard.error(
            "paifang: no message \(VisibleText.escaping(name))"
                + (near.map { "; did you mean \($0)?" } ?? "")
                + "  (paifang locale list shows all \(names.count))"
        )
        return .usage
    }

    /// How many cells a line has, where somebody reads it in a terminal.
    var columns: Int? { Standard.outputColumns }

    /// Whether what is written may have colours.
    var isColoured: Bool {
        situation.shared.color.isOn(
            environment: situation.environment,
            isTerminal: Standard.outputIsTerminal
        )
    }
}
