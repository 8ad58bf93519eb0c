/// How many files a field takes, and which.
public struct FileBounds: Sendable, Hashable {
    /// The least number.
    public var atLeast: Int
    /// The greatest number.
    public var atMost: Int
    /// The greatest size of one, in megabytes of a million bytes.
    public var megabytes: Int
    /// What they may be.
    public var formats: [FileFormat]

    /// The most files that a field can take.
    public static let mostFiles = 5
    /// The most megabytes that one of them can have.
    public static let mostMegabytes = 5

    /// Makes bounds; one picture of any format where nothing else is said.
    public init(
        atLeast: Int = 1,
        atMost: Int = 1,
        megabytes: Int = mostMegabytes,
        formats: [FileFormat] = FileFormat.allCases
    ) {
        self.atLeast = atLeast
        self.atMost = atMost
        self.megabytes = megabytes
        self.formats = formats
    }

    /// The greatest size of one file, in bytes.
    public var bytes: Int { megabytes * 1_000_000 }

    /// The names of the formats, as people write them: "JPEG, PNG".
    public var formatNames: String {
        formats.map { $0.rawValue.uppercased() }.joined(separator: ", ")
    }
}

/// What an uploaded file may be; the name in flow files.
public enum FileFormat: String, Sendable, Hashable, Codable, CaseIterable {
    case jpeg, png
}

/// A file that was taken: what is known of it besides its bytes, which are kept under its name.
///
/// What the person called it is kept nowhere.
public struct FileReference: Sendable, Hashable, Codable {
    /// A random name.
    public let name: String
    /// What it is.
    public let format: FileFormat
    /// The size of what is kept, in bytes.
    public let size: Int
    /// The width of the picture, in pixels.
    public let width: Int
    /// The height of the picture, in pixels.
    public let height: Int

    /// Makes a reference.
    public init(name: String, format: FileFormat, size: Int, width: Int, height: Int) {
        self.name = name
        self.format = format
        self.size = size
        self.width = width
        self.height = height
    }
}
