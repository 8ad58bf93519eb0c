import Answers
import Documents
import Flows
import Localization

/// Everything of one flow that scenarios can meet, with where to find each.
struct CoverageMap: Sendable {
    /// A way out of a step.
    struct EdgeKey: Hashable {
        let from: Int
        let way: Passage.Way
    }

    /// Which way a condition goes, by the place of its text.
    struct ConditionKey: Hashable {
        let range: SourceRange
        let isHeld: Bool
    }

    private(set) var items: [CoverageItem] = []
    private(set) var edges: [EdgeKey: [Int]] = [:]
    /// Every way, as pictures name it.
    private(set) var ways: [CoverageWay] = []
    /// The indices of ways.
    private(set) var wayIndices: [EdgeKey: Int] = [:]
    private(set) var conditions: [ConditionKey: Int] = [:]
    /// Rules by the place of their names: kept, broken.
    private(set) var rules: [ConditionKey: Int] = [:]
    private(set) var errors: [MessageKey: Int] = [:]
    /// Every message that the flow can show, as the source language has it.
    private(set) var messages: Set<MessageKey> = []
    /// The slots of countries, and of all answers that choose between few things.
    let countrySlots: [Int]
    let choiceSlots: [Int]
    /// By step: the choices with conditions that it asks.
    let stepCount: Int

    init(_ flow: FlowDefinition, among names: Set<FlowName>, catalogs: Catalogs) {
        countrySlots = flow.fields.indices.filter {
            if case .country = flow.fields[$0].type { true } else { false }
        }
        choiceSlots = flow.fields.indices.filter {
            switch flow.fields[$0].type {
            case .country, .choice, .bool: true
            case .text, .name, .email, .phone, .date, .postcode, .document, .integer, .money,
                .list, .file, .captcha, .consent, .code, .secret:
                false
            }
        }
        stepCount = flow.steps.count
        for step in flow.steps { add(.step, step.name.text, step.range) }
        for (index, step) in flow.steps.enumerated() { addWays(of: step, at: index, in: flow) }
        if let expiry = flow.expiry {
            let item = add(
                .timer,
                "expires -> \(flow.steps[expiry.target].name)",
                flow.range
            )
            let way = CoverageWay(
                from: nil,
                event: "expires",
                branch: nil,
                to: flow.steps[expiry.target].name.text
            )
            ways.append(way)
            for index in flow.steps.indices {
                let key = EdgeKey(from: index, way: .expiry)
                edges[key, default: []].append(item)
                wayIndices[key] = ways.count - 1
            }
        }
        for field in flow.fields where field.origin == .asked { addRules(of: field, in: nil) }
        addMessages(of: flow, among: names, catalogs)
    }

    @discardableResult
    private mutating func add(
        _ kind: CoverageItem.Kind,
        _ name: String,
        _ range: SourceRange
    ) -> Int {
        items.append(CoverageItem(kind: kind, name: name, range: range))
        return items.count - 1
    }

    // MARK: - Ways

    private mutating func addWays(of step: StepDefinition, at index: Int, in flow: FlowDefinition) {
        let target = { (target: Route.Target) in
            switch target {
            case .stay: "stay"
            case .step(let index): flow.steps[index].name.text
            }
        }
        if let next = step.next { add(next, of: step, nil, at: index, target) }
        for event in step.events {
            add(event.route, of: step, event.name.text, at: index, target)
            if let condition = event.condition {
                add(condition, "\(step.name) \(event.name)")
            }
        }
        for (number, timer) in step.timers.enumerated() {
            let name = "\(step.name) after -> \(flow.steps[timer.target].name)"
            let item = add(.timer, name, timer.range)
            // The step is left by its shortest timer; a longer one can never run out.
            let key = number == 0 ? EdgeKey(from: index, way: .timer) : nil
            if let key { edges[key, default: []] = [item] }
            add("after", from: step, to: flow.steps[timer.target].name.text, key)
        }
        if let attempts = step.attempts {
            let name = "\(step.name) attempts -> \(flow.steps[attempts.target].name)"
            let item = add(.edge, name, step.range)
            let key = EdgeKey(from: index, way: .attempts)
            edges[key, default: []].append(item)
            add("attempts", from: step, to: flow.steps[attempts.target].name.text, key)
        }
        for send in step.sends {
            if let condition = send.condition { add(condition, "\(send.fullName) if") }
            if let exception = send.exception { add(exception, "\(send.fullName) unless") }
        }
    }

