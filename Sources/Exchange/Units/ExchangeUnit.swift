import Localization

/// What a translator's tool shows as one thing to translate: a message, or one branch of it.
struct ExchangeUnit {
    /// The name in the file: letters, digits and `_ - . :`.
    let id: String
    /// The names and branches that lead to it inside of the message; empty for all of it.
    let path: [String]
    let source: [UnitPart]
    /// The translation; `nil` where there is none yet.
    let target: [UnitPart]?
    /// What stands there in the message as it is now, or as it would begin.
    let own: [UnitPart]
    let status: ExchangeMessage.Status
    /// What translators are told, beside what holds for the whole message.
    let notes: [String]
    /// Whether it holds everything that is shown: no branch is elsewhere, or written out in it.
    let isFlat: Bool
    /// The branch of a plural or a select that it is.
    let branch: (kind: MessageForm.Block.Kind, selector: String)?

    /// The placeholders by their ids.
    var codes: [String: UnitCode] {
        var codes: [String: UnitCode] = [:]
        for case .code(let code) in source + own { codes[code.id] = code }
        return codes
    }
}

/// How messages are cut into units.
public enum UnitCut: Sendable, Hashable {
    /// One unit a message.
    case whole
    /// One unit a branch.
    case split
}

/// The units of one message, and the way back.
struct MessageUnits {
    let message: ExchangeMessage
    let cut: UnitCut
    let units: [ExchangeUnit]
    /// The message that the units are put into.
    let form: MessageForm

    /// Cuts a message into units.
    ///
    /// - Throws: ``MessageProblem`` where the message itself can't be read.
    init(
        _ message: ExchangeMessage,
        cut: UnitCut,
        for language: LanguageTag
    ) throws(MessageProblem) {
        let source = try MessageForm(message.source)
        let target = try message.target.map { text throws(MessageProblem) in try MessageForm(text) }
        self.message = message
        let id = NameToken.of(message.key.rawValue)
        switch cut {
        case .split where !(source.blocks.isEmpty && target?.blocks.isEmpty != false):
            let isRebuilt = message.status == .stale && target?.choosesAs(source) == false
            let kept = isRebuilt ? nil : target
            form =
                kept?.completed(from: source, for: language) ?? source.adapted(to: language)
            var splitting = Splitting(
                id: id,
                status: kept == nil ? .missing : message.status,
                language: language,
                source: source
            )
            splitting.add(form, source, path: [], branch: nil, isAdded: kept == nil)
            units = splitting.units
            self.cut = .split
        case .split, .whole:
            form = target ?? source
            self.cut = .whole
            let (first, own) = UnitPart.numbered(UnitPart.whole(source), UnitPart.whole(form))
            units = [
                ExchangeUnit(
                    id: id,
                    path: [],
                    source: first,
                    target: target == nil ? nil : own,
                    own: own,
                    status: message.status,
                    notes: [],
                    isFlat: source.blocks.isEmpty && form.blocks.isEmpty,
                    branch: nil
                )
            ]
        }
    }

    /// The message with other words; units that are not named stay.
    ///
    /// - Parameter texts: What the units say now, by their ids.
    func joined(_ texts: [String: [UnitPart]]) -> String {
        guard cut == .split else {
            return units.first.flatMap { texts[$0.id] }.map { UnitPart.raw($0) } ?? form.pattern
        }
        let byPath = Dictionary(units.map { ($0.path, $0) }) { first, _ in first }
        return Joining(units: byPath, texts: texts).text(of: form, path: [])
    }
}

/// Cuts a message with branches into units, one for each stretch of words.
private struct Splitting {
    let id: String
    let status: ExchangeMessage.Status
    let language: LanguageTag
    /// The whole message that is translated.
    let source: MessageForm
    var units: [ExchangeUnit] = []

    mutating func add(
        _ form: MessageForm,
        _ original: MessageForm,
        path: [String],
        branch: (kind: MessageForm.Block.Kind, selector: String, isOrdinal: Bool)?,
        isAdded: Bool
    ) {
        if Self.hasWords(form) || Self.hasWords(original) {
            let (first, own) = UnitPart.numbered(UnitPart.alone(original), UnitPart.alone(form))
            units.append(
                ExchangeUnit(
                    id: id + ":" + (path.isEmpty ? "text" : path.joined(separator: ":")),
                    path: path,
                    source: first,
                    target: isAdded ? nil : own,
                    own: own,
                    status: isAdded ? .missing : status,
                    notes: notes(path, branch),
                    isFlat: form.blocks.isEmpty && original.blocks.isEmpty,
                    branch: branch.map { ($0.kind, $0.selector) }
                )
            )
        }
        for (name, place, block) in form.placedBlocks {
            let same = original.block(block.name, block.kind, place)
            for branch in block.branches {
                let text = same.flatMap { $0[branch.selector] ?? $0["other"] }?.form ?? original
                add(
                    branch.form,
                    text,
                    path: path + [branch.step(of: name)],
                    branch: (block.kind, branch.selector, block.kind == .ordinal),
                    isAdded: isAdded || branch.isAdded
                )
            }
        }
    }

