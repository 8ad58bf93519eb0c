import Glibc
import Synchronization

/// Gives the terminal back as it was, on ways out that no code of ours is asked about: `exit` from
/// anywhere, and a crash.
///
/// Global, since an exit handler and a signal handler can be handed nothing. What they read is an
/// atomic address of memory that is made before they can run and never freed.
enum TerminalRestoration {
    private static let settings = Atomic<UInt>(0)
    private static let descriptor = Atomic<Int32>(-1)
    private static let isDrawn = Atomic<Bool>(false)
    private static let formerActions = Atomic<UInt>(0)
    private static let isInstalled = Atomic<Bool>(false)

    private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

    /// From now on the terminal gets these settings back, whatever happens; where it was drawn on, its
    /// cursor and plain text, too.
    static func arm(_ original: termios, of terminal: Int32, isDrawn drawn: Bool) {
        install()
        let copy = UnsafeMutablePointer<termios>.allocate(capacity: 1)
        copy.initialize(to: original)
        descriptor.store(terminal, ordering: .relaxed)
        isDrawn.store(drawn, ordering: .relaxed)
        let former = settings.exchange(UInt(bitPattern: copy), ordering: .sequentiallyConsistent)
        UnsafeMutablePointer<termios>(bitPattern: former)?.deallocate()
    }

    /// Gives the settings back, once.
    ///
    /// Calls only what a signal handler may call (POSIX 2.4.3).
    static func restore() {
        let address = settings.exchange(0, ordering: .sequentiallyConsistent)
        guard let original = UnsafeMutablePointer<termios>(bitPattern: address) else { return }
        let terminal = descriptor.load(ordering: .relaxed)
        if isDrawn.load(ordering: .relaxed) {
            // Pasting unmarked, the cursor visible, plain text.
            let farewell: StaticString = "\u{1B}[?2004l\u{1B}[?25h\u{1B}[0m"
            _ = write(terminal, farewell.utf8Start, farewell.utf8CodeUnitCount)
        }
        while tcsetattr(terminal, TCSANOW, original) != 0, errno == EINTR {}
    }

    private static func install() {
        guard !isInstalled.exchange(true, ordering: .sequentiallyConsistent) else { return }
        atexit { TerminalRestoration.restore() }
        let former = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
        former.initialize(repeating: sigaction(), count: 65)
        formerActions.store(UInt(bitPattern: former), ordering: .sequentiallyConsistent)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { TerminalRestoration.crashed($0) }
        for signal in crashes {
            sigaction(signal, &action, former + Int(signal))
        }
    }

    /// Restores, and lets the crash happen again as it would have happened without us.
    private static func crashed(_ signal: Int32) {
        restore()
        let address = formerActions.load(ordering: .relaxed)
        if let former = UnsafeMutablePointer<sigaction>(bitPattern: address), signal < 65 {
            sigaction(signal, former + Int(signal), nil)
        }
        // Comes again as soon as this handler ends; a fault would by itself, a `kill` would not.
        raise(signal)
    }
}
