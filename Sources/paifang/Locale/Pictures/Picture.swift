import Flows
import Localization
import Screens

/// A screen as it stands on a terminal, with the messages on it.
struct Picture {
    let flow: FlowName
    let step: StepName
    /// What is special about the screen; empty where it is as it is met first.
    let caption: String
    let lines: [MarkedLine]

    /// The messages that can be seen on it.
    var keys: Set<MessageKey> { lines.reduce(into: []) { $0.formUnion($1.keys) } }

    /// Draws a pose as the walkthrough does, however many lines it takes.
    static func lines(of pose: SightPoses.Pose, columns: Int) -> [String] {
        let size = TerminalSize(columns: columns, rows: 400)
        let snapshot = pose.snapshot
        let frame = PageFrame(snapshot: snapshot, size: size)
        let isLast = snapshot.screen.kind == .end || pose.ending != nil
        let footer = isLast ? [] : frame.footer(snapshot.keys(with: pose.input))
        let composed = FrameComposer(
            header: frame.header,
            footer: footer,
            size: size,
            isLast: isLast
        ).frame(of: ScreenPage.page(snapshot, pose.input, size), scroll: 0)
        var lines = composed.frame.lines.map(\.text)
        if let ending = pose.ending {
            lines += DisplayWidth.wrap(TerminalText.of(ending), width: columns)
        }
        return lines
    }
}
