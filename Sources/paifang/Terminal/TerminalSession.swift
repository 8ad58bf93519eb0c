import Glibc

/// A terminal whose keys come one by one, from its beginning to its end.
///
/// A class, since it owns the terminal's settings and the signal handlers. On every way out the
/// terminal gets its settings back: ``end()``, `exit`, a signal, a crash, being suspended.
final class TerminalSession: TerminalPort {
    /// A real key's sequence comes within this time, in milliseconds; a lone Esc is one that does not.
    private static let escapeTime = 50

    private let input: Int32
    private let output: Int32
    private let mode: TerminalMode
    private let signals: SignalInbox
    private var decoder = KeyDecoder()
    private var waitingKeys: [Key] = []
    private var isGone = false
    private var isEnded = false
    /// Whether the signal that we go on after being suspended is still to come.
    private var isSuspended = false

    /// Takes a terminal over; `nil` where one of these is no terminal.
    init?(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
        guard isatty(output) == 1, let mode = TerminalMode(of: input), let signals = SignalInbox()
        else { return nil }
        self.input = input
        self.output = output
        self.mode = mode
        self.signals = signals
        enter()
    }

    deinit {
        end()
    }

    var size: TerminalSize { TerminalMode.size(of: output) }

    func write(_ text: String) {
        if !TerminalDescriptor.write(text, to: output) { isGone = true }
    }

    func next(within milliseconds: Int) -> TerminalInput {
        let deadline = TerminalDescriptor.milliseconds + milliseconds
        while true {
            if isGone { return .hungUp }
            if !waitingKeys.isEmpty {
                defer { waitingKeys = [] }
                return .keys(waitingKeys)
            }
            let left = max(0, deadline - TerminalDescriptor.milliseconds)
            let ready = TerminalDescriptor.wait(
                for: input,
                or: signals.descriptor,
                milliseconds: decoder.isAmbiguous ? Self.escapeTime : left
            )
            if ready.second, let event = signalled() { return event }
            if ready.first, let event = typed() { return event }
            if ready.first || ready.second { continue }
            waitingKeys = decoder.timeHasPassed()
            if waitingKeys.isEmpty, TerminalDescriptor.milliseconds >= deadline { return .idle }
        }
    }

    func suspend() {
        TerminalRestoration.restore()
        isSuspended = true
        signals.stop()
        enter()
    }

    /// Gives the terminal back; calling it again does nothing.
    func end() {
        guard !isEnded else { return }
        isEnded = true
        TerminalRestoration.restore()
        signals.end()
    }

    private func enter() {
        TerminalRestoration.arm(mode.original, of: input, isDrawn: true)
        if !TerminalMode.set(mode.raw, of: input) { isGone = true }
        // What is pasted comes between marks.
        write("\u{1B}[?2004h")
    }

    private func signalled() -> TerminalInput? {
        var event: TerminalInput?
        for signal in signals.take() {
            switch signal {
            case SIGHUP: return .hungUp
            case SIGINT, SIGTERM: return .interrupted
            case SIGTSTP: event = .suspended
            case SIGCONT where isSuspended: isSuspended = false
            case SIGCONT:
                // Whoever stopped us from outside may have changed the settings.
                enter()
                event = .resumed
            case SIGWINCH: event = event ?? .resized
            default: continue
            }
        }
        return event
    }

    private func typed() -> TerminalInput? {
        guard let bytes = TerminalDescriptor.read(input) else { return nil }
        guard !bytes.isEmpty else { return .hungUp }
        let keys = decoder.feed(bytes)
        waitingKeys = keys.filter { $0 != .control("z") }
        return waitingKeys.count < keys.count ? .suspended : nil
    }
}
