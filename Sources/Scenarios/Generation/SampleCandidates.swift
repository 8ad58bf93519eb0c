import Documents
import Expressions
import Flows
import Uploads

/// Values that may suit a field, the likeliest first; the machine says which do.
///
/// What conditions compare a field with is where their truth changes, so the values they name, and those
/// just beside, are among the candidates.
struct SampleCandidates {
    let definition: FlowDefinition
    private let rules: FieldRules
    /// By slot: what the conditions name that read it.
    private let named: [[ExpressionValue]]
    /// By slot: the slots that a condition compares it with, perhaps.
    private let beside: [Set<Int>]

    init(_ machine: FlowMachine) {
        definition = machine.definition
        rules = machine.rules
        var named = definition.fields.map { _ in [ExpressionValue]() }
        var beside = definition.fields.map { _ in Set<Int>() }
        let note = { (condition: Condition, own: Int?) in
            let read = condition.expression.reads.filter { $0 < named.count }
            for slot in read.union([own].compactMap(\.self)) {
                named[slot] += condition.expression.constants
                beside[slot].formUnion(read.subtracting([slot]))
            }
        }
        for condition in definition.steps.flatMap(\.conditions) { note(condition, nil) }
        for (slot, field) in definition.fields.enumerated() {
            for rule in field.rules { note(rule.condition, slot) }
            for condition in field.optionConditions { note(condition, nil) }
        }
        self.named = named
        self.beside = beside
    }

    /// Candidates for a field, each value once; before a walk has begun there is no state.
    func candidates(for slot: Int, in state: FlowState?, now: Int64) -> [Sample] {
        let field = definition.fields[slot]
        var samples = candidates(for: field, named: named[slot], record: 0, state, now)
        for other in beside[slot].sorted() {
            guard let value = state?.fields[other] else { continue }
            samples += Sample.like(value, for: field.type)
        }
        return samples.unique
    }

    private func candidates(
        for field: FieldDefinition,
        named: [ExpressionValue],
        record: Int,
        _ state: FlowState?,
        _ now: Int64
    ) -> [Sample] {
        switch field.type {
        case .text, .name:
            return SampleTexts(named: named, length: field.length).plain(field.type)
        case .email: return SampleTexts(named: named, length: field.length).emails
        case .phone(let line, _):
            return SampleTexts(named: named, length: field.length).phones(line)
        case .country:
            let codes = named.texts.filter { $0.utf8.count == 2 && $0 == $0.uppercased() }
            return (["CZ", "RU", "CN", "ID", "GB", "US", "DE"] + codes).map(Sample.text)
        case .postcode: return ["10001", "101000"].map(Sample.text)
        case .document: return [.text("AB1234567")]
        case .choice(let options):
            // Another option in each record, since records mostly have to differ.
            let turned = options.indices.map { options[($0 + record) % options.count] }
            return turned.map { .text($0.value) }
        case .date: return SampleNumbers(named: named).dates(now: now)
        case .bool:
            let first = field.defaultValue == .bool(true)
            return [first, !first].map { Sample(value: .bool($0), written: .bool($0)) }
        case .integer(let minimum, let maximum):
            return SampleNumbers(named: named).integers(within: minimum...max(minimum, maximum))
        case .money(let currency, let minimum, let maximum):
            return SampleNumbers(named: named)
                .amounts(in: currency, within: minimum...max(minimum, maximum))
        case .list(let inner, let count): return lists(of: inner, count: count, state, now)
        case .consent(let document):
            let consent = Consent(
                document: document,
                version: 1,
                at: now,
                locale: state?.locale ?? "en"
            )
            return [Sample(value: .consent(consent), written: true)]
        case .captcha, .secret(.check, _): return [.proof]
        case .code: return hasArrived(codeOf: field, state) ? [.code] : []
        case .secret(.new, _), .secret(.relay, _):
            let taken = rivals(of: field, state)
            return SampleTexts(named: named, length: field.length).secrets.filter {
                isSecret($0, for: field, in: state, now: now)
            }.map(Sample.secret).filter { !taken.contains($0.value) }
        case .file(let bounds):
            let words = Array(
                repeating: bounds.formats.first?.rawValue ?? "",
                count: bounds.atLeast
            )
            let value = try? SampleFile.value(words, within: bounds)
            return value.map {
                [Sample(value: $0, written: .string(words.joined(separator: " ")))]
            } ?? []
        }
    }

