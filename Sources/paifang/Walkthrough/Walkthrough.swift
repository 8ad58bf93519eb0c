import Sessions

/// Walks a flow with the person at the terminal, or with lines that come from elsewhere.
enum Walkthrough {
    /// Walks until the flow ends or is left; the terminal is as before afterwards.
    ///
    /// - Parameters:
    ///   - face: The walk.
    ///   - isPlain: Whether nothing is drawn; nothing is either where there is no terminal.
    ///   - isInColor: Whether a drawing may have colours.
    /// - Returns: How it ended; nothing more is to be said to the person.
    static func run(_ face: any WalkFace, isPlain: Bool, isInColor: Bool) -> WalkEnding {
        if !isPlain, let terminal = TerminalSession() {
            defer { terminal.end() }
            var walk = DrawnWalk(of: face, on: terminal, isInColor: isInColor)
            return walk.run()
        }
        guard let lines = StandardLines() else { return .failed }
        defer { lines.end() }
        var walk = PlainWalk(of: face, on: lines)
        return walk.run()
    }

    /// Whether a person asked for a plain walk by the environment.
    static func isPlain(_ environment: [String: String]) -> Bool {
        environment["TERM"] == "dumb" || (environment["ACCESSIBLE"] ?? "").isEmpty == false
    }
}
