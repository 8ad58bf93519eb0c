import Sessions
import Testing

/// What every store must do, whatever it keeps things in: one entry a behaviour.
///
/// A store passes with a test of one line:
///
///     @Test(arguments: StoreConformance.behaviours)
///     func `it conforms`(behaviour: StoreBehaviour) throws { try behaviour.check { try MyStore() } }
enum StoreConformance {
    static let behaviours: [StoreBehaviour] =
        sessions + journal + belongings + files + letters + leases + tries + accounts + changes
        + concurrency
}

/// One thing that a store must do.
struct StoreBehaviour: Sendable, CustomTestStringConvertible {
    /// Makes a store with nothing in it.
    typealias Maker = () throws -> any SessionStore

    let testDescription: String
    private let body: @Sendable (any SessionStore) throws -> Void

    init(_ sentence: String, _ body: @escaping @Sendable (any SessionStore) throws -> Void) {
        testDescription = sentence
        self.body = body
    }

    func check(_ makeStore: Maker) throws {
        try body(makeStore())
    }
}
