/// Puts the texts of units into a message.
struct Joining {
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
