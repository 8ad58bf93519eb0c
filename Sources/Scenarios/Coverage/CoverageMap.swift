import Answers
import Documents
import Flows
import Localization
import Screens

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
    /// The items of steps, by the index of the step.
    private(set) var steps: [Int: Int] = [:]
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
    /// Those of them that are read only where the order of dates is not settled.
    private var ambiguities: Set<MessageKey> = []
    /// The slots of all answers that choose between few things.
    let choiceSlots: [Int]
    /// By step: the conditions of its buttons and of the options that it asks.
    let variants: [[Condition]]

    init(_ flow: FlowDefinition, among names: Set<FlowName>, catalogs: Catalogs) {
        choiceSlots = flow.fields.indices.filter {
            switch flow.fields[$0].type {
            case .country, .choice, .bool: true
            case .text, .name, .email, .phone, .date, .postcode, .document, .integer, .money,
                .list, .file, .captcha, .consent, .code, .secret:
                false
            }
        }
        variants = flow.steps.map { step in
            step.events.filter { $0.source == .button }.compactMap(\.condition)
                + step.asked.flatMap { flow.fields[$0].optionConditions }
        }
        // A flow that is run may have steps that only its own `expires` leads to, which does not count there.
        // Signing in is walked by the scenarios of its own flow, once for all flows that begin with it.
        let met = (FlowMap(flow).ahead.first ?? []).subtracting(flow.signInSteps)
        for (index, step) in flow.steps.enumerated() where met.contains(index) {
            steps[index] = add(.step, step.name.text, step.range)
        }
        for (index, step) in flow.steps.enumerated() where met.contains(index) {
            addWays(of: step, at: index, in: flow)
        }
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

    /// Every message that the flow can show in a language.
    func messages(in language: LanguageTag) -> Set<MessageKey> {
        AnswerMessages.hasAmbiguousDates(in: language)
            ? messages : messages.subtracting(ambiguities)
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
        // The step is left by its shortest timer; a longer one can never run out.
        if let timer = step.timers.first {
            let name = "\(step.name) after -> \(flow.steps[timer.target].name)"
            let key = EdgeKey(from: index, way: .timer)
            edges[key] = [add(.timer, name, timer.range)]
            add("after", from: step, to: flow.steps[timer.target].name.text, key)
        }
        for timer in step.timers.dropFirst() {
            add("after", from: step, to: flow.steps[timer.target].name.text, nil)
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
        let unseen = UnseenMessages(flow, among: names)
        for text in demands.required + demands.allowed where !unseen.contains(text) {
            guard let key = Self.shown(text.keys, catalogs) else { continue }
            messages.insert(key)
            if Self.isError(key) { addError(key, text.range) }
        }
        for field in flow.fields[flow.ownSlots] where field.origin == .asked {
            addProblems(of: field, at: field.name.text, in: flow, catalogs)
        }
    }

    /// The messages for what can be wrong with an answer, beside rules.
    private mutating func addProblems(
        of field: FieldDefinition,
        at path: String,
        in flow: FlowDefinition,
        _ catalogs: Catalogs
    ) {
        if case .list(let parts, _) = field.type {
            for part in parts {
                addProblems(of: part, at: "\(path).\(part.name)", in: flow, catalogs)
            }
            return
        }
        let isNeeded = !field.isOptional && field.defaultValue == nil
        for reason in field.typeReasons + (isNeeded ? ["missing"] : []) {
            let keys = ProblemKeys.keys(of: reason, at: path, type: field.type, in: flow)
            guard let key = Self.shown(keys, catalogs) else { continue }
            messages.insert(key)
            if case .date = field.type, reason == "ambiguous" { ambiguities.insert(key) }
            addError(key, catalogs[catalogs.source]?.place(of: key) ?? field.range)
        }
    }

    /// The first of some keys that has words.
    private static func shown(_ keys: [String], _ catalogs: Catalogs) -> MessageKey? {
        keys.lazy.map { MessageKey($0) }.first { catalogs.has($0, in: catalogs.source) }
    }

    private mutating func addError(_ key: MessageKey, _ range: SourceRange) {
        guard errors[key] == nil else { return }
        errors[key] = add(.error, key.rawValue, range)
    }

    private static func isError(_ key: MessageKey) -> Bool {
        let parts = key.rawValue.split(separator: ".")
        return parts.first == "refused" || parts.dropLast().contains("error")
    }
}