    /// Whether a code has gone out that can still be typed.
    private func hasArrived(codeOf field: FieldDefinition, _ state: FlowState?) -> Bool {
        guard let state else { return true }
        return state.links.contains {
            $0.status == .open && $0.step == state.step && $0.event.text == field.name.text
        }
    }

    /// What was answered for the secrets that one must be unlike.
    private func rivals(of field: FieldDefinition, _ state: FlowState?) -> [FieldValue] {
        guard let state,
            let slot = definition.fields.firstIndex(where: { $0.name == field.name })
        else { return [] }
        return definition.fields[slot].unlike.compactMap { state.fields[$0] }
    }

    /// Whether a text keeps the rules of a secret, which are run before it is sealed.
    private func isSecret(
        _ text: String,
        for field: FieldDefinition,
        in state: FlowState?,
        now: Int64
    ) -> Bool {
        guard let state else { return true }
        // A rule that can't be evaluated stops the walk when it is met; it is no reason to look further.
        let problems = try? rules.problems(withSecret: text, of: field, state: state, now: now)
        return problems?.isEmpty ?? true
    }

    /// Full lists: each part takes its candidates in turn, the records differing as far as they can.
    private func lists(
        of inner: [FieldDefinition],
        count: Int,
        _ state: FlowState?,
        _ now: Int64
    ) -> [Sample] {
        let parts = (0..<max(1, count)).map { record in
            inner.map { part in
                let named = part.rules.flatMap(\.condition.expression.constants)
                return candidates(for: part, named: named, record: record, state, now)
            }
        }
        guard parts.joined().allSatisfy({ !$0.isEmpty }) else { return [] }
        let tries = min(parts.joined().map(\.count).max() ?? 1, Self.listTries)
        return (0..<tries).flatMap { index in
            // The options of a choice differ already: they are left so, and once made the same.
            [(false, false), (true, false), (true, true)].map { differing, turning in
                let items = parts.enumerated().map { record, parts in
                    zip(inner, parts).map { part, samples in
                        guard part.isChoice else {
                            let place = differing ? index + record : index
                            return samples[min(place, samples.count - 1)]
                        }
                        // Each record has the options turned once more.
                        let place = turning ? index + record * (samples.count - 1) : index
                        return samples[place % samples.count]
                    }
                }
                return Sample(
                    value: .list(items.map { $0.map(\.value) }),
                    written: .array(
                        items.map { item in
                            .object(
                                zip(inner, item).map { .init($0.name.text, $1.written) }
                            )
                        }
                    )
                )
            }
        }
    }

    private static let listTries = 12
}

extension FieldDefinition {
    fileprivate var isChoice: Bool {
        if case .choice = type { true } else { false }
    }
}

extension Sample {
    /// A value of another field, and those just beside, as answers to one of this type.
    fileprivate static func like(_ value: FieldValue, for type: FieldType) -> [Sample] {
        switch (value, type) {
        case (.text(let text), .text), (.text(let text), .name), (.text(let text), .email),
            (.text(let text), .phone), (.text(let text), .country), (.text(let text), .choice):
            return [.text(text)]
        case (.integer(let number), .integer(let minimum, let maximum)):
            return SampleNumbers(named: [.int(number)])
                .integers(within: minimum...max(minimum, maximum))
        case (.money(let money), .money(let currency, let minimum, let maximum)):
            return SampleNumbers(named: [.money(money)])
                .amounts(in: currency, within: minimum...max(minimum, maximum))
        case (.date(let day), .date):
            let moment = ExpressionTimestamp(milliseconds: day)
            return SampleNumbers(named: [.timestamp(moment)]).dates(now: day)
        default: return []
        }
    }
}

extension [Sample] {
    /// Each value once, in order.
    var unique: [Sample] {
        var seen: Set<FieldValue> = []
        return filter { seen.insert($0.value).inserted }
    }
}

extension [ExpressionValue] {
    /// The texts among the values, those in lists included.
    var texts: [String] {
        flatMap { value -> [String] in
            switch value {
            case .string(let text): [text]
            case .list(let items): items.texts
            case .null, .bool, .int, .double, .timestamp, .duration, .money, .map, .record: []
            }
        }
    }
}
