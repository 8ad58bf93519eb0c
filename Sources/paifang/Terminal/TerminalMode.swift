import Glibc

/// How a terminal hands over what is typed.
struct TerminalMode {
    /// The settings as they were found.
    let original: termios

    /// Reads the settings; `nil` where this is no terminal.
    init?(of descriptor: Int32) {
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else { return nil }
        original = settings
    }

    /// Keys come one by one, unechoed, and none of them sends a signal.
    ///
    /// Output stays as it is, so that what others write in between keeps its line ends.
    var raw: termios {
        var settings = original
        cfmakeraw(&settings)
        settings.c_oflag = original.c_oflag
        return settings
    }

    /// Lines as before, but what is typed is not shown; the line end is.
    var unechoed: termios {
        var settings = original
        settings.c_lflag &= ~tcflag_t(ECHO)
        settings.c_lflag |= tcflag_t(ECHONL) | tcflag_t(ICANON)
        return settings
    }

    /// Puts settings into force; false where the terminal is gone.
    static func set(_ settings: termios, of descriptor: Int32) -> Bool {
        var settings = settings
        while tcsetattr(descriptor, TCSANOW, &settings) != 0 {
            if errno != EINTR { return false }
        }
        return true
    }

    /// How many cells a terminal has; 80 by 24 where it does not say.
    static func size(of descriptor: Int32) -> TerminalSize {
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
            window.ws_row > 0
        else { return TerminalSize(columns: 80, rows: 24) }
        return TerminalSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }
}
