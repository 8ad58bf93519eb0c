/// Why a key file was not used.
public enum KeyFileError: Error, Hashable, Sendable {
    /// The path is empty or has a NUL in it.
    case invalidPath
    /// There is none.
    case missing(path: String)
    /// Somebody other than its owner may read or write it; `mode` holds the permission bits.
    case openToOthers(path: String, mode: UInt32)
    /// It belongs to another user.
    case wrongOwner(path: String)
    /// It is a directory, a pipe or the like.
    case notAFile(path: String)
    /// It is too short or too long.
    case wrongSize(path: String)
    /// It is not a key file of a version known here.
    case unknownFormat(path: String)
    /// Anybody could put another file in its place.
    case directoryOpenToAll(path: String)
    /// A call to the system failed with this `errno`.
    case system(call: String, path: String, code: Int32)
}

extension KeyFileError: CustomStringConvertible {
    /// What is wrong and how to mend it, for the person who runs the installation.
    public var description: String {
        switch self {
        case .invalidPath:
            "the path of the key file is empty or has a NUL in it"
        case .missing(let path):
            "there is no key file at \(path); without it the database can't be read"
        case .openToOthers(let path, let mode):
            "the key file \(path) is open to other users (mode \(String(mode, radix: 8))): "
                + "chmod 600, and think about who has read it"
        case .wrongOwner(let path):
            "the key file \(path) belongs to another user"
        case .notAFile(let path):
            "\(path) is not a file, so it can't be the key file"
        case .wrongSize(let path):
            "the key file \(path) is too short or too long: put it back from its copy"
        case .unknownFormat(let path):
            "\(path) is not a key file of this version: put it back from its copy"
        case .directoryOpenToAll(let path):
            "everybody can write to \(path), and so replace the key file: chmod o-w"
        case .system(let call, let path, let code):
            "\(call) failed on \(path) (errno \(code))"
        }
    }
}
