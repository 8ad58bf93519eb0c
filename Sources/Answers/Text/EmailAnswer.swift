import Flows

/// Reads a mail address and notices a misspelt provider.
enum EmailAnswer {
    static func read(_ text: String) -> AnswerReading {
        let address: EmailAddress
        do {
            address = try EmailAddress(text)
        } catch .tooLong {
            return .problem("too_long", ["max": .integer(Int64(EmailAddress.maximumBytes))])
        } catch {
            return .problem(error.rawValue)
        }
        guard let provider = MailDomains.probable(for: address.domain) else {
            return .value(.text(address.text))
        }
        let note = AnswerNote(
            key: "note.email.typo",
            arguments: ["suggestion": .text("\(address.local)@\(provider)")]
        )
        return .value(.text(address.text), notes: [note])
    }
}
