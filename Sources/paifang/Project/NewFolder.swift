import Glibc

/// A folder that is being filled with the files of a new project; nothing that is there is ever written over.
struct NewFolder {
    /// Why a folder can't be filled.
    enum Refusal: Error {
        /// It holds these files and folders already.
        case taken([String])
        /// The system refuses something at this path.
        case system(path: String, reason: String)
    }

    /// The folder's path.
    let path: String

    /// Makes the folder where there is none, and the folders above it.
    ///
    /// - Throws: `Refusal.taken` where there is something in it, but for a repository without files.
    init(_ path: String) throws(Refusal) {
        self.path = path
        try Self.makeFolder(path)
        let names = try Self.names(in: path).filter { $0 != ".git" }
        guard names.isEmpty else { throw .taken(names) }
    }

    /// Writes a new file, and makes the folders above it.
    func write(_ bytes: [UInt8], to name: String) throws(Refusal) {
        let file = path + "/" + name
        if let slash = file.lastIndex(of: "/") { try Self.makeFolder(String(file[..<slash])) }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.refusal(file) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.refusal(file) }
            rest = rest.dropFirst(count)
        }
    }

    private static func makeFolder(_ path: String) throws(Refusal) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            guard mkdir(made, 0o755) != 0, errno != EEXIST else { continue }
            throw refusal(made)
        }
    }

    private static func names(in path: String) throws(Refusal) -> [String] {
        guard let folder = opendir(path) else { throw refusal(path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func refusal(_ path: String) -> Refusal {
        .system(path: path, reason: String(cString: strerror(errno)))
    }
}
