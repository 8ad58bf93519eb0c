import Documents
import Glibc

/// The files and folders of a project whose findings are reported.
struct PathSelection {
    /// A path that names nothing that is checked.
    struct Unknown: Error {
        let path: String
        /// What was probably meant.
        let meant: String?
    }

    /// Relative to the project; none means all.
    private let paths: [String]

    /// Looks paths up, as they are written from where one stands or from the project's folder.
    init(_ given: [String], in project: Project) throws(Unknown) {
        let files = project.sources.keys.sorted()
        var paths: [String] = []
        for path in given {
            // An empty path is a variable of a script that was not set, not the whole project.
            let candidates = path.isEmpty ? [] : Self.candidates(path, in: project.folder)
            let found = candidates.first { candidate in
                candidate.isEmpty
                    || files.contains { $0 == candidate || $0.hasPrefix(candidate + "/") }
            }
            guard let found else {
                let all = files + Set(files.flatMap(Self.folders(of:))).sorted()
                let meant = Spelling.nearest(to: Self.normal(path), among: all)
                throw Unknown(path: path, meant: meant)
            }
            paths.append(found)
        }
        self.paths = paths
    }

    /// Whether findings in a file are reported.
    func includes(_ file: String) -> Bool {
        paths.isEmpty
            || paths.contains { $0.isEmpty || file == $0 || file.hasPrefix($0 + "/") }
    }

    /// What a path may mean, relative to the project; empty for the project itself.
    private static func candidates(_ path: String, in folder: ProjectFolder) -> [String] {
        let own = [
            below(absolute(folder.path), absolute(path)),
            // A folder may be known by several names.
            resolved(folder.path).flatMap { root in resolved(path).flatMap { below(root, $0) } },
        ]
        return own.compactMap(\.self) + [normal(path)]
    }

    private static func below(_ root: String, _ path: String) -> String? {
        if path == root { return "" }
        let prefix = root == "/" ? root : root + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
    }

    private static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return "/" + normal(path) }
        guard let here = resolved(".") else { return normal(path) }
        return "/" + normal(here + "/" + path)
    }

    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    /// A path without empty parts and dots.
    private static func normal(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// The folders above a file.
    private static func folders(of file: String) -> [String] {
        let parts = file.split(separator: "/")
        return parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
    }
}
