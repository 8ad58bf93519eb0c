/// The head of a letter or of a part, folded into lines of at most 76 bytes.
///
/// A single piece that is longer stays whole: only an address can be.
struct HeaderBlock {
    private static let lineLength = 76

    private(set) var bytes: [UInt8] = []

    mutating func add(_ name: String, _ pieces: String...) {
        add(name, pieces)
    }

    mutating func add(_ name: String, _ pieces: [String]) {
        bytes += Array("\(name):".utf8)
        var column = name.utf8.count + 1
        for (index, piece) in pieces.enumerated() {
            if index > 0, column + 1 + piece.utf8.count > Self.lineLength {
                bytes += Array("\r\n".utf8)
                column = 0
            }
            bytes += Array(" \(piece)".utf8)
            column += 1 + piece.utf8.count
        }
        bytes += Array("\r\n".utf8)
    }
}
