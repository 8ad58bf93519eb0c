/// What a field holds, with what belongs to that type alone.
public indirect enum FieldType: Sendable {
    /// Any words.
    case text
    /// A part of a person's name.
    case name
    /// A mail address.
    case email
    /// A phone number in international form; the kind of line is only ever warned about.
    ///
    /// It has the calling code of the country that another field names (its slot), where there is one.
    case phone(PhoneLine?, country: Int? = nil)
    /// A calendar date.
    case date
    /// A country, ISO 3166-1 alpha-2.
    case country
    /// A postal code of the country that another field names (its slot).
    case postcode(country: Int)
    /// A document's number, by the country and the kind that other fields name (their slots).
    case document(country: Int, kind: Int)
    /// One of several options.
    case choice([ChoiceOption])
    /// Yes or no.
    case bool
    /// A whole number within bounds.
    case integer(minimum: Int64, maximum: Int64)
    /// An amount in one currency, bounds in ten-thousandths.
    case money(currency: String, minimum: Int64, maximum: Int64)
    /// A number of records.
    case list(of: [FieldDefinition], count: Int)
    /// Uploaded files, one or several.
    case file(FileBounds)
    /// A proof that no robot is asking.
    case captcha
    /// The acceptance of a document, by the document's name.
    case consent(document: String)
    /// A code that was sent, by its number of digits.
    case code(digits: Int)
    /// Something nobody may read.
    case secret(SecretUse, isRepeated: Bool)

    /// Whether it is a code that was sent.
    var isCode: Bool { if case .code = self { true } else { false } }

    /// The type's name in flow files.
    public var keyword: String {
        switch self {
        case .text: "text"
        case .name: "name"
        case .email: "email"
        case .phone: "phone"
        case .date: "date"
        case .country: "country"
        case .postcode: "postcode"
        case .document: "document"
        case .choice: "choice"
        case .bool: "bool"
        case .integer: "integer"
        case .money: "money"
        case .list: "list"
        case .file: "file"
        case .captcha: "captcha"
        case .consent: "consent"
        case .code: "code"
        case .secret: "secret"
        }
    }
}

/// What a phone number is expected to be.
public enum PhoneLine: String, Sendable, Hashable {
    case mobile, landline
}

/// What a secret is for.
public enum SecretUse: Sendable, Hashable {
    /// Sealed by the vault when it is given.
    case new
    /// Compared by the vault with what an account has; only right or wrong is known of it.
    case check(SecretCheck)
    /// Kept encrypted until the effect that needs it has ended.
    case relay
}

/// What a secret is compared with.
public struct SecretCheck: Sendable, Hashable {
    /// The account's field that holds the sealed secret.
    public var field: FieldName
    /// The slot that says whose account it is: an address.
    public var whose: Int
    /// Which record holds it, where the field is a list.
    public var record: Record?

    /// A record of a list, found by one of its fields.
    public struct Record: Sendable, Hashable {
        /// The place of the secret among the fields of the record.
        public var secret: Int
        /// The place of the field that tells the record from others.
        public var key: Int
        /// The slot with the value that it must have.
        public var slot: Int
    }

    /// Makes a check.
    public init(field: FieldName, whose: Int) {
        self.field = field
        self.whose = whose
    }
}

/// One option of a choice.
public struct ChoiceOption: Sendable {
    /// The value, which is the last part of the key of its words.
    public var value: String
    /// When it is offered; always, where there is none.
    public var condition: Condition?
    /// The named list it comes from, so that its words may be shared between fields.
    public var list: String?

    /// Makes an option.
    public init(value: String, condition: Condition? = nil, list: String? = nil) {
        self.value = value
        self.condition = condition
        self.list = list
    }
}
