import ArgumentParser
import Documents
import Flows
import Foundation
import Sessions

/// The cases of a database, for the verbs of `paifang review`.
struct ReviewDesk {
    let service: Service
    private let situation: Situation

    /// Opens the database, or exits with the reason why it can't be.
    init(_ shared: SharedOptions, database: String?) throws {
        situation = Situation(shared)
        let project = try situation.soundProject()
        let files = try situation.dataFiles(database)
        guard files.exists else {
            Standard.error("paifang: there is no database \(files.database)")
            throw ExitCode.impossible
        }
        service = try situation.service(of: project, files, database: database)
    }

    /// All cases, the longest waiting first.
    func cases() throws -> [ReviewCase] {
        do throws(SessionFailure) {
            return try service.engine.reviewCases()
        } catch {
            throw situation.exit(because: error)
        }
    }

    /// The case whose name begins so, or an exit with the reason why there is none.
    func found(_ name: String) throws -> ReviewCase {
        let found = try cases().filter { !name.isEmpty && $0.session.id.text.hasPrefix(name) }
        guard let first = found.first else {
            Standard.error(
                "paifang: no case \(VisibleText.escaping(name)); paifang review list shows all"
            )
            throw ExitCode.impossible
        }
        guard found.count == 1 else {
            Standard.error(
                "paifang: several cases begin with \(VisibleText.escaping(name)): "
                    + found.map(\.session.id.text).joined(separator: " ")
            )
            throw ExitCode.impossible
        }
        return first
    }

    /// Keeps a decision, wakes the walk, and says where it stands now.
    func decide(_ decision: ReviewDecision, on found: ReviewCase, _ shared: SharedOptions) throws {
        let refusal: Refusal?
        let step: StepName
        do throws(SessionFailure) {
            refusal = try service.engine.decide(decision, on: found)
            step = try service.engine.step(of: found.session.id)
        } catch {
            throw situation.exit(because: error)
        }
        situation.say(service.host.notes)
        guard refusal == nil else {
            Standard.error("paifang: \(found.session.id) waits for no reviewer any more")
            throw ExitCode.findings
        }
        if shared.isJSON {
            Standard.output(
                JSONWriter.compact([
                    "schema": 1, "case": .string(found.session.id.text),
                    "decision": .string("\(decision)"), "step": .string(step.text),
                ])
            )
        } else if !shared.isQuiet {
            Standard.output("\(found.session.id)  \(decision)  \(step)")
        }
    }

    /// A moment in UTC.
    static func time(_ milliseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).ISO8601Format()
    }
}

/// Which database, and which project.
struct ReviewOptions: ParsableArguments {
    @Option(help: "The database; by default one of this user's own.")
    var db: String?

    @OptionGroup var shared: SharedOptions

    /// The cases of the database.
    func desk() throws -> ReviewDesk { try ReviewDesk(shared, database: db) }
}
