import Foundation
import SQLiteStorage
import Sessions
import Testing

@Suite("SQLiteStore: files that are refused")
struct RefusedFileTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file("paifang.db") }

    init() throws { folder = try TemporaryFolder() }

    private func failure() -> StoreFailure? {
        Result { try SQLiteStore(path: path, sandboxIfNew: true).integrity() }.failure
    }

    @Test(arguments: [
        "", "x", "This is a letter to my grandmother.", String(repeating: "z", count: 9_999),
    ])
    func `a file that is no database is refused and left as it is`(text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        #expect(failure()?.isUnusable == true)
        #expect(try folder.bytes(of: "paifang.db") == Array(text.utf8))
    }

    @Test func `a database of another program is refused and left as it is`() throws {
        let raw = try RawDatabase(path: path)
        try raw.execute("CREATE TABLE sessions (id TEXT); PRAGMA application_id = 7")
        try raw.close()
        let before = try folder.bytes(of: "paifang.db")
        #expect(failure() == .unusable("it is not a database of Paifang"))
        #expect(try folder.bytes(of: "paifang.db") == before)
    }

    @Test func `a database of a newer program is refused`() throws {
        _ = try SQLiteStore(path: path, sandboxIfNew: true)
        let raw = try RawDatabase(path: path)
        try raw.execute("PRAGMA user_version = 9")
        try raw.close()
        #expect(
            failure() == .unusable("it was written by a newer Paifang: version 9, known are 3")
        )
    }

    @Test func `a folder is refused`() throws {
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false
        )
        #expect(failure() == .unusable("it is not a file"))
    }

    @Test func `a folder that can't be made is said to be the disk's fault`() throws {
        try Data().write(to: URL(fileURLWithPath: path))
        let inside = Result {
            try SQLiteStore(path: path + "/inside/paifang.db", sandboxIfNew: true)
        }
        #expect(inside.failure?.isDisk == true)
    }

    @Test func `a file that was cut short is refused, never read as less`() throws {
        try SQLiteStore(path: path, sandboxIfNew: true).begin()
        let whole = try folder.bytes(of: "paifang.db")
        for count in [50, 100, 4_096, whole.count - 4_096] {
            try Data(whole.prefix(count)).write(to: URL(fileURLWithPath: path))
            #expect(failure()?.isUnusable == true, "cut to \(count) bytes")
        }
    }

    @Test func `a file with damaged pages never brings the program down`() throws {
        let store = try SQLiteStore(path: path, sandboxIfNew: true)
        try store.begin(letters: (0..<50).map { Samples.letter("letter-\($0)") })
        for sequence in 2...50 { try store.save(Samples.step(sequence)) }
        let copy = folder.file("damaged.db")
        let raw = try RawDatabase(path: path)
        try raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        let whole = try folder.bytes(of: "paifang.db")
        var found = 0
        for place in stride(from: 120, to: whole.count, by: 997) {
            var damaged = whole
            for offset in 0..<4 where place + offset < damaged.count {
                damaged[place + offset] ^= 0x5A
            }
            try Data(damaged).write(to: URL(fileURLWithPath: copy))
            let outcome = Result {
                let store = try SQLiteStore(path: copy, sandboxIfNew: true)
                let problems = try store.integrity()
                _ = try store.sessions()
                _ = try store.journal(of: Samples.id)
                _ = try store.letters(of: Samples.id)
                return problems
            }
            if outcome.failure != nil || (try? outcome.get())?.isEmpty == false { found += 1 }
        }
        #expect(found > 0)
    }

    @Test(arguments: [
        ("sessions", "status = 'asleep'"), ("outbox", "status = 'lost'"),
    ])
    func `a word that was never written is found, and said without it`(
        table: String,
        change: String
    ) throws {
        let store = try SQLiteStore(path: path, sandboxIfNew: true)
        try store.begin(letters: [Samples.letter("letter")])
        try RawDatabase(path: path).execute("UPDATE \(table) SET \(change)")
        let failure = Result {
            _ = try store.session(Samples.id)
            _ = try store.letters(of: Samples.id)
        }.failure
        #expect(failure == .unusable("column status holds what was never written there"))
    }

    @Test func `rows that refer to nothing are found`() throws {
        let store = try SQLiteStore(path: path, sandboxIfNew: true)
        try store.begin()
        try RawDatabase(path: path).execute("INSERT INTO links VALUES (x'0102', 'nobody')")
        #expect(try store.integrity() == ["a row of links refers to what is not there"])
    }
}

extension StoreFailure {
    var isUnusable: Bool {
        if case .unusable = self { true } else { false }
    }

    var isDisk: Bool {
        if case .disk = self { true } else { false }
    }
}
