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
