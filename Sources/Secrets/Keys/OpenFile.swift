import Glibc

/// An open file or directory, closed at the end.
struct OpenFile: ~Copyable {
    let path: String
    private let descriptor: Int32

    init(_ path: String, flags: Int32, mode: mode_t = 0) throws(KeyFileError) {
        var result = Glibc.open(path, flags | O_CLOEXEC, mode)
        while result < 0, errno == EINTR {
            result = Glibc.open(path, flags | O_CLOEXEC, mode)
        }
        guard result >= 0 else {
            throw errno == ENOENT
                ? .missing(path: path) : .system(call: "open", path: path, code: errno)
        }
        self.path = path
        descriptor = result
    }

    func status() throws(KeyFileError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("fstat") }
        return status
    }

    func setMode(_ mode: mode_t) throws(KeyFileError) {
        guard fchmod(descriptor, mode) == 0 else { throw failure("fchmod") }
    }

    /// Reads exactly as many bytes as asked for.
    func read(count: Int) throws(KeyFileError) -> SecretBytes {
        try SecretBytes(count: count) { start throws(KeyFileError) in
            var done = 0
            while done < count {
                let step = Glibc.read(
                    descriptor,
                    start.advanced(by: done),
                    count - done
                )
                if step < 0, errno == EINTR { continue }
                guard step >= 0 else { throw failure("read") }
                guard step > 0 else { throw .wrongSize(path: path) }
                done += step
            }
        }
    }

    func write(_ bytes: SecretBytes) throws(KeyFileError) {
        try bytes.withBytes { bytes throws(KeyFileError) in
            var done = 0
            while done < bytes.count {
                let step = Glibc.write(
                    descriptor,
                    bytes.baseAddress?.advanced(by: done),
                    bytes.count - done
                )
                if step < 0, errno == EINTR { continue }
                guard step > 0 else { throw failure("write") }
                done += step
            }
        }
    }

    func sync() throws(KeyFileError) {
        guard fsync(descriptor) == 0 else { throw failure("fsync") }
    }

    private func failure(_ call: String) -> KeyFileError {
        .system(call: call, path: path, code: errno)
    }

    deinit {
        close(descriptor)
    }
}
