import ArgumentParser
import Localization
import Sessions

/// A walk with a person, and what the command says when it is over.
struct TerminalWalk {
    let walk: Walk
    let situation: Situation
    let isPlain: Bool

    func run() throws {
        let environment = situation.environment
        let ending = Walkthrough.run(
            walk, isPlain: isPlain || Walkthrough.isPlain(environment),
            isInColor: situation.shared.color.isOn(
                environment: environment, isTerminal: Standard.outputIsTerminal))
        switch ending {
        case .finished:
            if situation.shared.isJSON { Standard.output(RunSummary(walk: walk).json) }
        case .left: throw ExitCode.stopped
        case .inputEnded: throw ExitCode.usage
        // Nobody is there any more to be told; the answers are kept.
        case .hungUp: throw ExitCode.stopped
        case .failed: throw ExitCode.impossible
        }
    }
}
