import Flows
import Screens

/// Something on a screen that can be chosen.
enum WalkRow: Hashable {
    /// A field that is asked.
    case field(AnswerPath)
    /// An answer in a review.
    case answer(AnswerPath)
    /// Going on from a form or a review.
    case proceed
    /// Following the link of the last letter.
    case openLink
    /// Giving a link by pasting it.
    case pasteLink
    /// Reading the whole letter.
    case readLetter
    /// A button of the step.
    case button(EventName)
}
