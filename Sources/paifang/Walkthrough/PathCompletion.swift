import Uploads

/// What Tab makes of a path that is being typed.
struct PathCompletion {
    let home: String?
    /// The names in a folder; those of folders end with a slash.
    let names: (String) -> [String]

    init(_ files: LocalFiles = LocalFiles()) {
        home = files.home
        names = files.names
    }

    init(home: String?, names: @escaping (String) -> [String]) {
        self.home = home
        self.names = names
    }

    /// The line with the last path in it as long as it is certain; `nil` where nothing can be added.
    func completed(_ line: String) -> String? {
        guard let word = TypedPaths(line, home: home).words.last,
            line.unicodeScalars.last?.properties.isWhitespace != true || word.openQuote != nil
        else { return nil }
        let slash = word.path.lastIndex(of: "/")
        let folder = slash.map { String(word.path[...$0]) } ?? "./"
        let begun = slash.map { String(word.path[word.path.index(after: $0)...]) } ?? word.path
        let found = names(folder).filter { name in
            // What is hidden is meant only by who types its dot.
            name.hasPrefix(begun) && (begun.hasPrefix(".") || !name.hasPrefix("."))
        }
        guard let first = found.first else { return nil }
        let common = found.dropFirst().reduce(first) { common, name in
            String(zip(common, name).prefix { $0 == $1 }.map(\.0))
        }
        guard common.count > begun.count else { return nil }
        let more = String(common.dropFirst(begun.count))
        return line + (word.openQuote == nil ? TypedPaths.quoted(more) : more)
    }
}
