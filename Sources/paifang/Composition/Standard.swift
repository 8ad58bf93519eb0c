import Glibc

/// The process's standard streams.
enum Standard {
    /// Writes a line to standard output at once, so that it stands before what goes to standard error next.
    static func output(_ line: String) {
        print(line)
        fflush(nil)
    }

    /// Writes a line to standard error.
    static func error(_ line: String) {
        prompt(line + "\n")
    }

    /// Writes to standard error without ending the line.
    static func prompt(_ text: String) {
        fflush(nil)
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            // Nobody reads standard error any more: there is nobody left to tell.
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Standard input to its end, at most a mebibyte; `nil` where it is longer.
    static func readInput() -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            if bytes.count > 1 << 20 { return nil }
        }
    }
}
