import Glibc

/// Waits for changes to the files of a project, told by the kernel (inotify).
struct ProjectWatch {
    /// Why waiting has ended.
    enum Event {
        /// Files that have changed, by their names.
        case changed([String])
        /// The person, or the system, wants the program to end.
        case stopped
        /// Nobody reads standard output any more.
        case unread
    }

    /// Editors write a file in several steps: so long nothing must happen, in milliseconds.
    private static let quiet: Int32 = 40
    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF
            | IN_MOVE_SELF
    )

    private let folder: ProjectFolder
    private let descriptor: Int32
    private let signals: SignalInbox

    /// Begins to watch; `nil` where the system does not let it.
    init?(_ folder: ProjectFolder) {
        self.folder = folder
        descriptor = inotify_init()
        guard descriptor >= 0, let signals = SignalInbox() else { return nil }
        self.signals = signals
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        guard watch() else { return nil }
    }

    /// Waits for the next change, or the end.
    func next() -> Event {
        while true {
            var sources = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
            ]
            guard poll(&sources, nfds_t(sources.count), -1) >= 0 else {
                if errno == EINTR { continue }
                return .stopped
            }
            for signal in sources[1].revents != 0 ? signals.take() : [] {
                switch signal {
                case SIGINT, SIGTERM, SIGHUP: return .stopped
                case SIGTSTP: signals.stop()
                default: break
                }
            }
            if sources[2].revents != 0 { return .unread }
            guard sources[0].revents != 0 else { continue }
            let names = changes()
            // A folder that has come is watched from now on; one that is watched stays so.
            if !names.isEmpty, watch() { return .changed(names) }
        }
    }

    /// Watches the folders that there are; false where not even the project's own can be.
    private func watch() -> Bool {
        let isWatched = inotify_add_watch(descriptor, folder.path, Self.mask) >= 0
        for name in ["flows", "locales"] { watch(name) }
        return isWatched
    }

    private func watch(_ name: String) {
        guard
            inotify_add_watch(descriptor, folder.path + "/" + name, Self.mask | UInt32(IN_ONLYDIR))
                >= 0
        else { return }
        for inner in folder.names(in: name) where !inner.contains(".") { watch(name + "/" + inner) }
    }

    /// The names of files that have changed, once no more do.
    private func changes() -> [String] {
        var names: Set<String> = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        repeat {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 { names.formUnion(Self.names(in: buffer[..<count])) }
        } while poll(&source, 1, Self.quiet) > 0
        return names.sorted()
    }

    /// The names in some events that matter: files that are read, and folders.
    private static func names(in bytes: ArraySlice<UInt8>) -> [String] {
        var names: [String] = []
        var rest = bytes
        // Each event is its watch, mask, cookie and the length of the name, and the name (inotify(7)).
        while rest.count >= 16 {
            let number = { (offset: Int) in
                rest.dropFirst(offset).prefix(4).reversed().reduce(UInt32(0)) {
                    $0 << 8 | UInt32($1)
                }
            }
            let mask = number(4)
            let length = Int(number(12))
            let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
            let text = String(decoding: name, as: UTF8.self)
            let isFolder = mask & UInt32(IN_ISDIR) != 0
            let isLost = mask & UInt32(IN_Q_OVERFLOW) != 0
            if isFolder || isLost || text.hasSuffix(".yaml") || text.hasSuffix(".md") {
                names.append(text)
            }
            rest = rest.dropFirst(16 + length)
        }
        return names
    }
}
