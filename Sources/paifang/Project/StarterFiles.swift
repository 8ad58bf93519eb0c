import CStarter

/// What a new project begins with: a flow, its fields and effects, a scenario, and words in five languages.
///
/// The files stand in `Starter/`, and the compiler puts them into the program. The words that every flow
/// needs come from this project's own locale files.
enum StarterFiles {
    /// A file of a new project.
    struct File {
        /// The path inside of the project.
        let path: String
        /// The text.
        var bytes: [UInt8]
    }

    /// The parts of a locale file that belong to no flow of this project.
    private static let common: Set<String> = [
        "hint", "error", "note", "answer", "input", "refused", "captcha", "failure", "chrome",
    ]

    /// Every file, in the order in which a newcomer opens them.
    static var all: [File] {
        var files: [File] = []
        for index in 0..<paifang_starter_count() {
            let stored = paifang_starter_at(index)
            guard let path = stored.path, let start = stored.bytes else { continue }
            let bytes = UnsafeBufferPointer(start: start, count: Int(stored.count))
            let name = String(cString: path)
            if stored.is_common == 0 {
                files.append(File(path: name, bytes: Array(bytes)))
            } else if let last = files.indices.last, files[last].path == name {
                files[last].bytes += [UInt8(ascii: "\n")] + commonParts(of: Array(bytes))
            }
        }
        return files
    }

    /// The common parts of a locale file, with the comments above each; what stands before the first key is
    /// about the file.
    static func commonParts(of bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var above: [UInt8] = []
        var isTaken = false
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let ended = line + [UInt8(ascii: "\n")]
            switch line.first {
            case nil, UInt8(ascii: "#"):
                above += ended
            case UInt8(ascii: " "):
                if isTaken { result += above + ended }
                above = []
            default:
                let key = line.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ".") }
                isTaken = common.contains(String(decoding: key, as: UTF8.self))
                if isTaken { result += (result.isEmpty ? [] : above) + ended }
                above = []
            }
        }
        return result
    }
}
