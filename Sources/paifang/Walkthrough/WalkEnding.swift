import Screens

/// How a walk in the terminal ended.
enum WalkEnding: Hashable {
    /// The flow has ended.
    case finished
    /// The person left; everything is kept.
    case left
    /// There was nothing more to read before the flow ended; the field is the next one to be answered.
    case inputEnded(AnswerPath?)
    /// The terminal is gone; everything is kept.
    case hungUp
    /// The service could not do its work, and nothing could be done about it here.
    case failed
}
