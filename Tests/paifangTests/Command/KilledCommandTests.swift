import Flows
import Foundation
import SQLiteStorage
import Secrets
import Sessions
import Testing

@testable import paifang

/// REQ security.md T1: SIGKILL at 200 random moments; no acknowledged step is lost, none is half done.
@Suite("Killed at any moment")
struct KilledCommandTests {
    /// Moments to kill at, the same in every run of the tests.
    private struct Moments {
        private var state: UInt64

        init(seed: Int) { state = UInt64(truncatingIfNeeded: seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 }

        /// SplitMix64.
        mutating func next(in range: ClosedRange<Int>) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return range.lowerBound + Int((mixed ^ (mixed >> 31)) % UInt64(range.count))
        }
    }

    private static let address = "jana.novakova@example.cz"

    // MARK: - With the answers of a file, again and again until the end

    @Test(arguments: 0..<5)
    func `a walk that is killed again and again goes on each time, to one account`(
        seed: Int
    ) async throws {
        var moments = Moments(seed: seed)
        var kills = 0
        var home = try CommandHome()
        var clock: [String] = []
        while kills < 20 {
            let isBegun =
                FileManager.default.fileExists(atPath: home.database)
                ? try !home.store().sessions().isEmpty : false
            let result = try await home.sign(
                up: .plain,
                (isBegun ? ["-v", "--resume"] : ["-v"]) + clock,
                killedAfter: moments.next(in: 20...700)
            )
            try expectWhole(home, log: result.errors)
            if result.isSignalled {
                kills += 1
            } else if isWaitingForLetter(result) {
                clock = Self.later
            } else {
                #expect(result.status == 0 || result.errors.contains("no walk"), "\(result.errors)")
                home = try CommandHome()
                clock = []
            }
        }
        guard FileManager.default.fileExists(atPath: home.database) else { return }
        let isBegun = try !home.store().sessions().isEmpty
        let more = isBegun ? ["--resume"] : []
        var last = try await home.sign(up: .plain, more + clock)
        if isWaitingForLetter(last) { last = try await home.sign(up: .plain, more + Self.later) }
        if try home.store().sessions().contains(where: { $0.status == .ended }), last.status == 2 {
            // It was killed between the end and the last word about it: there is no walk to go on with.
            #expect(last.errors.contains("no walk"))
        } else {
            #expect(last.status == 0, "\(last.errors)")
        }
        #expect(try home.hasAccount(of: Self.address))
        #expect(try home.store().sessions().count == 1)
    }

    /// Whether the run was over since the letter was just being delivered when its process was killed.
    ///
    /// Nobody else may deliver it for a minute; then it goes out.
    private func isWaitingForLetter(_ result: CommandResult) -> Bool {
        result.status == 2 && result.errors.contains("the walk waits at check_mail")
    }

    private static let later = ["--clock", "+2m"]

