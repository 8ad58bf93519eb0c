import ArgumentParser
import Localization
import Sessions

/// A walk with the person at the terminal, and the exit code that tells how it ended.
struct TerminalWalk {
    let walk: Walk
    let host: TrialHost
    let situation: Situation
    let catalogs: Catalogs
    let isPlain: Bool
    let recording: Recording?

    func run() throws {
        let isInColor = situation.shared.color.isOn(
            environment: situation.environment,
            isTerminal: Standard.outputIsTerminal
        )
        let ending = Walkthrough.run(
            recording?.walk ?? walk,
            isPlain: isPlain || Walkthrough.isPlain(situation.environment),
            isInColor: isInColor
        )
        try recording?.write(isQuiet: situation.shared.isQuiet)
        situation.say(host.notes)
        switch ending {
        case .finished:
            if situation.shared.isJSON {
                Standard.output(RunSummary(walk: walk, catalogs: catalogs).json)
            }
        // Where nobody is there any more to be told, the answers are kept all the same.
        case .left, .hungUp: throw ExitCode.stopped
        case .inputEnded: throw ExitCode.usage
        case .failed: throw ExitCode.impossible
        }
    }
}
