/// Why something sealed could not be opened.
public enum CipherFailure: Error, Hashable, Sendable {
    /// There are fewer bytes than anything sealed has.
    case tooShort
    /// The first byte names a format that this version does not know.
    case unknownFormat
    /// It was altered, belongs to another place, or was sealed with another key.
    case refused
}
