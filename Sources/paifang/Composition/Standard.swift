import Glibc

/// The process's standard streams.
enum Standard {
    /// The most that is read from standard input.
    static let inputLimit = 1 << 20

    /// Writes to standard output at once, so that it stands before what goes to standard error next.
    ///
    /// Ends the program where standard output can't be written, since then nothing was achieved.
    static func output(_ text: String, terminator: String = "\n") {
        let problem = write(text + terminator, to: STDOUT_FILENO)
        // Whoever closed the pipe has read enough.
        guard problem != 0, problem != EPIPE else { return }
        let reason = String(cString: strerror(problem))
        prompt("paifang: standard output can't be written: \(reason)\n")  // words: for operators
        exit(2)
    }

    /// Writes a line to standard error.
    static func error(_ line: String) {
        prompt(line + "\n")
    }

    /// Writes to standard error without ending the line.
    static func prompt(_ text: String) {
        // Where nobody reads standard error, there is nobody left to tell.
        _ = write(text, to: STDERR_FILENO)
    }

    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// How many cells a line of standard output has; `nil` where it is no terminal.
    static var outputColumns: Int? {
        outputIsTerminal ? TerminalMode.size(of: STDOUT_FILENO).columns : nil
    }

    /// Standard input to its end; `nil` where it can't be read or is longer than the limit.
    static func readInput(limit: Int = inputLimit) -> [UInt8]? { read(STDIN_FILENO, limit: limit) }

    /// What can be read from a descriptor to its end; `nil` on failure, or beyond the limit.
    static func read(_ descriptor: Int32, limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
        return nil
    }

    /// Writes all of a text; the `errno` where that failed, else 0.
    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        // What the argument parser and others have printed comes first.
        fflush(nil)
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { return errno }
            bytes = bytes.dropFirst(count)
        }
        return 0
    }
}
