public import Flows

/// Files that tests and generated paths give: whole pictures of one pixel, and those that are refused.
public enum SampleFile {
    /// The words for all of them: the formats, and what is wrong with the others.
    public static let words =
        FileFormat.allCases.map(\.rawValue)
        + UploadProblem.allCases.map(\.rawValue)
        .filter { $0 != UploadProblem.format.rawValue }

    /// The file of a word, as a person would give it; `nil` for what no bytes are: a file that is not there or can't
    /// be read, or one that is longer than anybody wants to make.
    public static func bytes(of word: String) -> [UInt8]? {
        if let format = FileFormat(rawValue: word) {
            switch format {
            case .jpeg: return jpeg
            case .png: return png
            }
        }
        switch UploadProblem(rawValue: word) {
        case .empty: return []
        case .notAPicture: return Array("PK\u{3}\u{4}".utf8)
        case .damaged: return Array(png.dropLast(20))
        case .tooManyPixels: return png(width: 100_000, height: 100_000)
        case .notFound, .unreadable, .tooLarge, .format, nil: return nil
        }
    }

    /// What becomes of the file of a word where it is given to a field.
    public static func picture(
        _ word: String,
        within bounds: FileBounds
    ) -> Result<Picture, UploadProblem> {
        guard let bytes = bytes(of: word) else {
            return .failure(UploadProblem(rawValue: word) ?? .notFound)
        }
        return Result { () throws(UploadProblem) in try Picture(bytes, within: bounds) }
    }

    /// The value of these words, each picture under the name of its place.
    public static func value(
        _ words: [String],
        within bounds: FileBounds
    ) throws(UploadProblem) -> FieldValue {
        var files: [FileReference] = []
        for word in words {
            let picture = try picture(word, within: bounds).get()
            files.append(picture.reference(named: "sample-\(files.count + 1)"))
        }
        return .files(files)
    }

    // MARK: - Pictures

    private static let png = png(width: 1, height: 1)

    /// A picture of black in one piece of data that is not compressed, whatever its header says.
    private static func png(width: UInt32, height: UInt32) -> [UInt8] {
        let header = number(width) + number(height) + [8, 0, 0, 0, 0]
        let data: [UInt8] = [0x78, 0x01, 0x01, 2, 0, 0xFD, 0xFF, 0, 0, 0, 2, 0, 1]
        return PNGFile.signature + chunk("IHDR", header) + chunk("IDAT", data) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return number(UInt32(data.count)) + body + number(Checksum.of(body[...]))
    }

    private static func number(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// A picture of grey: one block whose values are all nought, after tables with one code each.
    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0] + [UInt8](repeating: 1, count: 64)
        + [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]
        + table(0x00) + table(0x10)
        + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x3F, 0xFF, 0xD9]

    private static func table(_ kind: UInt8) -> [UInt8] {
        [0xFF, 0xC4, 0, 20, kind, 1] + [UInt8](repeating: 0, count: 15) + [0]
    }
}
