import Dispatch
import Synchronization
import Testing

@testable import Localization

@Suite("Messages by their keys")
struct EntryTableTests {
    private func entry(_ key: MessageKey) throws -> Catalog.Entry {
        try Catalog.Entry(reading: "text of \(key.rawValue)", key: key)
    }

    @Test(arguments: [0, 1, 2, 3, 100, 2000])
    func `each is found, in any number, and keeps its place`(count: Int) throws {
        let entries = try (0..<count).map { try entry(MessageKey("group\($0 % 7).message\($0)")) }
        var table = EntryTable()
        for entry in entries {
            table.append(entry)
        }
        #expect(table.list.map(\.key) == entries.map(\.key))
        for (place, entry) in entries.enumerated() {
            #expect(table[entry.key] === entry)
            #expect(table.place(of: entry.key) == place)
        }
        #expect(table[MessageKey("group0.message\(count)")] == nil)
        #expect(EntryTable(entries).list.map(\.key) == table.list.map(\.key))
    }

    @Test func `the first of two with one key counts`() throws {
        let first = try entry("a")
        var table = EntryTable([first, try entry("b")])
        table.append(try entry("a"))
        #expect(table["a"] === first)
        #expect(table.list.map(\.key) == ["a", "b"])
    }

    @Test func `a copy does not change with the other`() throws {
        let table = EntryTable([try entry("a")])
        var other = table
        other.append(try entry("b"))
        #expect(table["b"] == nil && table.list.count == 1)
        #expect(other["a"] != nil && other["b"] != nil)
    }

    @Test func `a message is compiled once, whoever is the first to ask for it`() throws {
        let entries = try (0..<200).map { number in
            try Catalog.Entry(reading: "{n, plural, one {# day} other {# days}} \(number)")
        }
        let made = Mutex<[[ObjectIdentifier?]]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            let lists = entries.map {
                $0.program(in: LanguageTag("en")).list.map(ObjectIdentifier.init)
            }
            made.withLock { $0.append(lists) }
        }
        let all = made.withLock(\.self)
        #expect(all.count == 8 && Set(all).count == 1)
        #expect(Set(all[0].compactMap(\.self)).count == entries.count)
        #expect(entries[7].program(in: LanguageTag("en")).format(["n": .integer(2)]) == "2 days 7")
    }
}
