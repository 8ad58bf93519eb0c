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
            let isNew = table.append(entry)
            #expect(isNew)
        }
        #expect(table.list.map(\.key) == entries.map(\.key))
        for entry in entries { #expect(table[entry.key] === entry) }
        #expect(table[MessageKey("group0.message\(count)")] == nil)
        #expect(EntryTable(entries).list.map(\.key) == table.list.map(\.key))
    }

    @Test func `the first of two with one key counts`() throws {
        let first = try entry("a")
        var table = EntryTable([first, try entry("b")])
        let isNew = table.append(try entry("a"))
        #expect(!isNew)
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
}
