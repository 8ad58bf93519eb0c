import Glibc

/// Reads and writes of a file descriptor that a signal may interrupt.
enum TerminalDescriptor {
    /// Writes all bytes; false where nobody reads them any more.
    static func write(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                guard let start = bytes.baseAddress else { return true }
                let count = Glibc.write(descriptor, start + written, bytes.count - written)
                if count > 0 {
                    written += count
                } else if errno == EAGAIN {
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&waiting, 1, 1000)
                    if waiting.revents & Int16(POLLERR | POLLHUP) != 0 { return false }
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    /// What is there to be read; empty at the end, `nil` where a signal came first.
    static func read(_ descriptor: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        if count < 0 { return errno == EINTR || errno == EAGAIN ? nil : [] }
        return Array(bytes[..<count])
    }

    /// Waits until one of two descriptors can be read, for at most so long.
    static func wait(for first: Int32, or second: Int32, milliseconds: Int) -> (
        first: Bool, second: Bool
    ) {
        var both = [
            pollfd(fd: first, events: Int16(POLLIN), revents: 0),
            pollfd(fd: second, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&both, 2, Int32(clamping: max(0, milliseconds))) > 0 else {
            return (false, false)
        }
        return (both[0].revents != 0, both[1].revents != 0)
    }

    /// Milliseconds of a clock that nobody sets.
    static var milliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
