import CSodium
import Glibc

/// The file that holds the master key: 79 bytes of text, readable by its owner only.
///
/// The first line names the format, the second is the key in hexadecimal digits. Whoever loses
/// the file has lost all that was encrypted: it wants a copy, apart from the database's.
public enum KeyFile {
    private static let header = Array("paifang-key-1\n".utf8)
    private static let digitCount = MasterKeys.byteCount * 2
    private static let size = header.count + digitCount + 1

    /// Reads the key file, making one where there is none.
    ///
    /// Only for a database that is new: beside an old one a missing key file is an error, which
    /// `load` gives. Any number of processes may do this at once; all get the same key.
    ///
    /// - Throws: `KeyFileError` when it can't be made, or must not be used.
    public static func loadOrCreate(
        at path: String,
        random: some RandomSource = SystemRandom()
    ) throws(KeyFileError) -> MasterKeys {
        do {
            return try load(at: path)
        } catch .missing {
            try create(at: path, random: random)
            return try load(at: path)
        }
    }

    /// Reads the key file.
    ///
    /// - Throws: `KeyFileError` when there is none, or it must not be used.
    public static func load(at path: String) throws(KeyFileError) -> MasterKeys {
        try load(at: path, owner: geteuid())
    }

    package static func load(at path: String, owner: UInt32) throws(KeyFileError) -> MasterKeys {
        try checkPath(path)
        // Not blocking: a pipe in its place must not hang the start.
        let file = try OpenFile(path, flags: O_RDONLY | O_NONBLOCK)
        let status = try file.status()
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        guard status.st_uid == owner else { throw .wrongOwner(path: path) }
        let mode = status.st_mode & 0o7777
        guard mode & 0o077 == 0 else { throw .openToOthers(path: path, mode: mode) }
        guard status.st_size == size else { throw .wrongSize(path: path) }
        guard let master = parse(try file.read(count: size)) else {
            throw .unknownFormat(path: path)
        }
        try checkDirectory(directory(of: path))
        return MasterKeys(master: master)
    }

    // Written under another name and linked into place, since a file made with O_EXCL under its
    // own name would be seen half written. `link` refuses, too, when the name is taken.
    private static func create(
        at path: String,
        random: some RandomSource
    ) throws(KeyFileError) {
        let directory = directory(of: path)
        try makeDirectory(directory)
        let suffix = SystemRandom().bytes(8).map { String($0, radix: 16) }.joined()
        let draft = "\(path).\(suffix).new"
        do {
            let file = try OpenFile(draft, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
            // Whatever the umask was.
            try file.setMode(0o600)
            try file.write(format(random.secret(MasterKeys.byteCount)))
            try file.sync()
        } catch {
            unlink(draft)
            throw error
        }
        let code = link(draft, path) == 0 ? 0 : errno
        unlink(draft)
        guard code == 0 || code == EEXIST else {
            throw .system(call: "link", path: path, code: code)
        }
        try OpenFile(directory, flags: O_RDONLY | O_DIRECTORY).sync()
    }

    private static func makeDirectory(_ path: String) throws(KeyFileError) {
        if try make(path) { return }
        let parent = directory(of: path)
        guard parent != path else { throw .system(call: "mkdir", path: path, code: ENOENT) }
        try makeDirectory(parent)
        // Not tried for ever: there are places, such as /proc, where nothing can be made.
        guard try make(path) else { throw .system(call: "mkdir", path: path, code: ENOENT) }
    }

    /// Makes one directory, unless it is there; false where the one above it is missing.
    private static func make(_ path: String) throws(KeyFileError) -> Bool {
        if mkdir(path, 0o700) == 0 {
            try OpenFile(directory(of: path), flags: O_RDONLY | O_DIRECTORY).sync()
            return true
        }
        switch errno {
        case EEXIST: return true
        case ENOENT: return false
        case let code: throw .system(call: "mkdir", path: path, code: code)
        }
    }

    private static func checkDirectory(_ path: String) throws(KeyFileError) {
        let status = try OpenFile(path, flags: O_RDONLY | O_DIRECTORY).status()
        // In a sticky directory, such as /tmp, nobody can replace another's file.
        guard status.st_mode & S_IWOTH == 0 || status.st_mode & S_ISVTX != 0 else {
            throw .directoryOpenToAll(path: path)
        }
    }

    private static func checkPath(_ path: String) throws(KeyFileError) {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .invalidPath }
    }

    private static func directory(of path: String) -> String {
        var bytes = Array(path.utf8)
        while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
    }

    private static func format(_ master: SecretBytes) -> SecretBytes {
        // One more for the NUL that libsodium writes, which the line feed then replaces.
        SecretBytes(count: size) { start in
            start.update(from: header, count: header.count)
            start.advanced(by: header.count)
                .withMemoryRebound(to: CChar.self, capacity: digitCount + 1) { digits in
                    master.withStart { master in
                        _ = sodium_bin2hex(
                            digits,
                            digitCount + 1,
                            master,
                            MasterKeys.byteCount
                        )
                    }
                }
            start[size - 1] = UInt8(ascii: "\n")
        }
    }

    private static func parse(_ content: SecretBytes) -> SecretBytes? {
        content.withBytes { content in
            guard content.starts(with: header), content.last == UInt8(ascii: "\n") else {
                return nil
            }
            var length = 0
            var status: Int32 = -1
            let master = SecretBytes(count: MasterKeys.byteCount) { master in
                content.baseAddress?.advanced(by: header.count)
                    .withMemoryRebound(to: CChar.self, capacity: digitCount) { digits in
                        status = sodium_hex2bin(
                            master,
                            MasterKeys.byteCount,
                            digits,
                            digitCount,
                            nil,
                            &length,
                            nil
                        )
                    }
            }
            return status == 0 && length == MasterKeys.byteCount ? master : nil
        }
    }
}
