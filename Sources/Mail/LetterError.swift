/// Why a letter was not written.
public enum LetterError: Error, Hashable, Sendable {
    /// The parts of a letter's head.
    public enum Part: Hashable, Sendable {
        /// The name beside an address.
        case displayName
        /// An address.
        case address
        /// The subject.
        case subject
        /// The Message-ID.
        case messageID
        /// The language tag.
        case language
    }

    /// There is nothing where something has to be.
    case empty(Part)
    /// A line break or another control character is in it: an attempt to write more headers, or
    /// a mistake.
    case controlCharacter(Part)
    /// It is not written as the standard wants it.
    case malformed(Part)
    /// The moment is before 1970 or after 9999.
    case dateOutOfRange
}
