import Documents

/// Holds a file against a JSON schema: the part of draft-07 that the schemas here use.
///
/// A keyword that it does not know is a complaint, so that nothing passes because it is not looked at.
struct SchemaValidator {
    private let root: JSONValue
    private var complaints: [String] = []

    /// What is wrong with a file, as paths and keywords; nothing where it is valid.
    static func complaints(about node: DocumentNode, under schema: JSONValue) -> [String] {
        var validator = SchemaValidator(root: schema)
        validator.check(node, schema, at: "")
        return validator.complaints
    }

    private init(root: JSONValue) { self.root = root }

    private func isValid(_ node: DocumentNode, _ schema: JSONValue) -> Bool {
        var other = SchemaValidator(root: root)
        other.check(node, schema, at: "")
        return other.complaints.isEmpty
    }

    private mutating func check(_ node: DocumentNode, _ schema: JSONValue, at path: String) {
        for member in schema.members ?? [] {
            let value = member.value
            let isFine: Bool
            switch member.name {
            case "$schema", "title", "definitions", "then", "else": isFine = true
            case "$ref":
                let name = value.text?.split(separator: "/").last.map(String.init) ?? ""
                if let target = root["definitions"]?[name] {
                    check(node, target, at: path)
                    isFine = true
                } else {
                    isFine = false
                }
            case "type":
                let types = value.elements?.compactMap(\.text) ?? [value.text].compactMap(\.self)
                isFine = types.contains { node.jsonTypes.contains($0) }
            case "enum":
                isFine = node.text.map { value.elements?.contains(.string($0)) == true } ?? false
            case "const": isFine = node.text == value.text
            case "pattern": isFine = node.text.map { matches($0, value) } ?? true
            case "maxLength": isFine = node.text.map { $0.count <= value.integer ?? 0 } ?? true
            case "minimum":
                isFine = node.text.flatMap { Int($0) }.map { $0 >= value.integer ?? .max } ?? true
            case "maximum":
                isFine = node.text.flatMap { Int($0) }.map { $0 <= value.integer ?? .min } ?? true
            case "minProperties":
                isFine = node.entries.map { $0.count >= value.integer ?? .max } ?? true
            case "maxProperties":
                isFine = node.entries.map { $0.count <= value.integer ?? .min } ?? true
            case "required":
                let keys = value.elements?.compactMap(\.text) ?? []
                isFine = node.entries == nil || keys.allSatisfy { node[$0] != nil }
            case "propertyNames":
                isFine = (node.entries ?? []).allSatisfy { entry in
                    isValid(
                        DocumentNode(
                            .scalar(.init(text: entry.key, style: .plain)),
                            at: node.range
                        ),
                        value
                    )
                }
            case "properties":
                for entry in node.entries ?? [] {
                    if let inner = value[entry.key] {
                        check(entry.value, inner, at: "\(path).\(entry.key)")
                    }
                }
                isFine = true
            case "additionalProperties":
                let known = schema["properties"]?.members?.map(\.name) ?? []
                let others = (node.entries ?? []).filter { !known.contains($0.key) }
                if value == .bool(false) {
                    isFine = others.isEmpty
                } else {
                    for entry in others { check(entry.value, value, at: "\(path).\(entry.key)") }
                    isFine = true
                }
            case "items":
                for (index, item) in (node.items ?? []).enumerated() {
                    check(item, value, at: "\(path)[\(index)]")
                }
                isFine = true
            case "anyOf": isFine = (value.elements ?? []).contains { isValid(node, $0) }
            case "allOf":
                for part in value.elements ?? [] { check(node, part, at: path) }
                isFine = true
            case "if":
                let branch = schema[isValid(node, value) ? "then" : "else"]
                if let branch { check(node, branch, at: path) }
                isFine = true
            default: isFine = false
            }
            if !isFine { complaints.append("\(path): \(member.name)") }
        }
    }

    private func matches(_ text: String, _ pattern: JSONValue) -> Bool {
        guard let pattern = pattern.text, let expression = try? Regex(pattern) else { return false }
        return text.firstMatch(of: expression) != nil
    }
}

extension DocumentNode {
    /// What an editor takes a value for (YAML 1.2, core schema).
    fileprivate var jsonTypes: [String] {
        switch content {
        case .mapping: ["object"]
        case .sequence: ["array"]
        case .scalar(let scalar):
            if scalar.style != .plain {
                ["string"]
            } else if ["", "null", "~"].contains(scalar.text) {
                ["null"]
            } else if ["true", "false"].contains(scalar.text) {
                ["boolean"]
            } else if Int(scalar.text) != nil {
                ["integer", "number"]
            } else {
                Double(scalar.text) != nil ? ["number"] : ["string"]
            }
        }
    }
}

extension JSONValue {
    var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
    var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }
    var integer: Int? {
        guard case .integer(let integer) = self else { return nil }
        return integer
    }
    subscript(name: String) -> JSONValue? { members?.first { $0.name == name }?.value }
}
