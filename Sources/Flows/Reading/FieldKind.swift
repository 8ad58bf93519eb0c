import Expressions

/// The types of fields by the word that names them, with the keys each may have.
enum FieldKind: String, CaseIterable {
    case text, name, email, phone, date, country, postcode, document, choice, bool, integer, money
    case list, file, captcha, consent, code, secret

    /// Keys that every field may have.
    static let commonKeys = [
        "type", "optional", "default", "prefill", "offer", "suggest", "set", "privacy", "length",
        "rules",
    ]

    /// Keys that belong to this type alone.
    var ownKeys: [String] {
        switch self {
        case .text, .name, .email, .date, .country, .bool, .captcha: []
        case .phone: ["line", "country"]
        case .postcode: ["country"]
        case .document: ["country", "kind"]
        case .choice: ["of"]
        case .integer: ["min", "max"]
        case .money: ["currency", "min", "max"]
        case .list: ["of", "count"]
        case .file: ["files", "size", "formats"]
        case .consent: ["document"]
        case .code: ["digits"]
        case .secret: ["use", "check", "where", "repeat", "unlike"]
        }
    }

    /// Common keys that make no sense for this type.
    var refusedKeys: [String] {
        switch self {
        case .text, .name: []
        case .email, .phone, .postcode, .document: ["suggest"]
        case .date, .country, .choice, .bool, .integer, .money: ["suggest", "length"]
        case .list: ["suggest", "length", "default", "prefill", "offer"]
        case .file: ["suggest", "length", "default", "prefill", "offer", "rules", "set"]
        case .captcha, .consent, .code:
            ["suggest", "length", "default", "prefill", "offer", "rules", "optional", "set"]
        case .secret: ["suggest", "default", "prefill", "offer", "set"]
        }
    }

    /// Whether whoever starts a flow, or an effect, can give a value of this type.
    var canBeGiven: Bool {
        switch self {
        case .text, .name, .email, .phone, .date, .country, .choice, .bool, .integer, .money: true
        case .postcode, .document, .list, .file, .captcha, .consent, .code, .secret: false
        }
    }

    /// Whether a record of a list may have a field of this type.
    var canBeInRecord: Bool {
        switch self {
        case .text, .name, .email, .phone, .date, .country, .choice, .bool, .integer, .money,
            .secret:
            true
        case .postcode, .document, .list, .file, .captcha, .consent, .code: false
        }
    }

    /// The bounds of length where none are declared.
    var defaultLength: LengthBounds {
        switch self {
        case .name, .secret: LengthBounds(minimum: 1, maximum: 100)
        case .email: LengthBounds(minimum: 1, maximum: 254)
        case .text, .phone, .date, .country, .postcode, .document, .choice, .bool, .integer,
            .money, .list, .file, .captcha, .consent, .code:
            LengthBounds()
        }
    }

    /// The type in expressions of what is no list; `nil` for what can't be read.
    var expressionType: ExpressionType? {
        switch self {
        case .text, .name, .email, .phone, .country, .postcode, .document, .choice, .secret:
            .string
        case .bool: .bool
        case .integer: .int
        case .money: .money
        case .date: .timestamp
        case .consent: .record(["version": .int, "at": .timestamp, "locale": .string])
        case .list, .file, .captcha, .code: nil
        }
    }
}
