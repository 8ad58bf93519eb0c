import Documents
import Expressions
import Flows
import Localization

/// What is so before a walk begins.
extension ScenarioReader {
    mutating func read(given node: DocumentNode, into given: inout Given) {
        guard let keys = findings.keys(of: node, .given) else { return }
        if let clock = keys["clock"], let word = findings.word(clock, "`clock`") {
            if let moment = ClockText.milliseconds(word.text) {
                given.clock = moment
            } else {
                findings.report(
                    "E39",
                    at: word.range,
                    "`\(word.text)` is no moment",
                    help: "write it as 2026-03-01T09:00:00Z"
                )
            }
        }
        if let locale = keys["locale"] { given.locale = language(locale) }
        if let zone = keys["zone"], let word = findings.word(zone, "`zone`") {
            if ClockText.isZone(word.text) {
                given.zone = word.text
            } else {
                findings.report(
                    "E39",
                    at: word.range,
                    "`\(word.text)` is no time zone",
                    help: TimeZones.nearest(to: word.text).map { "did you mean `\($0)`?" }
                        ?? "write an IANA name such as Europe/Prague"
                )
            }
        }
        if let input = keys["input"] {
            for entry in findings.entries(of: input, "`input`") ?? [] {
                guard known(entry, "an input of \(flow.name)", among: vocabulary.inputs, "E13"),
                    let word = findings.word(entry.value, "`\(entry.key)`")
                else { continue }
                given.input[FieldName(entry.key)] = ScenarioText(word.text, at: word.range)
            }
        }
        if let effects = keys["effects"] {
            for entry in findings.entries(of: effects, "`effects`") ?? [] {
                read(effect: entry, into: &given)
            }
        }
        if let place = keys["at"] {
            given.start = step(place).map { ($0, place.range) }
        }
    }

    var flow: FlowDefinition { vocabulary.flow }

    /// A step of the flow.
    mutating func step(_ node: DocumentNode) -> StepName? {
        guard let word = findings.word(node, "a step") else { return nil }
        guard vocabulary.steps.contains(word.text) else {
            findings.report(
                "E02",
                at: word.range,
                "\(flow.name) has no step `\(word.text)`",
                help: suggestion(for: word.text, among: vocabulary.steps)
            )
            return nil
        }
        return StepName(word.text)
    }

    /// A language of the project.
    mutating func language(_ node: DocumentNode) -> LanguageTag? {
        findings.choice(node, "a language", of: languages.map(\.rawValue)).map {
            LanguageTag($0.text)
        }
    }

    /// Whether a key is one of the names that can stand there; reports it otherwise.
    mutating func known(
        _ entry: DocumentNode.Entry,
        _ what: String,
        among names: [String],
        _ code: String = "E39"
    ) -> Bool {
        if names.contains(entry.key) { return true }
        findings.report(
            code,
            at: entry.keyRange,
            "`\(entry.key)` is not \(what)",
            help: suggestion(for: entry.key, among: names)
        )
        return false
    }

    private mutating func read(effect entry: DocumentNode.Entry, into given: inout Given) {
        let names = flow.effects.map(\.name.text)
        guard known(entry, "an effect that \(flow.name) calls", among: names, "E22"),
            let effect = flow.effect(EffectName(entry.key))
        else { return }
        let nodes = entry.value.items ?? [entry.value]
        if nodes.isEmpty {
            findings.report("E38", at: entry.value.range, "`\(entry.key)` has no outcome")
        }
        given.effects[effect.name] = nodes.compactMap { outcome($0, of: effect) }
    }

    /// An outcome by its name alone, or with what comes with it; `none` where nobody answers.
    private mutating func outcome(
        _ node: DocumentNode,
        of effect: EffectDefinition
    ) -> CannedOutcome? {
        let names = effect.outcomes.map(\.name.text) + ["none"]
        guard let entries = node.entries else {
            return findings.choice(node, "an outcome of `\(effect.name)`", of: names).map { word in
                let known = effect.outcomes.first { $0.name.text == word.text }
                return CannedOutcome(outcome: known?.name)
            }
        }
        guard let name = node["outcome"] else {
            findings.report("E38", at: node.range, "the key `outcome` is missing")
            return nil
        }
        guard let word = findings.choice(name, "an outcome of `\(effect.name)`", of: names) else {
            return nil
        }
        let outcome = effect.outcomes.first { $0.name.text == word.text }
        var canned = CannedOutcome(outcome: outcome?.name)
        let given = outcome?.gives.map { flow.fields[$0].name.text } ?? []
        for entry in entries where entry.key != "outcome" {
            if entry.key == "after", outcome != nil, !given.contains("after") {
                let word = findings.word(entry.value, "`after`")
                canned.after = word.flatMap { findings.duration($0) } ?? 0
                continue
            }
            guard known(entry, "given by `\(word.text)`", among: given, "E13"),
                let word = findings.word(entry.value, "`\(entry.key)`")
            else { continue }
            canned.gives[FieldName(entry.key)] = ScenarioText(word.text, at: word.range)
        }
        return canned
    }
}
