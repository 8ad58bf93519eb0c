import Flows
import Foundation

/// Turns states, events and letters into bytes and back.
///
/// The same value always gives the same bytes.
package enum StateCoder {
    package static func bytes(_ value: some Encodable) throws(SessionFailure) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        do {
            return Array(try encoder.encode(value))
        } catch {
            throw .damaged
        }
    }

    package static func value<Value: Decodable>(
        _ type: Value.Type,
        from bytes: [UInt8]
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
    /// What the session began with; only in its first row.
    var beginning: Beginning?
    /// Why the event stopped the session; the state stayed as it was.
    var failure: String?
    /// The hash of the texts that the session left for others; nothing else happened then.
    var movedFrom: String?
    /// The HMAC of the state that came of it.
    @HashBytes var stateHash: [UInt8] = []
}

/// What a session begins with.
struct Beginning: Codable, Sendable {
    let input: [FieldName: FieldValue]
    let locale: String
    let zone: String
}

extension FlowMachine {
    /// Begins a walk as a journal keeps it.
    func begin(
        _ beginning: Beginning,
        now: Int64,
        fresh: Fresh
    ) throws(SessionFailure) -> Advance {
        do {
            return try begin(
                input: beginning.input,
                locale: beginning.locale,
                zone: beginning.zone,
                now: now,
                fresh: fresh
            )
        } catch {
            throw .machine(error)
        }
    }
}
