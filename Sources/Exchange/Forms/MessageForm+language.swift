import Localization

extension MessageForm {
    /// The same message with the plural branches that a language has; a new branch has the words of `other`.
    func adapted(to language: LanguageTag) -> MessageForm {
        MessageForm(
            pieces: pieces.map { piece in
                guard case .block(let block) = piece else { return piece }
                return .block(block.adapted(to: language))
            }
        )
    }

    /// The same message with branches that its language needs and it lacks, marked as added.
    ///
    /// - Parameters:
    ///   - source: The message it was translated from, whose selects tell what may be chosen.
    ///   - language: Its language.
    /// - Returns: The message with what it lacks.
    func completed(from source: MessageForm, for language: LanguageTag) -> MessageForm {
        var seen: [String: Int] = [:]
        return MessageForm(
            pieces: pieces.map { piece in
                guard case .block(let block) = piece else { return piece }
                let place = seen[block.name + block.kind.rawValue, default: 0]
                seen[block.name + block.kind.rawValue] = place + 1
                let same = source.block(block.name, block.kind, place)
                return .block(block.completed(from: same, source, for: language))
            }
        )
    }

    /// Whether both choose by the same arguments, in the same places.
    func choosesAs(_ other: MessageForm) -> Bool {
        let (own, others) = (blocks, other.blocks)
        return own.count == others.count
            && zip(own, others).allSatisfy { block, other in
                block.name == other.name && block.kind == other.kind
                    && block.branches.allSatisfy { branch in
                        (other[branch.selector] ?? other["other"]).map {
                            branch.form.choosesAs($0.form)
                        } ?? true
                    }
            }
    }
}

extension MessageForm.Block {
    fileprivate func adapted(to language: LanguageTag) -> Self {
        var block = self
        let kept =
            kind == .select
            ? branches : branches.filter { $0.selector.hasPrefix("=") }
        block.branches = kept.map { branch in
            MessageForm.Branch(
                selector: branch.selector,
                lead: branch.lead,
                form: branch.form.adapted(to: language),
                trail: "} "
            )
        }
        if kind != .select, let other = self["other"] {
            for category in PluralForms.of(language, isOrdinal: kind == .ordinal).all {
                let form = (self[category.keyword] ?? other).form
                block.branches.append(.new(category.keyword, form.adapted(to: language)))
            }
        }
        // The last one stands directly before the brace.
        if let last = block.branches.popLast() {
            block.branches.append(
                .init(selector: last.selector, lead: last.lead, form: last.form, trail: "}")
            )
        }
        return block
    }

    fileprivate func completed(
        from source: Self?,
        _ enclosing: MessageForm,
        for language: LanguageTag
    ) -> Self {
        var block = self
        block.branches = branches.map { branch in
            var branch = branch
            let same = source.flatMap { $0[branch.selector] ?? $0["other"] }?.form ?? enclosing
            branch.form = branch.form.completed(from: same, for: language)
            return branch
        }
        let wanted =
            kind == .select
            ? source?.branches.map(\.selector) ?? []
            : PluralForms.of(language, isOrdinal: kind == .ordinal).ofIntegers.map(\.keyword)
        let other = source?["other"]?.form ?? enclosing
        let added = wanted.filter { self[$0] == nil }.map { selector -> MessageForm.Branch in
            var branch = MessageForm.Branch.new(
                selector,
                (source?[selector]?.form ?? other).adapted(to: language)
            )
            branch.isAdded = true
            return branch
        }
        // Before `other`, which is usually the last.
        let place = block.branches.firstIndex { $0.selector == "other" } ?? block.branches.endIndex
        block.branches.insert(contentsOf: added, at: place)
        return block
    }
}

extension MessageForm.Branch {
    fileprivate static func new(_ selector: String, _ form: MessageForm) -> Self {
        Self(selector: selector, lead: selector + " {", form: form, trail: "} ")
    }
}
