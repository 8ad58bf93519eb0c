public import Answers
public import Flows
import Localization
public import Screens

/// Shows what is stored as people write it: phone numbers in groups, mail domains in their own letters.
public struct WrittenForms: AnswerDisplay {
    private let phones: PhoneNumbers

    /// Makes the forms.
    public init(phones: PhoneNumbers) { self.phones = phones }

    public func shown(_ text: String, as type: FieldType) -> String {
        switch type {
        case .phone: phones.display(text)
        case .email: WrittenAddress.text(text)
        case .text, .name, .date, .country, .postcode, .document, .choice, .bool, .integer, .money,
            .list, .file, .captcha, .consent, .code, .secret:
            text
        }
    }
}
