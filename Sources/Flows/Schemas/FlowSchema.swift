public import Documents

/// The kinds of files under `flows/`, each with a JSON schema for editors.
///
/// The keys are those of the reader's own tables, so that a schema is never behind it; what a value may
/// look like is said here. A schema can't tell which names exist: `paifang check` does.
public enum FlowSchema: String, Sendable, CaseIterable {
    /// A flow.
    case flow
    /// The fields file.
    case fields
    /// The effects file.
    case effects

    /// The schema (JSON Schema draft-07, which editors of YAML know).
    public var json: JSONValue {
        var members = [
            JSONValue.Member("$schema", "http://json-schema.org/draft-07/schema#"),
            JSONValue.Member("title", .string(title)),
        ]
        if case .object(let root) = root { members += root }
        members.append(.init("definitions", .object(definitions)))
        return .object(members)
    }

    private var title: String {
        switch self {
        case .flow: "Paifang: a flow"
        case .fields: "Paifang: the fields of an account"
        case .effects: "Paifang: what the host provides"
        }
    }

    private var root: JSONValue {
        switch self {
        case .flow: FlowShapes.flow
        case .fields: FlowShapes.fieldsFile
        case .effects: FlowShapes.effectsFile
        }
    }

    /// The definitions that the schema refers to.
    private var definitions: [JSONValue.Member] {
        switch self {
        case .flow:
            [
                .init("declared", FieldShapes.declaration(at: .flow)),
                .init("given", FieldShapes.declaration(at: .input)),
                .init("added", FieldShapes.addition),
                .init("record", FieldShapes.declaration(at: .record)),
                .init("step", FlowShapes.step),
                .init("route", FlowShapes.route),
            ]
        case .fields:
            [
                .init("declared", FieldShapes.declaration(at: .account)),
                .init("record", FieldShapes.declaration(at: .record)),
            ]
        case .effects: [.init("given", FieldShapes.declaration(at: .given))]
        }
    }
}
