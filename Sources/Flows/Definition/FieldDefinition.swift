public import Documents

/// One thing that is asked, given by whoever starts the flow, or given by an effect.
public struct FieldDefinition: Sendable {
    /// Where a field's value comes from.
    public enum Origin: Sendable, Hashable {
        /// The person, in a form step.
        case asked
        /// Whoever starts the flow.
        case input
        /// An outcome of an effect.
        case given
    }

    /// A help for writing a value in another way.
    public enum Suggestion: String, Sendable, Hashable {
        /// A Latin spelling beside what was typed.
        case latin
    }

    /// Its name.
    public var name: FieldName
    /// What it holds.
    public var type: FieldType
    /// Where its value comes from.
    public var origin: Origin
    /// Whether it may stay empty.
    public var isOptional = false
    /// The value of a field that is left as it is.
    public var defaultValue: FieldValue?
    /// The slot whose value already stands in the field when it is first asked.
    public var prefill: Int?
    /// The slot whose value can be taken over with one keystroke.
    public var offer: Int?
    /// The other spelling that is suggested.
    public var suggestion: Suggestion?
    /// Whether it is fixed once an effect that takes it has succeeded.
    public var isSetOnce = false
    /// Whether it is personal: encrypted at rest, masked in every report.
    public var isPersonal = false
    /// The bounds of a text's length, in Unicode scalars.
    public var length: LengthBounds
    /// What must hold, in file order; a rule's name is its error key.
    public var rules: [FieldRule] = []
    /// The slots of the secrets that a new secret must be unlike, whichever of the two names the other.
    public var unlike: [Int] = []
    /// Whether it was declared in the account's fields, so that its words may be shared between flows.
    public var isAccountField = false
    /// Where its name stands.
    public var range: SourceRange

    /// Makes a field without any of the optional parts.
    public init(
        name: FieldName,
        type: FieldType,
        origin: Origin,
        length: LengthBounds,
        range: SourceRange
    ) {
        self.name = name
        self.type = type
        self.origin = origin
        self.length = length
        self.range = range
    }

    /// Whether nobody may read it.
    package var isSecret: Bool {
        if case .secret = type { true } else { false }
    }

    /// Whether it is kept only until the effect that needs it has ended.
    package var isRelayed: Bool {
        if case .secret(.relay, _) = type { true } else { false }
    }

    /// What it is compared with; `nil` for everything but a secret with `use: check`.
    public var check: SecretCheck? {
        if case .secret(.check(let check), _) = type { check } else { nil }
    }
}

extension FieldName {
    /// What says which account somebody is signed in to.
    public static let accountID: FieldName = "account.id"

    /// What the names of an account's fields begin with where they are read.
    public static let accountPrefix = "account."

    /// What says whether an agreement of an account has changed since it was accepted.
    public static func change(of agreement: FieldName) -> FieldName {
        FieldName(agreement.text + "_changed")
    }
}

/// The least and the greatest length of a text, in Unicode scalars.
public struct LengthBounds: Sendable, Hashable {
    /// The least length.
    public var minimum: Int
    /// The greatest length.
    public var maximum: Int

    /// Makes bounds.
    public init(minimum: Int = 1, maximum: Int = 200) {
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// A condition that a field's value must meet.
public struct FieldRule: Sendable {
    /// The rule's name, which is the last part of its error message's key.
    public var name: String
    /// The condition; reads the field itself as `value`.
    public var condition: Condition
    /// Where the rule's name stands.
    public var range: SourceRange

    /// Makes a rule.
    public init(name: String, condition: Condition, range: SourceRange) {
        self.name = name
        self.condition = condition
        self.range = range
    }
}
