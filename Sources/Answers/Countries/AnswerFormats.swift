public import Flows

import Localization

/// What is known about stored answers: whether they still stand when the country has changed, and how
/// people write them.
public struct AnswerFormats: FieldFormats {
    /// Makes the formats; they hold no state.
    public init() {}

    /// Why the code is none of the country's, in the one form in which it is stored.
    public func problem(
        withPostcode code: String,
        of country: String
    ) -> FieldProblem.Reason? {
        guard PostcodeFormat.normalized(code, country: country) != code else { return nil }
        return PostcodeFormat.problem(country: country).reason
    }

    /// Why the phone number has not the calling code of the country.
    public func problem(withPhone number: String, of country: String) -> FieldProblem.Reason? {
        PhoneNumbers().problem(withNumber: number, of: country)?.reason
    }

    /// Why the number is none of the country's for the kind, in the one form in which it is stored.
    public func problem(
        withDocument number: String,
        kind: String,
        of country: String
    ) -> FieldProblem.Reason? {
        let normalized = DocumentFormat.normalized(number, country: country, kind: kind)
        guard normalized?.text != number else { return nil }
        return DocumentFormat.problem(country: country, kind: kind).reason
    }

    /// The digits that calls to a country begin with behind the plus; `nil` where it has none.
    public func callingCode(of country: String) -> String? {
        PhoneNumbers().callingCode(of: country)
    }

    /// How a stored text is written for people: phone numbers in groups, mail domains in their own script.
    public func shown(_ text: String, as type: FieldType) -> String {
        switch type {
        case .phone: return PhoneNumbers().display(text)
        case .email:
            guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")),
                let domain = InternationalDomain.unicode(String(text[text.index(after: at)...]))
            else { return text }
            return text[...at] + domain
        case .text, .name, .date, .country, .postcode, .document, .choice, .bool, .integer, .money,
            .list, .file, .captcha, .consent, .code, .secret:
            return text
        }
    }
}

extension AnswerReading {
    /// Why there is no value, where there is a problem.
    fileprivate var reason: FieldProblem.Reason? {
        guard case .problem(let reason, let arguments) = self else { return nil }
        return .type(reason: reason, arguments: arguments)
    }
}