    /// Whether there is anything to translate besides the branches of one block.
    private static func hasWords(_ form: MessageForm) -> Bool {
        guard form.pieces.count == 1, case .block = form.pieces.first else {
            return !form.pieces.isEmpty
        }
        return false
    }

    private func notes(
        _ path: [String],
        _ branch: (kind: MessageForm.Block.Kind, selector: String, isOrdinal: Bool)?
    ) -> [String] {
        let reading = source.reading(path)
        let whole = "In the whole message: \(reading)"
        guard let branch else { return [whole] }
        switch branch.kind {
        case .select where branch.selector == "other": return ["For anything else.", whole]
        case .select: return ["For \(branch.selector).", whole]
        case .plural, .ordinal:
            if branch.selector.hasPrefix("=") {
                return ["For the number \(branch.selector.dropFirst()) alone.", whole]
            }
            let forms = PluralForms.of(language, isOrdinal: branch.isOrdinal)
            let category = PluralCategory.allCases.first { $0.keyword == branch.selector }
            let numbers = category.flatMap { forms.integers[$0] } ?? []
            let list = numbers.map(String.init).joined(separator: ", ")
            return [
                numbers.isEmpty
                    ? "For fractions, such as 1.5." : "For numbers such as \(list).", whole,
            ]
        }
    }
}

/// Puts the texts of units into a message.
private struct Joining {
    let units: [[String]: ExchangeUnit]
    let texts: [String: [UnitPart]]

    func text(of form: MessageForm, path: [String]) -> String {
        guard let unit = units[path], let parts = texts[unit.id] else {
            return form.placed.map { piece, name in
                if case .block(let block) = piece {
                    return text(of: block, path: path + [name])
                }
                return MessageForm(pieces: [piece]).pattern
            }.joined()
        }
        // A block is known by how it is shown; of several that look the same, each takes its turn.
        var blocks = form.placedBlocks
        return parts.map { part in
            switch part {
            case .text(let text): return text
            case .code(let code) where code.kind == .block:
                guard let place = blocks.firstIndex(where: { $0.block.shown == code.raw }) else {
                    return code.raw
                }
                let (name, _, block) = blocks.remove(at: place)
                return text(of: block, path: path + [name])
            case .code(let code): return code.raw
            }
        }.joined()
    }

    private func text(of block: MessageForm.Block, path: [String]) -> String {
        var result = block.head
        for branch in block.branches {
            let inner = Array(path.dropLast()) + [branch.step(of: path.last ?? "")]
            if branch.isAdded, !isFilled(inner) { continue }
            result += branch.lead + text(of: branch.form, path: inner) + branch.trail
        }
        return result + "}"
    }

    /// Whether anything has been written for an added branch.
    private func isFilled(_ path: [String]) -> Bool {
        units.values.contains { unit in
            unit.path.starts(with: path) && texts[unit.id]?.isEmpty == false
        }
    }
}

extension MessageForm.Branch {
    /// The step of a path that leads into it.
    func step(of block: String) -> String { block + "." + NameToken.of(selector) }
}

extension MessageForm {
    /// The pieces, each with its name in paths: the argument's, and a number behind the second of its name.
    var placed: [(piece: Piece, name: String)] {
        var seen: [String: Int] = [:]
        return pieces.map { piece in
            guard case .block(let block) = piece else { return (piece, "") }
            let count = seen[block.name, default: 0] + 1
            seen[block.name] = count
            return (piece, count == 1 ? block.name : "\(block.name)-\(count)")
        }
    }

    /// The blocks, each with its name in paths and its place among those of the same argument and kind.
    var placedBlocks: [(name: String, place: Int, block: Block)] {
        var seen: [String: Int] = [:]
        return placed.compactMap { piece, name in
            guard case .block(let block) = piece else { return nil }
            let place = seen[block.name + " " + block.kind.rawValue, default: 0]
            seen[block.name + " " + block.kind.rawValue] = place + 1
            return (name, place, block)
        }
    }

    /// The message as it reads where the branches of a path are taken, and `other` elsewhere.
    func reading(_ path: [String]) -> String {
        placed.map { piece, name in
            switch piece {
            case .text(let text): return text
            case .code(let argument): return argument.raw
            case .block(let block):
                let step = path.first { $0.hasPrefix(name + ".") }
                let taken = step.flatMap { step in
                    block.branches.first { $0.step(of: name) == step }
                }
                let rest = step == nil ? path : Array(path.dropFirst())
                return (taken ?? block["other"])?.form.reading(rest) ?? ""
            }
        }.joined()
    }
}

/// Names in XLIFF files.
enum NameToken {
    /// A name with nothing but letters, digits and `_ - . :`; `=0` is `0`, other characters are numbers behind `_`.
    static func of(_ name: String) -> String {
        let name = name.hasPrefix("=") ? String(name.dropFirst()) : name
        var token = ""
        for byte in name.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"),
                UInt8(ascii: "."), UInt8(ascii: ":"):
                token.unicodeScalars.append(Unicode.Scalar(byte))
            default: token += "_" + String(byte, radix: 16, uppercase: true)
            }
        }
        return token.isEmpty ? "_" : token
    }
}
