import ArgumentParser
import Documents
import Glibc

/// A folder that nobody but its owner can look into.
struct PictureFolder {
    private let path: String

    /// Makes the folder, or takes one that is there already if others can't look into it.
    init(_ path: String) throws {
        self.path = path
        var status = stat()
        let isMade = mkdir(path, 0o700) == 0
        guard isMade || errno == EEXIST, lstat(path, &status) == 0 else {
            throw Self.impossible("the folder \(path) can't be made")
        }
        guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0
        else {
            throw Self.impossible("\(path) is no folder of yours alone; name another, or chmod 700")
        }
    }

    /// Writes a picture under a name that is not there yet, and gives its path.
    func write(_ bytes: [UInt8], as name: String) throws -> String {
        let file = "\(path)/\(name)"
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(file, flags, 0o600)
        guard descriptor >= 0 else {
            throw Self.impossible("\(file) can't be written: it may be there already")
        }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.impossible("\(file) can't be written") }
            rest = rest.dropFirst(count)
        }
        return file
    }

    private static func impossible(_ reason: String) -> ExitCode {
        Standard.error("paifang: " + VisibleText.escaping(reason))
        return .impossible
    }
}
