import Testing

/// The program itself, in a terminal of its own.
@Suite("Pty")
enum Pty {}
