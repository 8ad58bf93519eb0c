import Synchronization

/// The path of a file, kept once for as long as the program runs.
///
/// Every value, key and definition knows where it stands; so a place holds no text of its own, and copying one
/// counts no reference. The paths that are kept are those of the files that were read.
public struct FileName: Hashable, Sendable {
    private struct Known {
        var paths: [String] = []
        var indices: [String: Int32] = [:]
    }

    private static let known = Mutex(Known())
    private let index: Int32

    /// Makes the name of a file.
    ///
    /// - Parameter path: The path as the reader of a diagnostic should see it.
    public init(_ path: String) {
        index = Self.known.withLock { known in
            if let index = known.indices[path] { return index }
            let index = Int32(known.paths.count)
            known.paths.append(path)
            known.indices[path] = index
            return index
        }
    }

    /// The path.
    public var path: String { Self.known.withLock { $0.paths[Int(index)] } }
}
