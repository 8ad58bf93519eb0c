import SQLiteStorage
import Testing

@Suite("SQLiteStore conforms")
struct SQLiteStoreConformanceTests {
    @Test(arguments: StoreConformance.behaviours)
    func `it does what every store does`(behaviour: StoreBehaviour) throws {
        let folder = try TemporaryFolder()
        try behaviour.check {
            try SQLiteStore(path: folder.file("paifang.db"), sandboxIfNew: true)
        }
    }
}
