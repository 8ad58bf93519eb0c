public import Documents

/// Something the host does for a flow, with all the ways in which that may end.
public struct EffectDefinition: Sendable {
    /// Its name.
    public var name: EffectName
    /// The slots it needs; all are set when it is called.
    public var needs: [Int]
    /// The slots it also gets where they are set.
    public var mayUse: [Int]
    /// What it writes to the account, in file order.
    public var writes: [AccountWrite] = []
    /// Whether all other sessions of the account end when it succeeds.
    public var endsSessions = false
    /// Whether it gives the account that it finds by a phone.
    package var opensByPhone = false
    /// The ways it may end, `unavailable` last.
    public var outcomes: [OutcomeDefinition]
    /// Whether it is never called again in a walk once it has succeeded.
    public var isOncePerFlow: Bool
    /// The name under which the service is configured that is asked over HTTP; `nil` where the host is not a webhook.
    public var webhook: String?
    /// Where its name stands.
    public var range: SourceRange

    /// Makes an effect.
    public init(
        name: EffectName,
        needs: [Int],
        mayUse: [Int],
        outcomes: [OutcomeDefinition],
        isOncePerFlow: Bool,
        webhook: String? = nil,
        range: SourceRange
    ) {
        self.name = name
        self.needs = needs
        self.mayUse = mayUse
        self.outcomes = outcomes
        self.isOncePerFlow = isOncePerFlow
        self.webhook = webhook
        self.range = range
    }

    /// Whether an outcome gives an account: its name and its fields.
    package func givesAccount(in fields: [FieldDefinition]) -> Bool {
        outcomes.contains { $0.gives.contains { fields[$0].name == FieldName.accountID } }
    }

    /// How it ends where nothing is said: well, or else as the first that is named.
    public var usualOutcome: OutcomeDefinition {
        outcomes.first(where: \.isSuccess) ?? outcomes.first
            ?? OutcomeDefinition(name: OutcomeDefinition.unavailable)
    }
}

/// A field of an account that an effect writes.
public struct AccountWrite: Sendable {
    /// Where the value comes from.
    public enum Source: Sendable, Hashable {
        /// The flow's field, by its slot.
        case slot(Int)
        /// Always the same.
        case constant(FieldValue)
    }

    /// The account's field.
    public var field: FieldName
    /// Where its value comes from.
    public var source: Source

    /// Makes a write.
    public init(field: FieldName, source: Source) {
        self.field = field
        self.source = source
    }
}

/// One way in which an effect may end.
public struct OutcomeDefinition: Sendable {
    /// The outcome that every effect has: the host could not be reached.
    public static let unavailable: OutcomeName = "unavailable"

    /// Its name.
    public var name: OutcomeName
    /// The slots whose values it gives.
    public var gives: [Int]
    /// Whether what was asked has been done, which fixes fields that are set once.
    public var isSuccess: Bool

    /// Makes an outcome.
    public init(name: OutcomeName, gives: [Int] = [], isSuccess: Bool = false) {
        self.name = name
        self.gives = gives
        self.isSuccess = isSuccess
    }
}
