public import Flows

import Localization

/// What is known about stored answers: whether they still stand when the country has changed, and how
/// people write them.
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

    /// How a stored text is written for people: phone numbers in groups, mail domains in their own script.
    public func shown(_ text: String, as type: FieldType) -> String {
        switch type {
        case .phone: return PhoneNumbers().display(text)
        case .email:
            guard let at = text.lastIndex(of: "@"),
                let domain = InternationalDomain.unicode(String(text[at...].dropFirst()))
            else { return text }
            return text[...at] + domain
        case .text, .name, .date, .country, .postcode, .document, .choice, .bool, .integer, .money,
            .list, .file, .captcha, .consent, .code, .secret:
            return text
        }
    }
}
