import ArgumentParser
import Documents
import Flows
import Glibc
import Scenarios
import Sessions

/// The file that `paifang run --record` writes, and the walk that is recorded into it.
struct Recording {
    /// The file's path.
    let path: String
    /// The walk to be walked.
    let walk: RecordingWalk

    /// Refuses what can't be recorded before anything has begun.
    static func check(_ command: RunCommand) throws {
        guard let path = command.record else { return }
        guard command.resume == nil else {
            Standard.error(
                "paifang: a walk is recorded from its beginning: --record and --resume don't go together"
            )
            throw ExitCode.usage
        }
        guard access(path, F_OK) != 0 else { throw taken(path) }
    }

    /// Begins to record a walk.
    init(_ walk: Walk, to path: String, of project: Project) {
        self.path = path
        self.walk = RecordingWalk(
            walk,
            on: Stage(
                flows: project.flows.flows,
                catalogs: project.catalogs,
                documents: project.documents
            )
        )
    }

    /// Writes what was walked so far, and says how to play it.
    func write(isQuiet: Bool) throws {
        let recorder = walk.recorder
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw Self.taken(path) }
            throw unwritten
        }
        defer { close(descriptor) }
        guard TerminalDescriptor.write(recorder.text, to: descriptor) else { throw unwritten }
        let shown = VisibleText.escaping(path)
        if let step = recorder.end {
            Standard.error(
                "paifang: \(shown) ends at \(step): no scenario can say what followed"
            )
        }
        if recorder.leftOut > 0 {
            Standard.error(
                "paifang: \(recorder.leftOut) refused or wrong inputs are left out of \(shown)"
            )
        }
        if !isQuiet { Standard.error("paifang: recorded; play it with: paifang test \(shown)") }
    }

    private var unwritten: ExitCode {
        Standard.error("paifang: \(VisibleText.escaping(path)) can't be written")
        return .impossible
    }

    private static func taken(_ path: String) -> ExitCode {
        let shown = VisibleText.escaping(path)
        Standard.error("paifang: \(shown) is there already; record to another file, or remove it")
        return .usage
    }
}
