public import Flows

/// Why a store could not do its work.
public enum StoreFailure: Error, Sendable, Hashable {
    /// Somebody else has moved the session.
    case conflict
    /// Such a thing is there already.
    case duplicate
    /// A field that is set once would be changed.
    case setOnce(FieldName)
    /// The disk is full or can't be written.
    case disk(String)
    /// The file is no database of ours, or is damaged; says what was found.
    case unusable(String)
}
