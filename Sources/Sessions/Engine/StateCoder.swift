import Flows
import Foundation

/// Turns states, events and letters into bytes and back. The same value always gives the same bytes.
enum StateCoder {
    static func bytes(_ value: some Encodable) throws(SessionFailure) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        do {
            return Array(try encoder.encode(value))
        } catch {
            throw .damaged
        }
    }

    static func value<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8]
    ) throws(SessionFailure) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw .damaged
        }
    }
}

/// What a journal row holds: enough to take the same step again.
struct JournalEntry: Codable, Sendable {
    /// Milliseconds since 1970.
    let now: Int64
    /// What happened; `nil` for the beginning.
    let event: FlowEvent?
    /// What the machine was given.
    let fresh: Fresh
    /// The HMAC of the state that came of it.
    let stateHash: [UInt8]
}
