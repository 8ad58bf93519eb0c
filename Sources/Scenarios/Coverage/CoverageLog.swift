import Documents
import Flows
import Localization
import Screens

/// What was met of one flow.
struct CoverageLog {
    private let map: CoverageMap
    private var met: [Bool]
    /// How often each way of the map was gone.
    private(set) var ways: [Int]
    private var shown: [LanguageTag: Set<MessageKey>] = [:]

    init(_ map: CoverageMap) {
        self.map = map
        met = map.items.map { _ in false }
        ways = map.ways.map { _ in 0 }
    }

    /// Notes the ways that were gone.
    mutating func note(_ advance: Advance) {
        for passage in advance.passages {
            if let item = map.steps[passage.to] { met[item] = true }
            let key = CoverageMap.EdgeKey(from: passage.from, way: passage.way)
            for item in map.edges[key] ?? [] { met[item] = true }
            if let way = map.wayIndices[key] { ways[way] += 1 }
        }
        for verdict in advance.sendVerdicts { note(verdict.range, isHeld: verdict.isHeld) }
    }

    private mutating func note(_ condition: SourceRange, isHeld: Bool) {
        let key = CoverageMap.ConditionKey(range: condition, isHeld: isHeld)
        if let item = map.conditions[key] { met[item] = true }
    }

    private mutating func note(_ rule: FieldRule, isKept: Bool) {
        let key = CoverageMap.ConditionKey(range: rule.range, isHeld: isKept)
        if let item = map.rules[key] { met[item] = true }
    }

    /// Notes which rules were kept and which were broken.
    mutating func note(_ sheet: AnswerSheet, problems: [FieldProblem], in flow: FlowStage) {
        for problem in problems {
            guard case .rule(let name) = problem.reason,
                let field = flow.definition.field(problem.field)
            else { continue }
            if let rule = field.rule(name, at: problem.item) { note(rule, isKept: false) }
        }
        for (name, value) in sheet.values
        where !problems.contains(where: { $0.field == name }) {
            guard let field = flow.definition.field(name) else { continue }
            // A secret is judged by itself, before it is sealed.
            if case .sealed = value { continue }
            for rule in field.rules { note(rule, isKept: true) }
            guard case .list(let parts, _) = field.type else { continue }
            for part in parts where !part.isSecret {
                for rule in part.rules { note(rule, isKept: true) }
            }
        }
        for field in sheet.soundSecrets {
            for rule in field.rules { note(rule, isKept: true) }
        }
    }

    /// Notes what is on a screen: its messages, buttons with conditions, options with conditions.
    mutating func note(_ screen: Screen, in flow: FlowStage) {
        note(screen.allWords, in: screen.language)
        guard let step = flow.definition.step(screen.step) else { return }
        for event in step.events where event.source == .button {
            guard let condition = event.condition else { continue }
            note(condition.range, isHeld: screen.buttons.contains { $0.event == event.name })
        }
        guard screen.kind == .form else { return }
        for field in screen.fields where field.path.item == nil {
            guard case .choice(let offered) = field.control,
                case .choice(let options) = flow.definition.field(field.path.field)?.type
            else { continue }
            for option in options {
                guard let condition = option.condition else { continue }
                note(condition.range, isHeld: offered.contains { $0.raw == option.value })
            }
        }
    }

    /// Notes messages that were shown.
    mutating func note(_ words: [Words], in language: LanguageTag) {
        for words in words {
            guard let key = words.key, !words.isFallback, !words.isMissing else { continue }
            if map.messages.contains(key) { shown[language, default: []].insert(key) }
            if let item = map.errors[key] { met[item] = true }
        }
    }

    /// Notes ways that were gone elsewhere, by how often.
    mutating func note(ways: [Int]) {
        for (index, count) in ways.enumerated() { self.ways[index] += count }
    }

    /// Takes over what was met elsewhere.
    mutating func join(_ other: CoverageLog) {
        for (index, isMet) in other.met.enumerated() where isMet { met[index] = true }
        note(ways: other.ways)
        shown.merge(other.shown) { $0.union($1) }
    }

    /// The figures, for a flow walked in some languages.
    func figures(
        of flow: String,
        languages: [LanguageTag],
        catalogs: Catalogs
    ) -> FlowCoverage {
        let all = zip(map.items, met)
        let counts = CoverageItem.Kind.allCases.map { kind in
            let own = all.filter { $0.0.kind == kind }
            return (kind: kind, met: own.count { $0.1 }, all: own.count)
        }
        var missed: [(language: String, key: String, range: SourceRange)] = []
        for language in languages {
            let gone = map.messages(in: language).subtracting(shown[language] ?? [])
            for key in gone.sorted() {
                let place =
                    catalogs[language]?.place(of: key) ?? catalogs[catalogs.source]?.place(of: key)
                missed.append((language.rawValue, key.rawValue, place ?? .start(of: "locales")))
            }
        }
        return FlowCoverage(
            flow: flow,
            counts: counts,
            missed: all.filter { !$0.1 }.map(\.0),
            messages: languages.map {
                let all = map.messages(in: $0)
                return ($0.rawValue, all.intersection(shown[$0] ?? []).count, all.count)
            },
            missedMessages: missed,
            ways: zip(map.ways, self.ways).map { (way: $0.0, count: $0.1) }
        )
    }
}

extension FieldDefinition {
    /// The rule of a name: the field's own, or that of a part of its records.
    fileprivate func rule(_ name: String, at item: ItemPath?) -> FieldRule? {
        if let item, case .list(let parts, _) = type,
            let rule = parts.first(where: { $0.name == item.field })?.rules.first(where: {
                $0.name == name
            })
        {
            return rule
        }
        return rules.first { $0.name == name }
    }
}
