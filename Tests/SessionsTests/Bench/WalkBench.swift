import Answers
import Flows
import Foundation
import Localization
import Logging
import SQLiteStorage
import Screens
import Secrets
import Synchronization
import Testing

@testable import Sessions

/// A service on a database of its own, with a clock that is moved by hand.
///
/// `again` puts another service on the same database: another terminal, or the program after a crash.
final class WalkBench {
    /// 2026-03-01T09:00:00Z.
    static let start: Int64 = 1_772_355_600_000

    let folder: TemporaryFolder
    let clock: HandClock
    let transport: RecordingTransport
    let store: FaultyStore
    let keys: SessionKeys
    let host: HandHost
    let files = HandFiles()
    let log: LogLines
    let engine: SessionEngine
    let surroundings: Walk.Surroundings

    /// What a bench may be put together with.
    struct Parts {
        var texts = Material.project.signUp
        var catalogs = Material.project.catalogs
        var isSandbox = true
        var captchaAnswer: String? = "pass"
        var random: any RandomSource = SystemRandom()
        var master = MasterKeys(random: SystemRandom())
        var linkForm = LetterWriter.LinkForm.command("paifang open")
    }

    private let parts: Parts

    convenience init(_ parts: Parts = Parts()) throws {
        try self.init(
            parts,
            folder: TemporaryFolder(),
            clock: HandClock(),
            transport: RecordingTransport()
        )
    }

    private init(
        _ parts: Parts,
        folder: TemporaryFolder,
        clock: HandClock,
        transport: RecordingTransport
    ) throws {
        self.parts = parts
        self.folder = folder
        self.clock = clock
        self.transport = transport
        let material = Material.project
        store = FaultyStore(
            try SQLiteStore(path: folder.file("walks.db"), sandboxIfNew: parts.isSandbox)
        )
        keys = SessionKeys(master: parts.master, hashing: .fastForTests)
        host = HandHost(
            OwnHost(
                accounts: AccountHost(store: store, keys: keys),
                reviews: ReviewHost(store: store, keys: keys)
            )
        )
        let log = LogLines()
        self.log = log
        let (flow, problems) = parts.texts.read()
        let definition = try #require(flow, "\(problems)")
        let display = AnswerFormats()
        var logger = Logger(label: "tests") { _ in LineHandler(lines: log) }
        logger.logLevel = .trace
        engine = SessionEngine(
            flows: [definition.name: FlowMachine(definition, formats: display)],
            texts: [definition.name: parts.texts.bytes],
            machineOfTexts: { FlowTexts(bytes: $0)?.machine },
            store: store,
            keys: keys,
            host: host,
            letters: LetterWriter(
                catalogs: parts.catalogs,
                formats: material.formats,
                display: display,
                linkForm: parts.linkForm
            ),
            transport: transport,
            clock: { clock.now },
            log: logger
        )
        surroundings = Walk.Surroundings(
            catalogs: parts.catalogs,
            formats: material.formats,
            reader: material.reader,
            display: display,
            captcha: QuestionCaptcha(
                catalogs: parts.catalogs,
                random: parts.random,
                fixedAnswer: parts.captchaAnswer
            ),
            documents: material.documents,
            inboxes: material.inboxes,
            languages: parts.catalogs.languages,
            isSandbox: parts.isSandbox,
            files: files
        )
    }

    /// Another service on the same database.
    func again(_ change: (inout Parts) -> Void = { _ in }) throws -> WalkBench {
        var parts = parts
        change(&parts)
        return try WalkBench(parts, folder: folder, clock: clock, transport: transport)
    }

    /// Begins a walk.
    func begin(
        _ input: [FieldName: FieldValue] = [:],
        language: String = "en",
        zone: String = "Europe/Prague"
    ) throws -> Walk {
        let flow = try #require(engine.flows.keys.first)
        return Walk(
            try engine.begin(flow, input: input, locale: language, zone: zone),
            engine: engine,
            surroundings: surroundings
        )
    }

    /// Resumes a walk.
    func resume(_ id: SessionID) throws -> Walk {
        Walk(try engine.load(id), engine: engine, surroundings: surroundings)
    }

    /// A walk that has come to a step.
    func walk(to step: StepName, _ answers: [String: String] = [:]) throws -> Walk {
        let walk = try begin()
        try go(walk, to: step, answers)
        return walk
    }

    /// Fills forms and opens links until a step is reached.
    func go(_ walk: Walk, to step: StepName, _ answers: [String: String] = [:]) throws {
        for _ in 0..<40 where walk.screen.step != step {
            let screen = walk.screen
            switch screen.kind {
            case .form:
                walk.fill(answers)
                try #require(walk.submit() == .moved, "\(walk.telling)")
            case .review: try #require(walk.submit() == .moved, "\(walk.telling)")
            case .waiting:
                try #require(walk.openLink(try token()) == .moved, "\(walk.telling)")
            case .working, .end: Issue.record("stuck at \(screen.step)")
            }
        }
        try #require(walk.screen.step == step)
    }

    /// The token in the newest letter that has one.
    func token() throws -> String { try #require(newestToken) }

    /// The token in the newest letter that has one; `nil` where none was sent yet.
    var newestToken: String? {
        transport.letters.reversed().lazy.compactMap(LinkText.token(in:)).first?.reveal()
    }

    /// Every byte of the database and what SQLite keeps beside it.
    func bytesOnDisk() throws -> [UInt8] {
        try ["walks.db", "walks.db-wal", "walks.db-shm"].flatMap { name -> [UInt8] in
            guard FileManager.default.fileExists(atPath: folder.file(name)) else { return [] }
            return try folder.bytes(of: name)
        }
    }
}
