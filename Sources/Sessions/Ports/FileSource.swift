public import Uploads

/// Reads the files that a person names.
public protocol FileSource: Sendable {
    /// What a tilde stands for.
    var home: String? { get }
    /// Whether a path is that of a file.
    func isFile(_ path: String) -> Bool
    /// The bytes of a file, counted while they are read.
    ///
    /// - Throws: `UploadProblem.tooLarge` as soon as there are more than `limit`, `.notFound` or `.unreadable`.
    func bytes(at path: String, atMost limit: Int) throws(UploadProblem) -> [UInt8]
}

/// Finds no file: for front ends where nobody names one.
public struct NoFiles: FileSource {
    /// Makes a source.
    public init() {}

    /// No place.
    public var home: String? { nil }
    /// Never.
    public func isFile(_ path: String) -> Bool { false }
    /// Nothing.
    public func bytes(at path: String, atMost limit: Int) throws(UploadProblem) -> [UInt8] {
        throw .notFound
    }
}
