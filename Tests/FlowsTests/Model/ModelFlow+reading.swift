import Documents
import Expressions
import Foundation
import Testing
import YAML

/// Reads a flow for the model, straight from the tree and without the reader of the project.
///
/// What a file may hold is the business of that reader; here it is known to be right.
extension ModelFlow {
    init(flow: String, fields: String, effects: String) throws {
        let root = try Self.tree(flow)
        let account = try Self.tree(fields)
        let host = try Self.tree(effects)
        signals = Set(host["signals"]?.items?.compactMap(\.text) ?? [])
        for entry in host["effects"]?.entries ?? [] {
            self.effects[entry.key] = ModelEffect(entry.value)
        }
        if let expiry = root["expires"], let after = expiry["after"]?.text {
            expires = (Self.milliseconds(after), expiry["goto"]?.text ?? "")
        }
        if let open = root["open"] {
            opening = (
                open["from"]?.text.flatMap(Self.moment), open["until"]?.text.flatMap(Self.moment),
                open["notice"]?.text.map(Self.milliseconds), root["closed"]?.text ?? ""
            )
        }
        for entry in root["constants"]?.entries ?? [] {
            if let number = entry.value.text.flatMap({ Int64($0) }) {
                constants.append((entry.key, .int(number), .int))
            }
        }
        steps = (root["steps"]?.items ?? []).map { ModelStep($0) }
        for entry in root["input"]?.entries ?? [] {
            var field = ModelField(entry.key, entry.value, lists: nil)
            field.isInput = true
            self.fields.append(field)
        }
        for item in root["fields"]?.items ?? [] {
            self.fields += Self.listed(item, account)
        }
        let called = Set(steps.map(\.effect))
        for entry in host["effects"]?.entries ?? [] where called.contains(entry.key) {
            for outcome in entry.value["outcomes"]?.entries ?? [] {
                for given in outcome.value["gives"]?.entries ?? [] {
                    self.fields.append(ModelField(given.key, given.value, lists: nil))
                }
            }
        }
        try compileConditions()
    }

    static func tree(_ text: String) throws -> DocumentNode {
        try #require(YAMLReader.read(SourceText(path: "model.yaml", text: text)).root)
    }

    /// The fields of one item of `fields`.
    private static func listed(_ item: DocumentNode, _ account: DocumentNode) -> [ModelField] {
        let names = item.items?.compactMap(\.text) ?? (item.text.map { [$0] } ?? [])
        var fields = names.map { name in
            ModelField(name, account["fields"]?[name], lists: account["options"])
        }
        for entry in item.entries ?? [] {
            let base = account["fields"]?[entry.key]
            var field = ModelField(
                entry.key,
                base ?? entry.value,
                lists: account["options"]
            )
            if base != nil { field.add(entry.value, lists: account["options"]) }
            fields.append(field)
        }
        return fields
    }

    /// A moment such as `2026-03-01T09:00:00Z`, or a day, which begins at midnight in UTC.
    static func moment(_ text: String) -> Int64? {
        let whole = text.contains("T") ? text : text + "T00:00:00Z"
        return ISO8601DateFormatter().date(from: whole).map {
            Int64($0.timeIntervalSince1970) * 1_000
        }
    }

    /// A duration such as `1h30m`.
    static func milliseconds(_ text: String) -> Int64 {
        let units: [Character: Int64] = ["d": 86_400, "h": 3_600, "m": 60, "s": 1]
        var (sum, number): (Int64, Int64) = (0, 0)
        for character in text {
            if let digit = character.wholeNumberValue {
                number = number * 10 + Int64(digit)
            } else if let unit = units[character] {
                sum += number * unit * 1_000
                number = 0
            }
        }
        return sum
    }
}

extension ModelField {
    init(_ name: String, _ node: DocumentNode?, lists: DocumentNode?) {
        self.init(name: name)
        guard let node else { return }
        if let type = node.text { self.type = type }
        type = node["type"]?.text ?? type
        switch type {
        case "name": longest = 100
        case "email": longest = 254
        default: break
        }
        add(node, lists: lists)
    }

