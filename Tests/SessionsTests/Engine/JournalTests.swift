import Flows
import Foundation
import GRDB
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Journal")
struct JournalTests {
    /// A walk with detours: another language, Back, a change from the review, a wrong answer, a resend.
    private func wander(_ bench: WalkBench) throws -> Walk {
        let walk = try bench.begin(["marketplace_email": .text("anna@example.com")])
        walk.reply("nobody", to: "email")
        try bench.go(walk, to: "check_mail")
        bench.clock.move(by: 2 * .minute)
        #expect(walk.press("resend") == .moved)
        walk.choose(language: LanguageTag("ru"))
        bench.clock.move(by: 25 * .hour)
        #expect(walk.refresh())
        #expect(walk.press("send_again") == .moved)
        try bench.go(walk, to: "address")
        #expect(walk.goBack() == .moved)
        try bench.go(walk, to: "check_answers")
        #expect(walk.change(AnswerPath("city")) == .moved)
        walk.reply("Brno", to: "city")
        try bench.go(walk, to: "registered")
        return walk
    }

    @Test
    func `all steps taken again from the journal lead to the same states`() throws {
        let bench = try WalkBench()
        let walk = try wander(bench)
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
        #expect(try bench.again().engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `every row says when, what has happened, and what came of it`() throws {
        let bench = try WalkBench()
        let walk = try wander(bench)
        let rows = try bench.store.journal(of: walk.sessionID)
        #expect(rows.map(\.sequence) == Array(1...walk.state.sequence))
        let entries = try rows.map { try bench.engine.entry(of: $0, in: walk.session) }
        #expect(entries.map(\.now) == rows.map(\.at))
        #expect(entries.allSatisfy { $0.stateHash.count == 32 })
        #expect(entries.filter { $0.event == nil }.count == 1)
        #expect(entries[0].beginning?.input.keys.map(\.text) == ["marketplace_email"])
    }

    @Test
    func `a row that was altered breaks the chain there`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "personal")
        try tamper(
            bench,
            "UPDATE journal SET body = CAST(body || x'00' AS BLOB) WHERE sequence = 3"
        )
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == .broken(sequence: 3))
    }

    @Test
    func `a row that was taken out breaks the chain behind it`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "personal")
        try tamper(bench, "DELETE FROM journal WHERE sequence = 4")
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == .broken(sequence: 5))
    }

    @Test
    func `a journal whose end was cut off does not lead to where the session stands`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "personal")
        let last = walk.state.sequence
        try tamper(bench, "DELETE FROM journal WHERE sequence = \(last)")
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == .elsewhere)
    }

    @Test
    func `rows of another session are not taken for its own`() throws {
        let bench = try WalkBench()
        let first = try bench.begin()
        let second = try bench.begin()
        try tamper(
            bench,
            """
            UPDATE journal SET body = (SELECT body FROM journal WHERE session = '\(first.sessionID)'),
                mac = (SELECT mac FROM journal WHERE session = '\(first.sessionID)')
            WHERE session = '\(second.sessionID)'
            """
        )
        #expect(try bench.engine.journalFinding(of: second.sessionID) == .broken(sequence: 1))
    }

    @Test
    func `a state that was put back to an earlier one can't be read`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        let old = try #require(try bench.store.session(walk.sessionID)).state
        walk.reply("anna@example.com", to: "email")
        try tamper(bench, "UPDATE sessions SET state = x'\(SessionEngine.hex(old))'")
        #expect(throws: SessionFailure.damaged) { try bench.resume(walk.sessionID) }
    }

    /// Somebody with the file in hand.
    private func tamper(_ bench: WalkBench, _ statement: String) throws {
        let queue = try DatabaseQueue(path: bench.folder.file("walks.db"))
        try queue.write { database in
            try database.execute(sql: "DROP TRIGGER journal_is_not_changed")
            try database.execute(sql: "DROP TRIGGER journal_is_not_deleted")
            try database.execute(sql: statement)
            #expect(database.changesCount == 1)
        }
    }
}
