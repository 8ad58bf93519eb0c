/// A key, or what was pasted.
enum Key: Hashable, Sendable {
    /// Characters that were typed, or that an input method made.
    case text(String)
    /// What was pasted: one line, without control characters.
    case paste(String)
    case enter, tab, backTab, escape
    case backspace, deleteForward, deleteWord
    case up, down, left, right
    case home, end, pageUp, pageDown
    case wordLeft, wordRight
    /// A function key by its number.
    case function(Int)
    /// A letter with Ctrl, in lower case.
    case control(Character)
    /// A character with Alt, or after Esc.
    case alternate(Character)
}
