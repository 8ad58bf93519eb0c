import Foundation

/// What a process of the command has written, and how it ended.
struct CommandResult: Sendable {
    let status: Int32
    /// Whether a signal ended it: a crash, or a kill.
    let isSignalled: Bool
    let outputBytes: [UInt8]
    let errorBytes: [UInt8]

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var errors: String { String(decoding: errorBytes, as: UTF8.self) }

    /// Standard output as JSON; `nil` where it is none.
    var json: NSDictionary? {
        // What is no JSON is said by the test that looks at it.
        (try? JSONSerialization.jsonObject(with: Data(outputBytes))) as? NSDictionary
    }
}
