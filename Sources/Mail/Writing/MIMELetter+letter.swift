import Sessions

extension MIMELetter {
    /// Puts a letter into an envelope.
    ///
    /// The Message-ID is the letter's name at the domain of the sender, so a second delivery can be known as one.
    init(_ letter: Letter, sender: String) throws(LetterError) {
        let domain = sender.split(separator: "@").last ?? "paifang.invalid"
        try self.init(
            from: Mailbox(displayName: HarmlessText.line(letter.senderName), address: sender),
            to: Mailbox(address: letter.recipient),
            subject: HarmlessText.line(letter.subject),
            plainText: LetterText.text(of: letter),
            html: LetterPage.html(of: letter),
            language: letter.language,
            messageID: "\(letter.id)@\(domain)",
            date: letter.writtenAt
        )
    }
}
