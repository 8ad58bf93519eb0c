public import Flows
public import Secrets

/// What a host is asked to do for a flow.
public struct EffectCall: Sendable {
    /// The same call always has the same key, however often it is made: after a crash, or because its outcome
    /// came too late for the step that waited for it.
    public let key: String
    /// The session it comes from.
    public let session: SessionID
    /// What is asked.
    public let effect: EffectName
    /// The values of the fields that the effect needs or may use.
    public let values: [FieldName: FieldValue]
    /// What was typed into the fields among them with `use: relay`: for this call, and kept by nobody behind it.
    public let secrets: [FieldName: SecretBytes]
    /// The declarations of these fields, in the order of the effects file.
    public let takes: [FieldDefinition]
    /// The fields among them that are set once.
    public let setOnce: Set<FieldName>
    /// What is to be written to the account, by its fields.
    public let writes: [FieldName: FieldValue]
    /// Whether all other sessions of the account are to end.
    public let endsSessions: Bool
    /// The name of the webhook that provides it; `nil` where none does.
    public let webhook: String?
    /// All the ways in which it may end.
    public let endings: [EffectEnding]
    /// The language of the session, a BCP 47 tag.
    public let locale: String
    /// When, in milliseconds since 1970.
    public let now: Int64

    /// Makes a call.
    public init(
        key: String,
        session: SessionID,
        effect: EffectName,
        values: [FieldName: FieldValue],
        secrets: [FieldName: SecretBytes] = [:],
        takes: [FieldDefinition] = [],
        setOnce: Set<FieldName> = [],
        writes: [FieldName: FieldValue] = [:],
        endsSessions: Bool = false,
        webhook: String? = nil,
        endings: [EffectEnding],
        locale: String,
        now: Int64
    ) {
        self.key = key
        self.session = session
        self.effect = effect
        self.values = values
        self.secrets = secrets
        self.takes = takes
        self.setOnce = setOnce
        self.writes = writes
        self.endsSessions = endsSessions
        self.webhook = webhook
        self.endings = endings
        self.locale = locale
        self.now = now
    }
}

/// One way in which a call may end.
public struct EffectEnding: Sendable {
    /// The outcome's name.
    public let outcome: OutcomeName
    /// What comes with it.
    public let gives: [FieldDefinition]
    /// Whether a host that has nothing to say about it ends so.
    public let isUsual: Bool

    /// Makes an ending.
    public init(outcome: OutcomeName, gives: [FieldDefinition] = [], isUsual: Bool = false) {
        self.outcome = outcome
        self.gives = gives
        self.isUsual = isUsual
    }
}

/// How a call has ended.
public struct EffectResult: Sendable {
    /// The outcome's name.
    public let outcome: OutcomeName
    /// What it gives.
    public let gives: [FieldName: FieldValue]

    /// Makes a result.
    public init(_ outcome: OutcomeName, gives: [FieldName: FieldValue] = [:]) {
        self.outcome = outcome
        self.gives = gives
    }
}

/// Provides the effects that `effects.yaml` names.
public protocol EffectHost: Sendable {
    /// Does what is asked. The same call may come again, with the same key; what was done is then not done
    /// again, but ends in the same way.
    ///
    /// - Returns: How it ended; what can't be done now ends as `unavailable`.
    func perform(_ call: EffectCall) -> EffectResult
}
