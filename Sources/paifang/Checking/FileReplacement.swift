import Documents
import Glibc

/// Puts a new text in the place of a file's, so that the file is whole at every moment.
struct FileReplacement: Error {
    /// Why a file could not be written, in a sentence.
    let reason: String

    /// Writes a file beside the old one and gives it the old one's name and permissions.
    ///
    /// - Parameters:
    ///   - bytes: What the file is to hold.
    ///   - file: The path; what a link leads to is replaced, not the link.
    ///   - old: What it holds now; where it holds something else by now, nothing is written.
    /// - Throws: The reason where the file was not replaced; it is as it was then.
    static func write(_ bytes: [UInt8], to file: String, insteadOf old: [UInt8])
        throws(FileReplacement)
    {
        guard let found = realpath(file, nil) else { throw because(file) }
        defer { free(found) }
        let path = String(cString: found)
        guard ProjectFolder.bytes(of: path) == old else {
            throw FileReplacement(reason: "\(file) has been changed meanwhile")
        }
        var state = stat()
        guard stat(path, &state) == 0 else { throw because(file) }
        var name = Array((path + ".XXXXXX").utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw because(file) }
        let isWritten =
            fchmod(descriptor, state.st_mode & 0o7777) == 0 && put(bytes, into: descriptor)
            && fsync(descriptor) == 0
        let failure = errno
        close(descriptor)
        guard isWritten else {
            unlink(name)
            errno = failure
            throw because(file)
        }
        // Only the superuser may give a file to its former owner; for others it is theirs anyway.
        _ = chown(name, state.st_uid, state.st_gid)
        guard rename(name, path) == 0 else {
            let failure = errno
            unlink(name)
            errno = failure
            throw because(file)
        }
    }

    /// Writes a file that is not there yet, and makes the folder above it.
    ///
    /// - Throws: The reason where it was not written; one that is there stays as it is.
    static func create(_ file: String, with bytes: [UInt8]) throws(FileReplacement) {
        if let slash = file.lastIndex(of: "/") {
            guard mkdir(String(file[..<slash]), 0o755) == 0 || errno == EEXIST else {
                throw because(file)
            }
        }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw because(file) }
        let isWritten = put(bytes, into: descriptor)
        let failure = errno
        close(descriptor)
        guard isWritten else {
            unlink(file)
            errno = failure
            throw because(file)
        }
    }

    private static func put(_ bytes: [UInt8], into descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func because(_ file: String) -> FileReplacement {
        FileReplacement(reason: "\(file) can't be written: \(String(cString: strerror(errno)))")
    }
}
