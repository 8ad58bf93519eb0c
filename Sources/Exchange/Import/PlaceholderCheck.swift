import Documents
import Localization

/// Finds what a translation has lost of the message it was made from, or has made up.
///
/// What the translation did before is not held against it.
struct PlaceholderCheck {
    let language: LanguageTag
    let name: String

    /// Compares a message.
    ///
    /// - Throws: A refusal with the first thing that is wrong.
    func check(
        _ new: MessageForm,
        source: MessageForm,
        old: MessageForm?
    ) throws(UnitRefusal) {
        let known = source.names.union(old?.names ?? [])
        try check(new, known, path: [])
        try check(new, source, old, around: [], path: [], branch: nil)
    }

    /// Finds a name that nobody knows.
    private func check(
        _ form: MessageForm,
        _ known: Set<String>,
        path: [String]
    ) throws(UnitRefusal) {
        let names = form.ownNames.union(form.blocks.map(\.name))
        if let strange = names.subtracting(known).sorted().first {
            let meant = Spelling.nearest(to: strange, among: known.sorted())
            throw UnitRefusal(
                "L173",
                "`\(name)` has the placeholder {\(strange)}, which the English message lacks",
                help: meant.map { "did you mean {\($0)}?" } ?? "remove it",
                at: path
            )
        }
        for (step, _, block) in form.placedBlocks {
            for branch in block.branches {
                try check(branch.form, known, path: path + [branch.step(of: step)])
            }
        }
    }

    private func check(
        _ new: MessageForm,
        _ source: MessageForm,
        _ old: MessageForm?,
        around: Set<String>,
        path: [String],
        branch: (block: MessageForm.Block, selector: String)?
    ) throws(UnitRefusal) {
        let place = branch.map { " in the branch `\($0.selector)` of `\($0.block.name)`" } ?? ""
        let present = new.names.union(around)
        for lost in source.ownNames.subtracting(present).sorted()
        where old.map({ $0.names.contains(lost) }) ?? true {
            throw UnitRefusal(
                "L173",
                "`\(name)` has lost the placeholder {\(lost)}\(place)",
                help: "put {\(lost)} where the value is to stand",
                at: path
            )
        }
        if let branch, source.showsNumber, !new.showsNumber,
            old?.showsNumber ?? true, needsNumber(branch)
        {
            throw UnitRefusal(
                "L173",
                "`\(name)` has lost the placeholder #\(place)",
                help: "put # where the number is to stand",
                at: path
            )
        }
        let inner = around.union(new.ownNames).union(new.blocks.map(\.name))
        for (step, occurrence, block) in new.placedBlocks {
            let original = source.block(block.name, block.kind, occurrence)
            let former = old?.block(block.name, block.kind, occurrence)
            try check(block, original, former)
            for part in block.branches {
                guard let same = original.flatMap({ $0[part.selector] ?? $0["other"] }) else {
                    continue
                }
                try check(
                    part.form,
                    same.form,
                    former?[part.selector]?.form,
                    around: inner,
                    path: path + [part.step(of: step)],
                    branch: (block, part.selector)
                )
            }
        }
    }

    /// Whether a form stands for several numbers, so that it must show which.
    private func needsNumber(_ branch: (block: MessageForm.Block, selector: String)) -> Bool {
        let category = PluralCategory.allCases.first { $0.keyword == branch.selector }
        guard branch.block.kind != .select, let category else { return false }
        let forms = PluralForms.of(language, isOrdinal: branch.block.kind == .ordinal)
        return forms.numbers(of: category).count != 1
    }

    /// Whether the branches are those that there can be.
    private func check(
        _ block: MessageForm.Block,
        _ source: MessageForm.Block?,
        _ old: MessageForm.Block?
    ) throws(UnitRefusal) {
        let own = block.branches.map(\.selector)
        let former = old?.branches.map(\.selector) ?? []
        let possible: [String]
        let needed: [String]
        switch block.kind {
        case .select:
            guard let source else { return }
            possible = source.branches.map(\.selector)
            needed = possible
        case .plural, .ordinal:
            let forms = PluralForms.of(language, isOrdinal: block.kind == .ordinal)
            possible = forms.all.map(\.keyword)
            needed = forms.missing(among: own).map(\.keyword)
        }
        let list = possible.joined(separator: ", ")
        if let strange = own.first(where: {
            !$0.hasPrefix("=") && !possible.contains($0) && !former.contains($0)
        }) {
            throw UnitRefusal(
                "L176",
                "`\(name)` has the branch `\(strange)` of `\(block.name)`, which there can't be",
                help: "branches are: \(list)"
            )
        }
        if let lost = needed.first(where: {
            !own.contains($0) && (old == nil || former.contains($0))
        }) {
            throw UnitRefusal(
                "L176",
                "`\(name)` lacks the branch `\(lost)` of `\(block.name)`",
                help: "branches are: \(list)"
            )
        }
    }
}

extension MessageForm {
    /// The arguments that it shows itself, outside of its branches.
    fileprivate var ownNames: Set<String> {
        Set(
            pieces.compactMap { piece in
                guard case .code(let argument) = piece, argument != .number else { return nil }
                return argument.name
            }
        )
    }

    /// All arguments, those of blocks and inside them too.
    fileprivate var names: Set<String> {
        blocks.reduce(into: ownNames) { names, block in
            names.insert(block.name)
            for branch in block.branches { names.formUnion(branch.form.names) }
        }
    }

    /// Whether it shows the number of the plural around it.
    fileprivate var showsNumber: Bool { pieces.contains(.code(.number)) }
}
