import Foundation
import Testing

@Suite("paifang diff")
struct DiffTests {
    /// The project, and a copy in which a form asks less, and a step is gone.
    private func folders(_ home: CommandHome) throws -> (old: String, new: String) {
        let old = try home.copyProject()
        let new = old + "-new"
        try FileManager.default.copyItem(atPath: old, toPath: new)
        let file = new + "/flows/wallet-signup.yaml"
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        try text.replacingOccurrences(of: "version: 1", with: "version: 2")
            .replacingOccurrences(
                of: "ask: [terms, refund_to_wallet]",
                with: "ask: [refund_to_wallet, terms]"
            )
            .write(toFile: file, atomically: true, encoding: .utf8)
        return (old, new)
    }

    @Test func `it says what becomes of people at each step`() async throws {
        let home = try CommandHome()
        let (old, new) = try folders(home)
        let result = try await home.run(["diff", old, new])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("wallet-signup: version 1 -> version 2\n"))
        #expect(
            result.output.contains("go on under their old texts; they could be moved to `personal`")
        )
        #expect(
            result.output.contains(
                "go on under their old texts; they can't be moved: the step `check_mail` sends"
            )
        )
        #expect(result.output.contains("  steps\n    ~ wallet\n"))
        #expect(!result.output.contains("  fields\n"))
    }

    @Test func `a file is compared beside the files of its folder, as data too`() async throws {
        let home = try CommandHome()
        let (old, new) = try folders(home)
        let files = [old, new].map { $0 + "/flows/wallet-signup.yaml" }
        let result = try await home.run(["diff", "--json"] + files)
        let document = try #require(result.json as? [String: Any])
        let flow = try #require((document["flows"] as? [[String: Any]])?.first)
        #expect(flow["old"] as? Int == 1)
        #expect(flow["new"] as? Int == 2)
        #expect((flow["steps"] as? [String: [String]])?["changed"] == ["wallet"])
        let people = try #require(flow["people"] as? [[String: Any]])
        #expect(people.first?["step"] as? String == "start")
        #expect(people.first?["fate"] as? String == "continues")
    }

    @Test func `an earlier version that is kept is read beside the files of today`() async throws {
        let home = try CommandHome()
        let (old, new) = try folders(home)
        try FileManager.default.createDirectory(
            atPath: new + "/flows/old",
            withIntermediateDirectories: true
        )
        let kept = new + "/flows/old/wallet-signup.1.yaml"
        try FileManager.default.copyItem(atPath: old + "/flows/wallet-signup.yaml", toPath: kept)
        let today = new + "/flows/wallet-signup.yaml"
        let result = try await home.run(["diff", kept, today])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("wallet-signup: version 1 -> version 2\n"))
        try "flow: [".write(toFile: kept, atomically: true, encoding: .utf8)
        let broken = try await home.run(["diff", kept, today])
        #expect(broken.status == 2)
        #expect(broken.errors.contains("./old/wallet-signup.1.yaml:1"), "\(broken.errors)")
    }

    @Test func `the exit code tells of a difference where it is asked to`() async throws {
        let home = try CommandHome()
        let (old, new) = try folders(home)
        #expect(try await home.run(["diff", old, new, "--exit-code"]).status == 1)
        let same = try await home.run(["diff", old, old, "--exit-code"])
        #expect(same.status == 0)
        #expect(same.output.contains("the same"))
    }

    @Test func `what can't be read is said, and nothing is compared`() async throws {
        let home = try CommandHome()
        let (old, new) = try folders(home)
        let file = new + "/flows/wallet-signup.yaml"
        try "flow: [".write(toFile: file, atomically: true, encoding: .utf8)
        let broken = try await home.run(["diff", old, new])
        #expect(broken.status == 2)
        #expect(broken.output.isEmpty)
        #expect(broken.errors.contains("wallet-signup.yaml"))
        let missing = try await home.run(["diff", old, old + "-nowhere"])
        #expect(missing.status == 2)
        #expect(missing.errors.contains("is no flow file and no folder"))
    }
}
