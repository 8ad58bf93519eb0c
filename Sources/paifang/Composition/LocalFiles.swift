import Glibc
import Sessions
import Uploads

/// The files of the machine on which the command runs.
struct LocalFiles: FileSource {
    let home: String?

    /// How much is read at once.
    private static let piece = 65_536

    init(home: String? = LocalFiles.homeOfUser) { self.home = home }

    private static var homeOfUser: String? { getenv("HOME").map { String(cString: $0) } }

    func isFile(_ path: String) -> Bool {
        var status = stat()
        guard Self.isName(path), stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFREG
    }

    func bytes(at path: String, atMost limit: Int) throws(UploadProblem) -> [UInt8] {
        guard Self.isName(path) else { throw .notFound }
        // What waits for somebody to write into it, such as a pipe, must not keep the walk waiting.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .notFound : .unreadable
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable
        }
        guard status.st_size <= limit else { throw .tooLarge }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: Self.piece)
        while true {
            let count = read(descriptor, &piece, Self.piece)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable }
            if count == 0 { return bytes }
            bytes += piece[..<count]
            // It may grow while it is read.
            guard bytes.count <= limit else { throw .tooLarge }
        }
    }

    /// What C would cut short is no name of a file.
    private static func isName(_ path: String) -> Bool {
        !path.isEmpty && !path.utf8.contains(0)
    }

    /// The names in a folder, in no order; those of folders end with a slash.
    func names(in folder: String) -> [String] {
        guard Self.isName(folder), let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            var status = stat()
            let isFolder =
                stat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            names.append(isFolder ? name + "/" : name)
        }
        return names
    }
}