    private mutating func add(
        _ route: Route,
        of step: StepDefinition,
        _ event: String?,
        at index: Int,
        _ name: (Route.Target) -> String
    ) {
        let prefix = "\(step.name)\(event.map { " \($0)" } ?? "")"
        for (branch, target) in route.targets.enumerated() {
            let condition = route.branches.indices.contains(branch) ? route.branches[branch] : nil
            let item = add(
                .edge,
                "\(prefix) -> \(name(target))",
                condition?.condition.range ?? route.range
            )
            let key = EdgeKey(from: index, way: .route(route.range, branch: branch))
            edges[key, default: []].append(item)
            add(
                event ?? "next",
                branch: route.branches.isEmpty ? nil : branch,
                from: step,
                to: target == .stay ? step.name.text : name(target),
                key
            )
            if let condition { add(condition.condition, "\(prefix) -> \(name(target))") }
        }
        // A branch that is taken tells of its own condition and of all before it.
        for branch in 0...route.branches.count {
            let key = EdgeKey(from: index, way: .route(route.range, branch: branch))
            for (number, other) in route.branches.enumerated() where number <= branch {
                let condition = ConditionKey(
                    range: other.condition.range,
                    isHeld: number == branch
                )
                if let item = conditions[condition] { edges[key, default: []].append(item) }
            }
        }
    }

    private mutating func add(
        _ event: String,
        branch: Int? = nil,
        from step: StepDefinition,
        to target: String,
        _ key: EdgeKey?
    ) {
        ways.append(
            CoverageWay(from: step.name.text, event: event, branch: branch, to: target)
        )
        if let key { wayIndices[key] = ways.count - 1 }
    }

    private mutating func add(_ condition: Condition, _ name: String) {
        for isHeld in [true, false] {
            conditions[ConditionKey(range: condition.range, isHeld: isHeld)] = add(
                .branch,
                "\(name): \(isHeld ? "holds" : "does not hold")",
                condition.range
            )
        }
    }

    // MARK: - Fields

    private mutating func addRules(of field: FieldDefinition, in list: FieldDefinition?) {
        let path = (list.map { "\($0.name)." } ?? "") + field.name.text
        for rule in field.rules {
            for isHeld in [true, false] {
                rules[ConditionKey(range: rule.range, isHeld: isHeld)] = add(
                    .rule,
                    "\(path) \(rule.name): \(isHeld ? "kept" : "broken")",
                    rule.range
                )
            }
        }
        if case .choice(let options) = field.type {
            for option in options {
                if let condition = option.condition { add(condition, "\(path) \(option.value)") }
            }
        }
        if case .list(let parts, _) = field.type {
            for part in parts { addRules(of: part, in: field) }
        }
    }

    // MARK: - Messages

    private mutating func addMessages(
        of flow: FlowDefinition,
        among names: Set<FlowName>,
        _ catalogs: Catalogs
    ) {
        let demands = MessageDemands.of(flow, among: names)
        let required = demands.required.map { (text: $0, isRequired: true) }
        let allowed = demands.allowed.map { (text: $0, isRequired: false) }
        for (text, isRequired) in required + allowed {
            let keys = text.keys.map { MessageKey($0) }
            guard let key = keys.first(where: { catalogs.has($0, in: catalogs.source) }) else {
                continue
            }
            messages.insert(key)
            guard Self.isError(key), isRequired || key.rawValue.hasSuffix(".missing") else {
                continue
            }
            addError(key, text.range)
        }
        let types = Set(flow.fields.filter { $0.origin == .asked }.flatMap(Self.types))
        for (key, _) in AnswerMessages.demanded {
            let parts = key.split(separator: ".")
            guard parts.count == 3, parts[0] == "error", types.contains(String(parts[1])) else {
                continue
            }
            let message = MessageKey(key)
            guard let place = catalogs[catalogs.source]?.place(of: message) else { continue }
            messages.insert(message)
            addError(message, place)
        }
    }

    private mutating func addError(_ key: MessageKey, _ range: SourceRange) {
        guard errors[key] == nil else { return }
        errors[key] = add(.error, key.rawValue, range)
    }

    private static func isError(_ key: MessageKey) -> Bool {
        let parts = key.rawValue.split(separator: ".")
        return parts.first == "refused" || parts.dropLast().contains("error")
    }

    private static func types(of field: FieldDefinition) -> [String] {
        guard case .list(let parts, _) = field.type else { return [field.type.keyword] }
        return parts.flatMap(types)
    }
}
