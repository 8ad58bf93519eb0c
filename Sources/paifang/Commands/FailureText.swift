import Flows
import Sessions

/// What could not be done, in a sentence for who runs the command.
enum FailureText {
    static func of(_ failure: SessionFailure) -> String {
        switch failure {
        case .store(let failure): "the database can't be used: \(of(failure))"
        case .machine(let failure): "the flow can't go on: \(of(failure))"
        case .signedOut: "the account was changed, so everybody was signed out; begin a new walk"
        case .stopped: "the walk was stopped by an error of its flow; begin a new one"
        case .noSession: "there is no such walk; see paifang run --list"
        case .noFlow(let name): "there is no flow \(name)"
        case .noTexts: "the walk was begun with a flow that is not kept any more; begin a new one"
        case .damaged: "what is kept of the walk can't be read: another key file, or damage"
        case .vault: "the password or answer could not be sealed"
        }
    }

    static func of(_ failure: StoreFailure) -> String {
        switch failure {
        case .conflict: "somebody else has just moved the walk"
        case .duplicate: "such a thing is there already"
        case .setOnce(let field): "\(field) is set once and can't be changed"
        case .disk(let reason), .unusable(let reason): reason
        }
    }

    private static func of(_ failure: MachineFailure) -> String {
        switch failure {
        case .condition(let place, let reason): "\(place): \(reason)"
        case .endlessLoop(let step): "the steps from \(step) on lead to each other without end"
        case .promiseBroken(let effect, let outcome):
            "\(effect).\(outcome) would break a promise of the flow"
        case .unknownOutcome(let effect, let outcome):
            "\(effect) ended as \(outcome), which it does not declare"
        case .input(let field): "the value given for \(field) can't be used"
        case .given(let effect, let outcome, let field):
            "\(effect).\(outcome) gave no usable value for \(field)"
        case .noFreshToken: "there were too few new tokens"
        }
    }
}
