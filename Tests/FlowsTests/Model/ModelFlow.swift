import Documents
import Expressions

@testable import Flows

/// A flow as the model reads it: from the tree of the file itself, everything by name.
struct ModelFlow {
    var steps: [ModelStep] = []
    /// Inputs, then what is asked, then what effects give.
    var fields: [ModelField] = []
    var effects: [String: ModelEffect] = [:]
    var signals: Set<String> = []
    var expires: (after: Int64, target: String)?
    /// When newcomers may begin, from when people are told of the end, and where newcomers begin otherwise.
    var opening: (from: Int64?, until: Int64?, notice: Int64?, closed: String)?
    var constants: [(name: String, value: ExpressionValue, type: ExpressionType)] = []
    /// Compiled conditions; evaluating them is what the model does not do itself.
    private(set) var conditions: [String: CompiledExpression] = [:]
    /// By field: the other fields by which its value is judged.
    private(set) var reads: [String: Set<String>] = [:]
    private var places: [String: Int] = [:]

    func step(_ name: String) -> ModelStep {
        places["step \(name)"].map { steps[$0] } ?? ModelStep(name: "no step \(name)")
    }

    func field(_ name: String) -> ModelField {
        places["field \(name)"].map { fields[$0] } ?? ModelField(name: "no field \(name)")
    }

    /// The step behind another in the file.
    func behind(_ name: String) -> String {
        guard let index = steps.firstIndex(where: { $0.name == name }), index + 1 < steps.count
        else { return "nothing" }
        return steps[index + 1].name
    }

    func condition(_ text: String, of field: String = "") -> CompiledExpression? {
        conditions[field + "|" + text]
    }

    /// Compiles what stands in rules, options, routes, events and sends.
    mutating func compileConditions() throws {
        for (place, step) in steps.enumerated() { places["step \(step.name)"] = place }
        for (place, field) in fields.enumerated() { places["field \(field.name)"] = place }
        let names = fields.map { ($0.name, $0.expressionType ?? .nothing) }
        for field in fields where field.type != "secret" {
            for rule in field.rules {
                let value = ("value", field.expressionType ?? .nothing)
                try compile(rule.text, of: field.name, names + [value])
            }
            for option in field.options { try compile(option.condition, names) }
        }
        for step in steps {
            for branch in step.next { try compile(branch.condition, names) }
            for event in step.events {
                try compile(event.condition, names)
                for branch in event.ways { try compile(branch.condition, names) }
            }
            for send in step.sends {
                try compile(send.only, names)
                try compile(send.unless, names)
            }
        }
        for field in fields { reads[field.name] = field.reads(self) }
    }

    private mutating func compile(
        _ text: String?,
        of field: String = "",
        _ names: [(name: String, type: ExpressionType)]
    ) throws {
        guard let text else { return }
        conditions[field + "|" + text] = try CompiledExpression.compile(
            text,
            scope: ExpressionScope(names: names, constants: constants),
            expecting: .bool
        )
    }
}

struct ModelStep {
    enum Kind { case form, review, call, waiting, branch, end }

    var name: String
    var kind = Kind.waiting
    var asks: [String] = []
    var effect = ""
    var outcome = ""
    var isBarrier = false
    var next: [ModelBranch] = []
    var events: [ModelEventRule] = []
    var timers: [(after: Int64, target: String)] = []
    var sends: [ModelSend] = []
    var attempts: (times: Int, target: String)?
    /// Whether wrong answers are counted beyond the walk, by who then says which is the last.
    var countsBeyondWalk = false

    func event(_ name: String) -> ModelEventRule? { events.first { $0.name == name } }
}

/// A way on; the last of a list has no condition.
struct ModelBranch {
    var condition: String?
    var target: String
}

struct ModelEventRule {
    var name: String
    /// When the button is there.
    var condition: String?
    var ways: [ModelBranch] = []
}

struct ModelSend {
    var letter: String
    var to: String
    var link: String?
    var code: String?
    var only: String?
    var unless: String?
    var limit: ModelLimit?

    /// What proves that it was read.
    var proof: String? { link ?? code }

    func isCode(to fields: Set<String>) -> Bool { code != nil && fields.contains(to) }
}

struct ModelLimit {
    var times = 0
    var apart: Int64 = 0
    var per = ["session"]
    var within: Int64?
}

struct ModelEffect {
    var takes: [String] = []
    var outcomes: [String: (gives: [String], isSuccess: Bool)] = ["unavailable": ([], false)]
    var isOnce = false
}

struct ModelField {
    var name: String
    var type = "text"
    var isOptional = false
    /// Whether its answer says only that something was proven.
    var isProof: Bool { type == "captcha" || type == "code" || isCheck }
    /// What a secret is for.
    var use = "new"
    var isCheck: Bool { type == "secret" && use == "check" }
    var isRelay: Bool { type == "secret" && use == "relay" }
    var defaultText: String?
    var prefill: String?
    var isSetOnce = false
    var isInput = false
    var shortest = 1
    var longest = 200
    var least: Int64 = .min
    var greatest: Int64 = .max
    var country = ""
    var documentKind = ""
    var document = ""
    var count = 0
    var inner: [ModelField] = []
    var options: [(value: String, condition: String?)] = []
    var rules: [(name: String, text: String)] = []

    var defaultValue: FieldValue? {
        guard let defaultText else { return nil }
        switch type {
        case "bool": return .bool(defaultText == "true")
        case "integer": return Int64(defaultText).map { .integer($0) }
        default: return .text(defaultText)
        }
    }

    /// The fields that a value of this one is judged by.
    func reads(_ flow: ModelFlow) -> Set<String> {
        var names: Set<String> = [country, documentKind]
        let texts =
            rules.map { ($0.text, name) }
            + options.compactMap { option in
                option.condition.map { ($0, "") }
            }
        for (text, field) in texts {
            for slot in flow.condition(text, of: field)?.reads ?? [] where slot < flow.fields.count
            {
                names.insert(flow.fields[slot].name)
            }
        }
        return names.subtracting(["", name])
    }

    var expressionType: ExpressionType? {
        switch type {
        case "text", "name", "email", "phone", "country", "postcode", "document", "choice": .string
        case "date": .timestamp
        case "bool": .bool
        case "integer": .int
        case "money": .money
        case "list":
            .list(
                .record(
                    Dictionary(
                        uniqueKeysWithValues: inner.compactMap { field in
                            field.expressionType.map { (field.name, $0) }
                        }
                    )
                )
            )
        default: nil
        }
    }
}
