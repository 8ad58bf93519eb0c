import Flows
import Foundation
import Localization
import Logging
import Screens
import Sessions
import Synchronization
import Uploads

/// A clock that is moved by hand.
final class HandClock: Sendable {
    // A class, since the bench moves what the engine reads.
    private let moment = Mutex(WalkBench.start)

    var now: Int64 { moment.withLock { $0 } }

    func move(by milliseconds: Int64) { moment.withLock { $0 += milliseconds } }
    func set(_ milliseconds: Int64) { moment.withLock { $0 = milliseconds } }
}

extension Int64 {
    static let second: Int64 = 1_000
    static let minute: Int64 = 60_000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 86_400_000
}

/// Keeps what is delivered, and fails when it is told to.
final class RecordingTransport: LetterTransport {
    // A class, since the bench reads what the engine delivers.
    private let delivered = Mutex<[Letter]>([])
    private let failure = Mutex<DeliveryFailure?>(nil)

    var letters: [Letter] { delivered.withLock { $0 } }

    func fail(_ failure: DeliveryFailure?) { self.failure.withLock { $0 = failure } }

    func deliver(_ letter: Letter) throws(DeliveryFailure) {
        if let failure = failure.withLock({ $0 }) { throw failure }
        delivered.withLock { $0.append(letter) }
    }

    func place(of letter: Letter) -> String? { "/mail/\(letter.id).eml" }
}

/// A host whose answers can be given by hand.
final class HandHost: EffectHost {
    // A class, since the bench changes what the engine asks.
    private let real: any EffectHost
    private let replies = Mutex<[String: EffectResult]>([:])
    private let asked = Mutex<[EffectCall]>([])
    private let before = Mutex<(@Sendable () -> Void)?>(nil)

    init(_ real: any EffectHost) { self.real = real }

    var calls: [EffectCall] { asked.withLock { $0 } }

    /// What an effect ends as from now on; `nil` for what the real host says.
    func answer(_ effect: String, with result: EffectResult?) {
        replies.withLock { $0[effect] = result }
    }

    /// Does something once, while the next call is under way.
    func duringNextCall(_ body: @escaping @Sendable () -> Void) { before.withLock { $0 = body } }

    func perform(_ call: EffectCall) -> EffectResult {
        asked.withLock { $0.append(call) }
        before.withLock { body in
            defer { body = nil }
            return body
        }?()
        return replies.withLock { $0[call.effect.text] } ?? real.perform(call)
    }
}

/// What the program provides itself.
struct OwnHost: EffectHost {
    let accounts: AccountHost
    let reviews: ReviewHost

    func perform(_ call: EffectCall) -> EffectResult {
        reviews.serves(call) ? reviews.perform(call) : accounts.perform(call)
    }
}

/// Files that are only there for tests.
final class HandFiles: FileSource {
    // A class, since a test puts files there while a walk looks at them.
    private let kept = Mutex<[String: [UInt8]]>([:])

    var home: String? { "/home/jana" }

    func put(_ bytes: [UInt8], at path: String) { kept.withLock { $0[path] = bytes } }

    func isFile(_ path: String) -> Bool { kept.withLock { $0[path] != nil } }

    func bytes(at path: String, atMost limit: Int) throws(UploadProblem) -> [UInt8] {
        guard let bytes = kept.withLock({ $0[path] }) else { throw .notFound }
        guard bytes.count <= limit else { throw .tooLarge }
        return bytes
    }
}

/// Keeps every line that is logged, at every level.
final class LogLines: Sendable {
    // A class, since all loggers write to the same list.
    private let recorded = Mutex<[String]>([])

    var all: [String] { recorded.withLock { $0 } }

    func add(_ line: String) { recorded.withLock { $0.append(line) } }
}

/// Writes into ``LogLines``.
struct LineHandler: LogHandler {
    let lines: LogLines
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { lines.add("\(event.message)") }
}

/// A folder of its own for a test, deleted with the last who holds it.
final class TemporaryFolder: Sendable {
    // A class, so that the folder lives exactly as long as somebody uses it.
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "paifang-sessions-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
        // What is left in a folder for temporary files harms nobody.
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { path + "/" + name }

    func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: file(name))))
    }
}
