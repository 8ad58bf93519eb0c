/// The message of a key as a language has it, found once and made into words again and again.
public struct FoundMessage: Sendable {
    /// The key that has words, or the first of those asked for where none has.
    public let key: MessageKey
    /// The language of the words.
    public let language: LanguageTag
    /// Whether it stands in for a missing translation.
    public let isFallback: Bool
    /// `nil` where there is no such message in any language.
    let program: MessageProgram?

    /// Makes the words.
    ///
    /// - Parameters:
    ///   - zone: The time zone in which moments are told, an IANA name.
    ///   - argument: Makes an argument when the message asks for it by name.
    /// - Returns: The words; `⟦key⟧` where there are none.
    public func words(
        zone: String = "UTC",
        argument: (String) -> MessageArgument? = { _ in nil }
    ) -> Words {
        Words(
            text: program?.format(zone: zone, argument: argument) ?? "⟦\(key.rawValue)⟧",
            language: language,
            isFallback: isFallback,
            isMissing: program == nil,
            key: key
        )
    }
}

extension Catalogs {
    /// The message of the first of several keys that the language has, else that the source language has.
    public func message(
        firstOf keys: [MessageKey],
        in language: LanguageTag
    ) -> FoundMessage {
        for candidate in language == source ? [source] : [language, source] {
            guard let catalog = self[candidate] else { continue }
            for key in keys {
                guard let program = catalog.program(for: key) else { continue }
                return FoundMessage(
                    key: key,
                    language: candidate,
                    isFallback: candidate != language,
                    program: program
                )
            }
        }
        return FoundMessage(
            key: keys.first ?? "",
            language: language,
            isFallback: true,
            program: nil
        )
    }
}
