import Documents
import Testing

@Suite("Faults in the project's own flow")
struct MutationTests {
    /// What the faults are about.
    enum Topic: CaseIterable {
        case names, keys, doubled, values, ways, waits, reads, conditions

        func faults() throws -> [Fault] {
            switch self {
            case .names: try NameFaults.all()
            case .keys: try KeyFaults.all()
            case .doubled: try DoubledFaults.all()
            case .waits: try WaitFaults.all()
            case .conditions: try ConditionFaults.all()
            case .values: try ValueFaults.all()
            case .ways: try WayFaults.all()
            case .reads: try ReadFaults.all()
            }
        }
    }

    @Test
    func `the files as they are have no finding`() throws {
        #expect(try ProjectTexts().findings().map { "\($0.code) \($0.message)" } == [])
    }

    @Test(arguments: Topic.allCases)
    func `every fault gives the findings it should, where they should be, and no other`(
        topic: Topic
    ) throws {
        let failures = try topic.faults().compactMap(\.failure)
        #expect(failures.isEmpty, "\(failures.count) faults:\n\(failures.joined(separator: "\n"))")
    }

    @Test
    func `there are faults of many kinds`() throws {
        let faults = try Topic.allCases.flatMap { try $0.faults() }
        let kinds = Set(faults.map { $0.kind.prefix { $0 != ":" && $0 != "(" } })
        #expect(faults.count >= 400)
        #expect(kinds.count >= 100)
        #expect(faults.allSatisfy { !$0.expected.isEmpty })
    }
}
