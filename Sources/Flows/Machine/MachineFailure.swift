/// Why a walk can't go on.
///
/// It is an error of the flow or of the host, never of the person.
public enum MachineFailure: Error, Sendable, Hashable {
    /// A condition could not be evaluated, at this file, line and column.
    case condition(place: String, reason: String)
    /// Steps lead to each other without end.
    case endlessLoop(step: StepName)
    /// What whoever starts the flow gave for this input is missing, or of another type.
    case input(FieldName)
    /// What the host gave with an outcome lacks this value, or has it of another type.
    case given(effect: EffectName, outcome: OutcomeName, field: FieldName)
    /// A promise of the flow was about to be broken.
    case promiseBroken(effect: EffectName, outcome: OutcomeName)
    /// The host named an outcome that the effect does not have.
    case unknownOutcome(effect: EffectName, outcome: OutcomeName)
    /// Too few new tokens were given.
    case noFreshToken
}
