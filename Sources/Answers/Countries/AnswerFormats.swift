public import Flows

/// Whether a stored postal code or document number still stands when the country has changed.
public struct AnswerFormats: FieldFormats {
    /// Makes the formats; they hold no state.
    public init() {}

    /// Whether the code is one of the country's, in the one form in which it is stored.
    public func isPostcode(_ code: String, of country: String) -> Bool {
        PostcodeFormat.normalized(code, country: country) == code
    }

    /// Whether the number is one of the country's for the kind, in the one form in which it is stored.
    public func isDocument(_ number: String, kind: String, of country: String) -> Bool {
        DocumentFormat.normalized(number, country: country, kind: kind)?.text == number
    }
}
