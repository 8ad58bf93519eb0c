/// A part of the text of a unit.
enum UnitPart: Hashable {
    /// Words to translate, in the message syntax.
    case text(String)
    /// What must stay as it is.
    case code(UnitCode)
}

/// A placeholder of a unit: what translators see and can't change.
struct UnitCode: Hashable {
    /// What stands behind a placeholder.
    enum Kind: String {
        /// A value: `{name}`.
        case argument
        /// The number of a plural, `#`.
        case number
        /// The beginning, the end, or the next branch of a plural or a select.
        case branch
        /// A whole plural or select, whose branches are units of their own.
        case block
        /// A character that XML can't hold.
        case character
    }

    var id = ""
    let kind: Kind
    /// The argument's name, where it is about one.
    let name: String
    /// What stands in the message; of a block only how it is shown.
    let raw: String
    /// What translators see.
    let shown: String

    init(_ kind: Kind, _ name: String = "", raw: String, shown: String? = nil) {
        self.kind = kind
        self.name = name
        self.raw = raw
        self.shown = shown ?? UnitPart.visible(raw)
    }
}

extension UnitPart {
    /// The parts of a message in which everything stands, blocks and their branches too.
    static func whole(_ form: MessageForm) -> [UnitPart] {
        var parts: [UnitPart] = []
        for piece in form.pieces {
            switch piece {
            case .text(let text): parts += words(text)
            case .code(let argument): parts.append(.code(UnitCode(argument)))
            case .block(let block):
                var before = block.head
                for branch in block.branches where !branch.isAdded {
                    parts.append(.code(UnitCode(.branch, block.name, raw: before + branch.lead)))
                    parts += whole(branch.form)
                    before = branch.trail
                }
                parts.append(.code(UnitCode(.branch, block.name, raw: before + "}")))
            }
        }
        return parts
    }

    /// The parts of a message, or of one branch, whose blocks are elsewhere.
    static func alone(_ form: MessageForm) -> [UnitPart] {
        form.pieces.flatMap { piece -> [UnitPart] in
            switch piece {
            case .text(let text): words(text)
            case .code(let argument): [.code(UnitCode(argument))]
            case .block(let block): [.code(UnitCode(.block, block.name, raw: block.shown))]
            }
        }
    }

    /// Words, with the characters that XML can't hold as placeholders.
    private static func words(_ text: String) -> [UnitPart] {
        guard !text.unicodeScalars.allSatisfy(MarkupWriter.isAllowed) else { return [.text(text)] }
        var parts: [UnitPart] = []
        var words = ""
        for scalar in text.unicodeScalars {
            if MarkupWriter.isAllowed(scalar) {
                words.unicodeScalars.append(scalar)
                continue
            }
            if !words.isEmpty { parts.append(.text(words)) }
            words = ""
            let character = String(scalar)
            parts.append(.code(UnitCode(.character, raw: character, shown: visible(character))))
        }
        return words.isEmpty ? parts : parts + [.text(words)]
    }

    /// A text in which characters that XML can't hold are named.
    static func visible(_ text: String) -> String {
        guard !text.unicodeScalars.allSatisfy(MarkupWriter.isAllowed) else { return text }
        return text.unicodeScalars.map { scalar in
            MarkupWriter.isAllowed(scalar)
                ? String(scalar) : "U+" + String(scalar.value, radix: 16, uppercase: true)
        }.joined()
    }

    /// What the parts are in the message, blocks as they are shown.
    static func raw(_ parts: [UnitPart]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .code(let code): code.raw
            }
        }.joined()
    }

    /// The parts with the placeholders numbered: those of a translation like the same ones of its source.
    static func numbered(
        _ source: [UnitPart],
        _ target: [UnitPart]
    ) -> (source: [UnitPart], target: [UnitPart]) {
        var count = 0
        var free: [String: [String]] = [:]
        let first = source.map { part -> UnitPart in
            guard case .code(var code) = part else { return part }
            count += 1
            code.id = String(count)
            free[code.raw, default: []].append(code.id)
            return .code(code)
        }
        let second = target.map { part -> UnitPart in
            guard case .code(var code) = part else { return part }
            if let id = free[code.raw]?.first {
                free[code.raw]?.removeFirst()
                code.id = id
            } else {
                count += 1
                code.id = String(count)
            }
            return .code(code)
        }
        return (first, second)
    }
}

extension UnitCode {
    init(_ argument: MessageForm.Argument) {
        self.init(
            argument == .number ? .number : .argument,
            argument.name,
            raw: argument.raw
        )
    }
}