    /// What a declaration says, or adds to another.
    mutating func add(_ node: DocumentNode, lists: DocumentNode?) {
        if let text = node["optional"]?.text { isOptional = text == "true" }
        defaultText = node["default"]?.text ?? defaultText
        prefill = node["prefill"]?.text ?? prefill
        use = node["use"]?.text ?? use
        if node["set"]?.text == "once" { isSetOnce = true }
        shortest = node["length"]?["min"]?.text.flatMap { Int($0) } ?? shortest
        longest = node["length"]?["max"]?.text.flatMap { Int($0) } ?? longest
        least = node["min"]?.text.flatMap { Int64($0) } ?? least
        greatest = node["max"]?.text.flatMap { Int64($0) } ?? greatest
        country = node["country"]?.text ?? country
        documentKind = node["kind"]?.text ?? documentKind
        document = node["document"]?.text ?? document
        count = node["count"]?.text.flatMap { Int($0) } ?? count
        if type == "list" {
            inner += (node["of"]?.entries ?? []).map {
                ModelField($0.key, $0.value, lists: lists)
            }
        } else if let of = node["of"] {
            let list = of.text.flatMap { lists?[$0] } ?? of
            options = (list.items ?? []).flatMap { item in
                item.text.map { [($0, nil)] }
                    ?? (item.entries ?? []).map { ($0.key, $0.value.text) }
            }
        }
        rules += (node["rules"]?.entries ?? []).map { ($0.key, $0.value.text ?? "") }
    }
}

extension ModelEffect {
    init(_ node: DocumentNode) {
        takes =
            (node["needs"]?.items ?? []).compactMap(\.text)
            + (node["may_use"]?.items ?? []).compactMap(\.text)
        isOnce = node["once"]?.text == "flow"
        for entry in node["outcomes"]?.entries ?? [] {
            outcomes[entry.key] = (
                (entry.value["gives"]?.entries ?? []).map(\.key),
                entry.value["success"]?.text == "true"
            )
        }
    }
}

extension ModelStep {
    init(_ node: DocumentNode) {
        self.init(name: node["step"]?.text ?? "")
        isBarrier = node["back"]?.text == "never"
        next = Self.ways(node["next"])
        events = (node["events"]?.entries ?? []).map { entry in
            if let condition = entry.value["if"]?.text {
                let way = ModelBranch(target: entry.value["goto"]?.text ?? "")
                return ModelEventRule(name: entry.key, condition: condition, ways: [way])
            }
            return ModelEventRule(name: entry.key, ways: Self.ways(entry.value))
        }
        timers = (node["after"]?.entries ?? []).map {
            (ModelFlow.milliseconds($0.key), $0.value.text ?? "")
        }
        let sending = node["send"].map { $0.items ?? [$0] } ?? []
        sends = sending.map { ModelSend($0) }
        if let times = node["attempts"]?["times"]?.text.flatMap({ Int($0) }) {
            attempts = (times, node["attempts"]?["goto"]?.text ?? "")
            countsBeyondWalk = ["per", "apart", "within"].contains { node["attempts"]?[$0] != nil }
        }
        if let asked = node["ask"]?.items {
            kind = .form
            asks = asked.compactMap(\.text)
        } else if node["review"] != nil {
            kind = .review
        } else if let call = node["call"]?.text {
            kind = .call
            effect = call
        } else if let end = node["end"]?.text {
            kind = .end
            outcome = end
        } else if !next.isEmpty {
            kind = .branch
        }
    }

    private static func ways(_ node: DocumentNode?) -> [ModelBranch] {
        guard let node else { return [] }
        if let target = node.text { return [ModelBranch(target: target)] }
        return (node.items ?? []).map { item in
            ModelBranch(
                condition: item["if"]?.text,
                target: item["else"]?.text ?? item["goto"]?.text ?? ""
            )
        }
    }
}

extension ModelSend {
    init(_ node: DocumentNode) {
        letter = node["mail"]?.text ?? node["sms"]?.text ?? ""
        to = node["to"]?.text ?? (node["mail"] == nil ? "mobile" : "email")
        link = node["link"]?.text
        code = node["code"]?.text
        only = node["if"]?.text
        unless = node["unless"]?.text
        guard let node = node["limit"] else { return }
        var limit = ModelLimit()
        limit.times = node["times"]?.text.flatMap { Int($0) } ?? 0
        limit.apart = node["apart"]?.text.map(ModelFlow.milliseconds) ?? 0
        limit.within = node["within"]?.text.map(ModelFlow.milliseconds)
        if let per = node["per"] { limit.per = per.items?.compactMap(\.text) ?? [per.text ?? ""] }
        self.limit = limit
    }
}
