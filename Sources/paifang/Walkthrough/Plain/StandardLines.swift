import Glibc

/// Lines of standard input and output, of a terminal or of anything else.
///
/// A class, since it owns the signal handlers, and the terminal's echo while a secret is typed.
final class StandardLines: LineSource {
    /// What is longer is no answer; the rest of the line is dropped.
    private static let limit = 65_536

    private let input: Int32
    private let output: Int32
    private let mode: TerminalMode?
    private let signals: SignalInbox
    private var bytes: [UInt8] = []
    private var isTooLong = false
    private var isAtEnd = false
    private var isGone = false
    private var isEnded = false

    /// Begins to read and write; `nil` where signals can't be collected.
    init?(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
        guard let signals = SignalInbox() else { return nil }
        self.input = input
        self.output = output
        self.signals = signals
        mode = TerminalMode(of: input)
    }

    deinit {
        end()
    }

    var isEchoing: Bool { mode != nil }

    func write(_ text: String) {
        if !TerminalDescriptor.write(text, to: output) { isGone = true }
    }

    func next(within milliseconds: Int, isHidden: Bool) -> LineInput {
        let deadline = TerminalDescriptor.milliseconds + milliseconds
        while true {
            if isGone { return .hungUp }
            if let line = takeLine() { return .line(line) }
            if isAtEnd { return hasLostTerminal ? .hungUp : .ended }
            let left = max(0, deadline - TerminalDescriptor.milliseconds)
            let ready = TerminalDescriptor.wait(
                for: input,
                or: signals.descriptor,
                milliseconds: left
            )
            if ready.second, let event = signalled(isHidden: isHidden) { return event }
            if ready.first, let more = TerminalDescriptor.read(input) { take(more) }
            if !ready.first, !ready.second, left == 0 { return .idle }
        }
    }

    func pause(milliseconds: Int) -> LineInput {
        // What can be read already is kept for later, and shows whether there is an end.
        let source = isAtEnd || bytes.count > Self.limit ? signals.descriptor : input
        let deadline = TerminalDescriptor.milliseconds + milliseconds
        let ready = TerminalDescriptor.wait(
            for: source,
            or: signals.descriptor,
            milliseconds: milliseconds
        )
        if ready.second, let event = signalled(isHidden: false) { return event }
        if ready.first, source == input, let more = TerminalDescriptor.read(input) {
            take(more)
            return pause(milliseconds: max(0, deadline - TerminalDescriptor.milliseconds))
        }
        if isGone { return .hungUp }
        guard isAtEnd else { return .idle }
        return hasLostTerminal ? .hungUp : .ended
    }

    /// Gives back what was taken over; calling it again does nothing.
    func end() {
        guard !isEnded else { return }
        isEnded = true
        TerminalRestoration.restore()
        signals.end()
    }

    /// Whether the end is no Ctrl+D, but the end of the terminal itself.
    private var hasLostTerminal: Bool { mode != nil && TerminalMode(of: input) == nil }

    func setHidden(_ isHidden: Bool) {
        if isHidden { hide() } else if mode != nil { TerminalRestoration.restore() }
    }

    private func hide() {
        guard let mode else { return }
        TerminalRestoration.arm(mode.original, of: input, isDrawn: false)
        if !TerminalMode.set(mode.unechoed, of: input) { isGone = true }
    }

    private func take(_ more: [UInt8]) {
        if more.isEmpty {
            isAtEnd = true
            return
        }
        for byte in more {
            if byte == 0x0A {
                bytes.append(byte)
                isTooLong = false
            } else if !isTooLong {
                bytes.append(byte)
                isTooLong = bytes.count - (bytes.lastIndex(of: 0x0A) ?? -1) > Self.limit
            }
        }
    }

    private func takeLine() -> String? {
        guard
            let end = bytes.firstIndex(of: 0x0A) ?? (isAtEnd && !bytes.isEmpty ? bytes.count : nil)
        else { return nil }
        let line = bytes[..<end].filter { $0 != 0x0D }
        bytes.removeFirst(min(bytes.count, end + 1))
        return String(decoding: line, as: UTF8.self)
    }

    private func signalled(isHidden: Bool) -> LineInput? {
        for signal in signals.take() {
            switch signal {
            case SIGHUP: return .hungUp
            case SIGINT, SIGTERM: return .interrupted
            case SIGTSTP:
                TerminalRestoration.restore()
                signals.stop()
                if isHidden { hide() }
            case SIGCONT: if isHidden { hide() }
            default: continue
            }
        }
        return nil
    }
}
