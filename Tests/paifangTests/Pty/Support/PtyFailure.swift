/// What a terminal did not do, with what was to be seen instead.
struct PtyFailure: Error, CustomStringConvertible {
    let description: String

    init(_ reason: String) {
        description = reason
    }

    init(_ reason: String, on screen: VirtualTerminal, after output: [UInt8]) {
        let edge = String(repeating: "=", count: screen.columns)
        let tail = String(decoding: output.suffix(300), as: UTF8.self)
        description =
            "\(reason)\n\(edge)\n\(screen.text)\n\(edge)\nlast bytes: \(tail.debugDescription)"
    }
}
