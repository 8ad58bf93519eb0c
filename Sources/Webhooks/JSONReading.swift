import Foundation

/// A value of JSON that somebody else wrote.
enum ReadJSON: Decodable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([ReadJSON])
    case object([String: ReadJSON])

    /// Reads a whole text; `nil` where it is not JSON.
    static func read(_ bytes: [UInt8]) -> ReadJSON? {
        // What is wrong with it nobody here can mend.
        try? JSONDecoder().decode(ReadJSON.self, from: Data(bytes))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([ReadJSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: ReadJSON].self))
        }
    }
}
