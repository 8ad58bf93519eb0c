import Foundation
import SQLiteStorage
import Sessions
import Testing

@Suite("Database and key file")
struct DataFilesTests {
    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test func `everything that is kept is for its owner only`() async throws {
        let home = try CommandHome()
        #expect(try await home.sign(up: .plain).status == 0)
        for folder in [home.dataFolder, home.mailFolder] { #expect(try mode(folder) == 0o700) }
        for file in try home.letters() + [home.database, home.keyFile] {
            #expect(try mode(file) == 0o600)
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: home.dataFolder).sorted()
        #expect(left == ["paifang.db", "paifang.key", "paifang.mail"])
    }

    @Test func `a database may stand anywhere, with its key and its letters beside it`()
        async throws
    {
        let home = try CommandHome()
        let database = home.path + "/else/where/mine.db"
        #expect(try await home.sign(up: .plain, ["--db", database]).status == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: home.path + "/else/where")
        #expect(left.sorted() == ["mine.db", "mine.key", "mine.mail"])
        #expect(!FileManager.default.fileExists(atPath: home.dataFolder))
    }

    @Test func `a relative folder for data is not followed`() async throws {
        let home = try CommandHome()
        let result = try await home.sign(up: .plain, environment: ["XDG_DATA_HOME": "data"])
        #expect(result.status == 0)
        #expect(
            FileManager.default.fileExists(atPath: home.path + "/.local/share/paifang/paifang.db")
        )
    }

    /// What happens to a key file, and what is said.
    static let spoilt:
        [(name: String, says: String, spoil: @Sendable (CommandHome) throws -> Void)] = [
            (
                "missing", "there is no key file at",
                { try FileManager.default.removeItem(atPath: $0.keyFile) }
            ),
            (
                "open to others", "chmod 600",
                {
                    try FileManager.default.setAttributes(
                        [.posixPermissions: 0o644],
                        ofItemAtPath: $0.keyFile
                    )
                }
            ),
            (
                "cut short", "too short or too long",
                { try Data("paifang-key-1\n".utf8).write(to: URL(fileURLWithPath: $0.keyFile)) }
            ),
            (
                "another format", "not a key file of this version",
                {
                    try Data(repeating: 0x41, count: 79).write(to: URL(fileURLWithPath: $0.keyFile))
                }
            ),
        ]

    @Test(arguments: spoilt.indices)
    func `a key file that can't be used is said with the way to mend it`(index: Int) async throws {
        let home = try CommandHome()
        #expect(try await home.sign(up: .plain.without("gender")).status == 64)
        let (name, says, spoil) = Self.spoilt[index]
        try spoil(home)
        if name != "missing", name != "open to others" {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600],
                ofItemAtPath: home.keyFile
            )
        }
        let runs = [["--resume"], [], ["--list"]]
        for more in runs {
            let result = try await home.sign(up: .plain, more)
            #expect(result.status == 2, "\(more)")
            #expect(result.errors.contains(says), "\(result.errors)")
            #expect(result.errors.contains(home.keyFile))
            #expect(result.output.isEmpty)
        }
    }

    @Test func `the key file of another database is told from the right one, and harms nothing`()
        async throws
    {
        let home = try CommandHome()
        let other = try CommandHome()
        #expect(try await home.sign(up: .plain.without("gender")).status == 64)
        #expect(try await other.sign(up: .plain.without("gender")).status == 64)
        let sessions = try home.store().sessions()
        let key = try CommandHome.bytes(home.keyFile)
        try Data(CommandHome.bytes(other.keyFile)).write(to: URL(fileURLWithPath: home.keyFile))
        for more in [["--resume"], [], ["--list"]] {
            let result = try await home.sign(up: .plain, more)
            #expect(result.status == 2)
            #expect(result.errors.contains("is not the key file of the database"))
        }
        #expect(try home.store().sessions() == sessions)
        try Data(key).write(to: URL(fileURLWithPath: home.keyFile))
        #expect(try await home.sign(up: .plain, ["--resume"]).status == 0)
    }

    @Test func `a file that is no database of ours is refused, and left as it is`() async throws {
        let home = try CommandHome()
        for (name, bytes) in [("text.db", Array("hello".utf8)), ("empty.db", [])] {
            let file = try home.write(bytes, to: name)
            let result = try await home.sign(up: .plain, ["--db", file])
            #expect(result.status == 2)
            #expect(result.errors.contains("the database \(file) can't be used: "))
            #expect(!result.errors.contains("StoreFailure"))
            #expect(try CommandHome.bytes(file) == bytes)
        }
    }

    @Test(arguments: ["/proc/none/paifang.db", "/dev/null", "/"])
    func `a database that can't be made is refused without a crash`(path: String) async throws {
        let home = try CommandHome()
        let result = try await home.sign(up: .plain, ["--db", path])
        #expect(result.status == 2)
        #expect(!result.isSignalled)
        #expect(result.errors.hasPrefix("paifang: "))
    }

    // REQ security.md 15: in a database created as a sandbox, marked inside it, not by a flag.
    @Test func `outside a sandbox no answers come from a file and no clock is moved`() async throws
    {
        let home = try CommandHome()
        try FileManager.default.createDirectory(
            atPath: home.dataFolder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        #expect(try await home.sign(up: .plain, ["--db", home.path + "/else.db"]).status == 0)
        try FileManager.default.copyItem(atPath: home.path + "/else.key", toPath: home.keyFile)
        _ = try SQLiteStore(path: home.database, sandboxIfNew: false)

        let answers = try await home.sign(up: .plain)
        #expect(answers.status == 2)
        #expect(answers.errors.contains("sandbox"))
        let clock = try await home.run(["run", "--plain", "--clock", "+25h"])
        #expect(clock.status == 2)
        #expect(clock.errors.contains("the clock can be moved in a sandbox database only"))
        #expect(try home.store().sessions().isEmpty)
    }

    @Test func `two at once make one database with one key, and both sign-ups complete`()
        async throws
    {
        let home = try CommandHome()
        async let first = home.sign(up: .plain)
        async let second = home.run(
            ["run", "--answers", "-"],
            input: Array(AnswerTexts.plain.with("email", "petr@example.cz").yaml.utf8)
        )
        let results = try await [first, second]
        #expect(results.map(\.status) == [0, 0], "\(results.map(\.errors))")
        #expect(try home.hasAccount(of: "jana.novakova@example.cz"))
        #expect(try home.hasAccount(of: "petr@example.cz"))
        #expect(try home.store().integrity().isEmpty)
    }
}
