public import Sessions

/// Sends letters one way and short messages another.
public struct ChannelTransport: LetterTransport {
    private let letters: any LetterTransport
    private let shortMessages: any LetterTransport

    /// Takes what delivers letters, and what delivers short messages.
    public init(letters: any LetterTransport, shortMessages: any LetterTransport) {
        self.letters = letters
        self.shortMessages = shortMessages
    }

    /// Delivers by what is there for such a letter.
    public func deliver(_ letter: Letter) throws(DeliveryFailure) {
        try transport(of: letter).deliver(letter)
    }

    /// Where a delivered letter can be found.
    public func place(of letter: Letter) -> String? { transport(of: letter).place(of: letter) }

    private func transport(of letter: Letter) -> any LetterTransport {
        letter.isShortMessage ? shortMessages : letters
    }
}
