import Localization

/// Cuts a message with branches into units, one for each stretch of words.
struct Splitting {
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
            let numbers = category.map { forms.numbers(of: $0).prefix(6) } ?? []
            let list = numbers.map(String.init).joined(separator: ", ")
            return [
                numbers.isEmpty
                    ? "For fractions, such as 1.5." : "For numbers such as \(list).", whole,
            ]
        }
    }
}
