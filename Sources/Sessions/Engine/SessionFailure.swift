public import Flows

/// Why the service could not do its work.
///
/// None of these is the person's doing, and none contains an answer.
public enum SessionFailure: Error, Sendable, Hashable {
    /// The store could not do its work.
    case store(StoreFailure)
    /// The walk can't go on, from now on.
    case machine(MachineFailure)
    /// The walk could not go on before.
    case stopped
    /// The account was changed so that nobody stays signed in.
    case signedOut
    /// There is no such session.
    case noSession
    /// There is no such flow.
    case noFlow(FlowName)
    /// The texts with which the session began are not kept any more.
    case noTexts
    /// What was stored can't be read: another key file, or damage.
    case damaged
    /// The vault could not do its work.
    case vault
}
