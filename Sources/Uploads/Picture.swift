public import Flows

/// Overview: a picture that was really looked at, as it will be kept.
///
/// Responsibilities: walking through the file to its end, since a beginning that looks right says nothing about the
/// rest; leaving out whatever tells about its owner. The picture is not decoded, so a flood of pixels costs nothing,
/// and what is kept of it is the same picture bit by bit.
///
/// What is not here: reading files (`Sessions`), encryption and keeping.
public struct Picture: Sendable, Hashable {
    /// The most pixels that a picture may have: more than a camera makes.
    public static let mostMegapixels = 40

    /// What it is.
    public let format: FileFormat
    /// Its width in pixels.
    public let width: Int
    /// Its height in pixels.
    public let height: Int
    /// The file without metadata: where and when it was taken, with what, by whom, and what hangs behind its end.
    public let bytes: [UInt8]

    /// Looks at a file that is to be kept within bounds; O(length).
    public init(_ bytes: [UInt8], within bounds: FileBounds) throws(UploadProblem) {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= bounds.bytes else { throw .tooLarge }
        let parts: PictureParts
        if bytes.starts(with: PNGFile.signature) {
            parts = try PNGFile.read(bytes)
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            parts = try JPEGFile.read(bytes)
        } else {
            throw .notAPicture
        }
        guard bounds.formats.contains(parts.format) else { throw .format }
        format = parts.format
        (width, height) = parts.size
        self.bytes = parts.bytes
    }

    /// What is known of it once it is kept under a name.
    public func reference(named name: String) -> FileReference {
        FileReference(name: name, format: format, size: bytes.count, width: width, height: height)
    }
}

/// What a file is made of.
struct PictureParts {
    let format: FileFormat
    let size: (width: Int, height: Int)
    let bytes: [UInt8]

    /// The most chunks or segments of a file: more are in no camera's picture, and only keep a reader busy.
    static let most = 20_000
    /// The most scans of a JPEG: whoever shows it goes over the whole picture for each.
    static let mostScans = 500

    /// The size that a header tells, if it is one that a picture may have.
    static func size(width: Int, height: Int) throws(UploadProblem) -> (width: Int, height: Int) {
        guard width > 0, height > 0 else { throw .damaged }
        // Both are below 2^31, so nothing overflows.
        guard width * height <= Picture.mostMegapixels * 1_000_000 else { throw .tooManyPixels }
        return (width, height)
    }
}
