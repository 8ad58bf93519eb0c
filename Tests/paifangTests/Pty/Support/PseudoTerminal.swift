import Foundation
import Glibc
import Synchronization

@testable import paifang

/// A program in a terminal of its own: keys go in, and what comes out is to be seen on a screen.
///
/// A class, since it owns descriptors and a process.
final class PseudoTerminal {
    /// What is waited for comes within milliseconds; this long only a broken program takes.
    private static let patience = 120_000

    let process: ChildProcess
    private(set) var screen: VirtualTerminal
    /// Everything that the program wrote, as bytes.
    private(set) var output: [UInt8] = []
    /// Everything that the program wrote, as text.
    private(set) var transcript = ""
    /// The settings that the terminal had before the program began.
    let settingsBefore: termios
    private var master: Int32
    private let slave: Int32
    private var decoder = TerminalDecoder()

    init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String],
        columns: Int = 80,
        rows: Int = 24
    ) throws {
        var name = [CChar](repeating: 0, count: 128)
        var window = Self.window(columns: columns, rows: rows)
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        ChildProcess.descriptors.withLock { _ in
            openpty(&ends.master, &ends.slave, &name, nil, &window)
            _ = fcntl(ends.master, F_SETFD, FD_CLOEXEC)
            _ = fcntl(ends.slave, F_SETFD, FD_CLOEXEC)
        }
        master = ends.master
        // Held open, so that the settings outlive the program and can be looked at.
        slave = ends.slave
        let path = String(
            decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
        var settings = termios()
        guard tcgetattr(slave, &settings) == 0 else { throw PtyFailure("no terminal") }
        settingsBefore = settings
        screen = VirtualTerminal(columns: columns, rows: rows)
        process = try ChildProcess(program, arguments, environment: environment, terminal: path)
    }

    deinit {
        process.signal(SIGKILL)
        hangUp()
        close(slave)
    }

    /// The settings that the terminal has now.
    var settings: termios {
        var settings = termios()
        tcgetattr(slave, &settings)
        return settings
    }

    // MARK: - What a person does

    /// Types text, or keys as their bytes.
    func send(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var sent = 0
            while sent < bytes.count, let start = bytes.baseAddress {
                let count = write(master, start + sent, bytes.count - sent)
                if count > 0 { sent += count } else if errno != EINTR { return }
            }
        }
    }

    /// Gives the terminal another size; the kernel tells the program with SIGWINCH.
    func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        var window = Self.window(columns: columns, rows: rows)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    /// Sets the terminal as it was before the program.
    func restoreSettings() {
        var settings = settingsBefore
        tcsetattr(slave, TCSANOW, &settings)
    }

    /// Takes the terminal away, as a window that is closed does.
    func hangUp() {
        if master >= 0 { close(master) }
        master = -1
    }

    // MARK: - What is to be seen

    /// Waits until something is to be seen; looks only at whole frames.
    func wait(for what: String, until holds: (PseudoTerminal) -> Bool) throws {
        let deadline = TerminalDescriptor.milliseconds + Self.patience
        while true {
            if screen.isCursorVisible, holds(self) { return }
            let left = deadline - TerminalDescriptor.milliseconds
            guard left > 0 else { throw failure("waited in vain for \(what)") }
            guard read(within: left) else {
                if screen.isCursorVisible, holds(self) { return }
                throw failure("the program ended (\(process.ending())) before \(what)")
            }
        }
    }

    /// Takes what the program writes within some time; false where the program is gone and has written all.
    @discardableResult
    func read(within milliseconds: Int) -> Bool {
        guard master >= 0 else { return false }
        var both = [
            pollfd(fd: master, events: Int16(POLLIN), revents: 0),
            pollfd(fd: process.lifeline, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&both, 2, Int32(clamping: milliseconds)) > 0 else { return true }
        guard both[0].revents & Int16(POLLIN) != 0 else { return both[1].revents == 0 }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(master, &bytes, bytes.count)
        guard count > 0 else { return false }
        output += bytes[..<count]
        let text = decoder.feed(Array(bytes[..<count]))
        transcript.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { $0 != "\r" })
        screen.write(text)
        return true
    }

    /// Waits for the end of the program and takes all that it wrote.
    func ending() throws -> ChildProcess.Ending {
        let deadline = TerminalDescriptor.milliseconds + Self.patience
        while read(within: max(0, deadline - TerminalDescriptor.milliseconds)) {
            guard TerminalDescriptor.milliseconds < deadline else {
                throw failure("the program does not end")
            }
        }
        if master < 0 {
            var gone = pollfd(fd: process.lifeline, events: Int16(POLLIN), revents: 0)
            guard poll(&gone, 1, Int32(Self.patience)) > 0 else {
                throw failure("the program does not end")
            }
        }
        return process.ending()
    }

    func failure(_ reason: String) -> PtyFailure {
        PtyFailure(reason, on: screen, after: output)
    }

    private static func window(columns: Int, rows: Int) -> winsize {
        winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    }
}

extension termios {
    /// Whether a terminal with these settings behaves as one with others.
    func isSame(as other: termios) -> Bool {
        let mine = withUnsafeBytes(of: c_cc) { Array($0) }
        let theirs = withUnsafeBytes(of: other.c_cc) { Array($0) }
        return c_iflag == other.c_iflag && c_oflag == other.c_oflag && c_cflag == other.c_cflag
            && c_lflag == other.c_lflag && mine == theirs
    }
}
