import Glibc
import Sessions

/// A folder that only its owner can read, and into which files come whole or not at all.
struct LetterFolder {
    let path: String

    /// Why a file could not be put there, as the system says it.
    struct Failure: Error {
        let text: String

        /// What the last system call said.
        static var last: Self { Self(text: String(cString: strerror(errno))) }
    }

    /// The name of a letter's file, such as `20260102T030405Z-ab12.3.0.eml`: files sort by their time.
    static func name(of letter: Letter) -> String {
        var seconds = time_t(letter.writtenAt / 1_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let date = [(parts.tm_year, 1_900, 4), (parts.tm_mon, 1, 2), (parts.tm_mday, 0, 2)]
        let clock = [(parts.tm_hour, 0, 2), (parts.tm_min, 0, 2), (parts.tm_sec, 0, 2)]
        func digits(_ fields: [(value: Int32, offset: Int, width: Int)]) -> String {
            fields.map { field in
                let digits = String(Int(field.value) + field.offset)
                return String(repeating: "0", count: max(0, field.width - digits.count)) + digits
            }.joined()
        }
        let ending = letter.isShortMessage ? "txt" : "eml"
        return "\(digits(date))T\(digits(clock))Z-\(spelled(letter.id)).\(ending)"
    }

    /// The path of the file of a name; `nil` where there is none.
    func place(of name: String) -> String? {
        guard !path.utf8.contains(0), access(target(name), F_OK) == 0 else { return nil }
        return target(name)
    }

    /// Puts a file there, in place of one with the same name; it is on the disk when this returns.
    func put(_ bytes: [UInt8], as name: String) throws(Failure) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            // words: for the operator
            throw Failure(text: "its path is empty or holds a NUL")
        }
        try make(path)
        let target = target(name)
        let draft = "\(target).\(String(UInt64.random(in: 0 ... .max), radix: 16)).new"
        do throws(Failure) {
            try write(bytes, to: draft)
            guard rename(draft, target) == 0 else { throw Failure.last }
        } catch {
            unlink(draft)
            throw error
        }
        try withDescriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
            (descriptor) throws(Failure) in
            guard fsync(descriptor) == 0 else { throw Failure.last }
        }
    }

    private func target(_ name: String) -> String {
        path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    }

    private func write(_ bytes: [UInt8], to draft: String) throws(Failure) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        try withDescriptor(open(draft, flags, 0o600)) { (descriptor) throws(Failure) in
            // Whatever the umask was.
            guard fchmod(descriptor, 0o600) == 0 else { throw Failure.last }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.write(descriptor, $0.baseAddress, $0.count)
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Failure.last }
                rest = rest.dropFirst(count)
            }
            guard fsync(descriptor) == 0 else { throw Failure.last }
        }
    }

    private func make(_ folder: String) throws(Failure) {
        if access(folder, F_OK) == 0 { return }
        if let end = folder.lastIndex(of: "/"), end > folder.startIndex {
            try make(String(folder[..<end]))
        }
        if mkdir(folder, 0o700) == 0 {
            guard chmod(folder, 0o700) == 0 else { throw Failure.last }
        } else if errno != EEXIST {
            throw Failure.last
        }
    }

    private func withDescriptor(
        _ descriptor: Int32,
        _ work: (Int32) throws(Failure) -> Void
    ) throws(Failure) {
        guard descriptor >= 0 else { throw Failure.last }
        defer { close(descriptor) }
        try work(descriptor)
    }

    /// A text as a part of a file's name: what is not a letter, a digit, `.` or `-` becomes `_` and its number.
    private static func spelled(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"):
                String(UnicodeScalar(byte))
            default:
                (byte < 16 ? "_0" : "_") + String(byte, radix: 16)
            }
        }.joined()
    }
}
