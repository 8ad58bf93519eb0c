import Foundation
import GRDB

/// What is put into a statement in place of a question mark.
enum SQLValue {
    case text(String)
    case bytes([UInt8])
    case number(Int64)
    case none

    static func count(_ number: Int) -> Self { .number(Int64(number)) }

    static func optional(_ number: Int64?) -> Self { number.map { .number($0) } ?? .none }

    static func optional(_ text: String?) -> Self { text.map { .text($0) } ?? .none }

    static func optional(_ bytes: [UInt8]?) -> Self { bytes.map { .bytes($0) } ?? .none }

    /// Whether it is a text that C would cut short: such a text is neither kept nor looked for.
    var holdsNUL: Bool {
        if case .text(let text) = self { text.utf8.contains(0) } else { false }
    }

    var argument: any DatabaseValueConvertible {
        switch self {
        case .text(let text): text
        case .bytes(let bytes): Data(bytes)
        case .number(let number): number
        case .none: DatabaseValue.null
        }
    }
}