    /// Whether the database is sound, and its one walk stands where the log says that it stood, or further.
    private func expectWhole(_ home: CommandHome, log: String) throws {
        guard FileManager.default.fileExists(atPath: home.database) else { return }
        let store = try home.store()
        #expect(try store.integrity().isEmpty)
        guard let record = try store.sessions().first else { return }
        #expect(try store.sessions().count == 1)
        #expect(try store.journal(of: record.id).map(\.sequence).last == record.sequence)
        let engine = try SampleService(in: home).service.engine
        let definition = try #require(SampleService.project.flows.flow("wallet-signup"))
        let order = definition.steps.map(\.name)
        let step = try engine.step(of: record.id)
        let logged = log.split(separator: "\n").compactMap { line in
            line.split(separator: ": at ").last.flatMap {
                order.firstIndex(of: StepName(String($0)))
            }
        }
        if let last = logged.last {
            #expect(try #require(order.firstIndex(of: step)) >= last)
        }
        // An account is there only where its making is known, or is found out by asking again.
        let hasAccount = try home.hasAccount(of: Self.address)
        if hasAccount { #expect(["create", "registered"].contains(step.text)) }
        if step == "registered" { #expect(hasAccount) }
        if step == "create" {
            let settled = try engine.load(record.id)
            #expect(settled.status == .ended)
            #expect(try engine.step(of: record.id) == "registered")
            #expect(try home.hasAccount(of: Self.address))
        }
    }

    // MARK: - Line by line

    /// A home whose walk stands at the personal data; copied for each kill.
    private func template() async throws -> (home: CommandHome, walk: String) {
        let home = try CommandHome()
        let begun = try await home.sign(up: AnswerTexts.plain.without("gender"))
        #expect(begun.status == 64)
        return (home, try #require(try home.store().sessions().first?.id.text))
    }

    /// A line of the script, and the field that it answers.
    private struct Line {
        let text: String
        var field: String?

        init(_ text: String, _ field: String? = nil) {
            self.text = text
            self.field = field
        }
    }

    private static let texts = [
        "gender": "female", "given_name": "Jana", "family_name": "Novak",
        "birth_date": "1990-03-27", "citizenship": "CZ", "document_type": "passport",
        "document_number": "39482716", "country": "CZ", "region": "Praha", "city": "Praha",
        "street": "Lipova 12", "postcode": "120 00", "mobile": "+420 601 123 456", "landline": "=",
        "payment_password": "730164", "terms": "yes", "refund_to_wallet": "no",
    ]

    /// The lines that answer the rest of the walk, in the order in which the flow asks.
    private static let script: [Line] = {
        let flow = SampleService.project.flows.flow("wallet-signup")
        let steps = flow?.steps.drop { $0.name != "personal" } ?? []
        var script: [Line] = []
        for name in steps.flatMap(\.asked).compactMap({ flow?.fields[$0].name.text }) {
            if name == "payment_password" { script.append(Line("730164")) }
            if let text = texts[name] {
                script.append(Line(text, name))
            } else {
                for (index, question) in ["first_pet", "first_job", "birth_city"].enumerated() {
                    script.append(Line(question, "\(index).question"))
                    script.append(Line("Brno", "\(index).answer"))
                }
            }
        }
        // The highest number that there is confirms; one that is too high does nothing.
        return script + (0..<20).map { Line(String(40 - $0)) }
    }()

    private func input(_ script: [Line]) -> [UInt8] {
        Array(script.map { $0.text + "\n" }.joined().utf8)
    }

    private func copy(of template: CommandHome) throws -> CommandHome {
        let home = try CommandHome()
        try FileManager.default.copyItem(
            atPath: template.path + "/data",
            toPath: home.path + "/data"
        )
        return home
    }

    @Test(arguments: 0..<5)
    func `each answer that was said to be accepted is there after a kill`(seed: Int) async throws {
        var moments = Moments(seed: 1_000 + seed)
        let (template, walk) = try await template()
        let input = input(Self.script)
        let fields = Self.script.compactMap(\.field)
        let whole = try await copy(of: template).run(
            ["run", "--plain", "--resume", walk],
            input: input
        )
        try #require(whole.status == 0, "the script does not complete the walk: \(whole.output)")
        var kills = 0
        while kills < 20 {
            let home = try copy(of: template)
            let result = try await home.run(
                ["run", "--plain", "--resume", walk],
                input: input,
                killedAfter: moments.next(in: 60...600)
            )
            #expect(result.isSignalled || result.status == 0, "\(result.output)")
            if result.isSignalled { kills += 1 }
            let accepted = result.output.split(separator: "\n").filter { $0.hasPrefix("Accepted") }
            #expect(accepted.count <= fields.count)
            try expectWhole(home, log: "")
            try expectKept(Array(fields.prefix(accepted.count)), in: home, walk: walk)
            guard kills % 5 == 0 else { continue }
            let rest = try await home.sign(up: .plain, ["--resume", walk])
            #expect(rest.status == 0, "\(rest.errors)")
            #expect(try home.hasAccount(of: Self.address))
        }
    }

    private func expectKept(_ fields: [String], in home: CommandHome, walk: String) throws {
        let service = try SampleService(in: home).service
        let session = try service.engine.load(SessionID(walk))
        let store = try home.store()
        let definition = session.machine.definition
        for name in fields {
            let parts = name.split(separator: ".").map(String.init)
            let field = parts.count == 2 ? "security_answers" : name
            let slot = try #require(definition.fields.firstIndex { $0.name.text == field })
            var value = session.state.fields[slot]
            if parts.count == 2, case .list(let records)? = value {
                let index = try #require(Int(parts[0]))
                #expect(records.indices.contains(index), "\(name)")
                guard records.indices.contains(index) else { continue }
                value = records[index][parts[1] == "question" ? 0 : 1]
            }
            #expect(value != nil, "\(name)")
            if case .sealed(let reference)? = value {
                #expect(try store.secret(reference) != nil, "\(name)")
            }
        }
    }
}
