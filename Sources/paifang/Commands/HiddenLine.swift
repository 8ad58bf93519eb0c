import ArgumentParser
import Glibc

/// A line that is typed at the terminal without being shown.
enum HiddenLine {
    /// Ctrl-C, as the terminal hands it over while a line is hidden.
    private static let interrupt: UInt8 = 0x03

    /// Asks for a line; `nil` where the input has ended.
    ///
    /// - Throws: `ExitCode.stopped` on Ctrl-C.
    static func read() throws -> String? {
        guard let mode = TerminalMode(of: STDIN_FILENO) else { return readLine() }
        var hidden = mode.original
        hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
        // A signal would end the program with the echo still off, so Ctrl-C ends the line instead.
        withUnsafeMutableBytes(of: &hidden.c_cc) { $0[Int(VEOL)] = interrupt }
        TerminalRestoration.arm(mode.original, of: STDIN_FILENO, isDrawn: false)
        defer {
            TerminalRestoration.restore()
            Standard.error("")
        }
        guard TerminalMode.set(hidden, of: STDIN_FILENO) else { return nil }
        Standard.prompt("> ")
        let line = readLine(strippingNewline: true)
        if line?.utf8.contains(interrupt) == true { throw ExitCode.stopped }
        return line
    }
}
