public import Documents

/// A message that a flow needs, or can show, in every language.
public struct DemandedText: Sendable, Hashable {
    /// The keys that may hold it, in the order in which they are looked up.
    public let keys: [String]
    /// The arguments it may use, by name; another one is not certainly there.
    public let arguments: [DemandedArgument]
    /// The place in the flow's files that asks for it.
    public let range: SourceRange

    /// Makes a demand.
    public init(keys: [String], arguments: [DemandedArgument] = [], range: SourceRange) {
        self.keys = keys
        self.arguments = arguments.sorted { $0.name < $1.name }
        self.range = range
    }
}

/// A value that a message may use.
public struct DemandedArgument: Sendable, Hashable {
    /// What a value is.
    public enum Kind: String, Sendable, Hashable {
        case text, integer, number, date, time, money, choice, list
    }

    /// The name between the braces.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// The values of a choice, as a `select` names them; empty for any other kind.
    public let options: [String]

    /// Makes an argument.
    public init(name: String, kind: Kind, options: [String] = []) {
        self.name = name
        self.kind = kind
        self.options = options
    }
}
