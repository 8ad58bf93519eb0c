import Localization

/// Takes what came back for one message, unit by unit, and joins it.
struct MessageTaking {
    /// What came of it.
    enum Outcome {
        case untranslated, unchanged, refused
        case changed(pattern: String?, status: TranslationStatus?)
    }

    private let units: MessageUnits
    private let language: LanguageTag
    private let isForced: Bool
    /// What the units say now: what came back, else what was there.
    private var texts: [String: [UnitPart]] = [:]
    /// The least that any unit is; `nil` where no unit tells.
    private var state: XLIFFDocument.State?
    private var returned: [(sent: ExchangeUnit, back: XLIFFDocument.Unit)] = []
    private(set) var refusals: [(unit: XLIFFDocument.Unit, refusal: UnitRefusal)] = []
    private(set) var outcome = Outcome.unchanged

    init(_ units: MessageUnits, _ language: LanguageTag, isForced: Bool) {
        self.units = units
        self.language = language
        self.isForced = isForced
        for unit in units.units { texts[unit.id] = unit.target }
    }

    /// Takes a unit, or says why not.
    mutating func take(_ unit: ExchangeUnit, _ back: XLIFFDocument.Unit) {
        returned.append((unit, back))
        do throws(UnitRefusal) {
            try takeOrThrow(unit, back)
        } catch {
            refusals.append((back, error))
        }
    }

    private mutating func takeOrThrow(
        _ unit: ExchangeUnit,
        _ back: XLIFFDocument.Unit
    ) throws(UnitRefusal) {
        let reading = UnitReading(unit: unit, language: language)
        let parts = try back.target.map { text throws(UnitRefusal) in try reading.parts(of: text) }
        let raw = UnitPart.raw(parts ?? [])
        let isReady = back.state.map { $0 != .unfinished } ?? false
        let isSame = unit.isSame(parts ?? []) && (unit.target != nil || !isReady)
        if !raw.isEmpty, !isForced, !isCurrent(unit, back, reading) {
            throw UnitRefusal(
                "L172",
                "the English text of `\(unit.id)` has changed since the export",
                help:
                    "export it again, or take it with --force; now it is: \(UnitPart.raw(unit.source))"
            )
        }
        if !raw.isEmpty || isSame, let state = back.state, unit.target != nil || !raw.isEmpty {
            self.state = min(self.state ?? state, state)
        }
        guard !isSame else { return }
        guard let parts, !raw.isEmpty else {
            if isReady {
                throw UnitRefusal(
                    "L175",
                    "`\(unit.id)` has no text, and its state says that it is translated",
                    help:
                        "translate it, or set its state to \"needs-translation\" (2.1: \"initial\")"
                )
            }
            return
        }
        try reading.checkSyntax(of: parts)
        texts[unit.id] = parts
    }

    /// Whether the file's English text says what the present one does, blanks aside.
    private func isCurrent(
        _ unit: ExchangeUnit,
        _ back: XLIFFDocument.Unit,
        _ reading: UnitReading
    ) -> Bool {
        guard let parts = try? reading.parts(of: back.source) else { return false }
        let (then, now) = (UnitPart.raw(parts), UnitPart.raw(unit.source))
        return SourceHash(of: then) == SourceHash(of: now)
            || then.utf8.filter { $0 > 0x20 }.elementsEqual(now.utf8.filter { $0 > 0x20 })
    }

    /// Joins the units, or says why that can't be done.
    mutating func finish() {
        // What one unit has spoilt does not keep the others out: it says again what it said before.
        while true {
            do throws(UnitRefusal) {
                outcome = try joined()
                break
            } catch {
                guard let culprit = self.culprit(of: error) else { return }
                refusals.append((culprit.back, error))
                outcome = .refused
                guard let former = culprit.sent.target, !culprit.sent.isSame(texts[culprit.sent.id])
                else { return }
                texts[culprit.sent.id] = former
            }
        }
        switch outcome {
        case .unchanged, .untranslated: if !refusals.isEmpty { outcome = .refused }
        case .refused, .changed: break
        }
    }

    /// The unit that a refusal is about: the nearest one around its place.
    private func culprit(
        of refusal: UnitRefusal
    ) -> (sent: ExchangeUnit, back: XLIFFDocument.Unit)? {
        let around = returned.filter { refusal.path.starts(with: $0.sent.path) }
        return around.max { $0.sent.path.count < $1.sent.path.count } ?? returned.first
    }

    private func joined() throws(UnitRefusal) -> Outcome {
        let key = units.message.key.rawValue
        guard units.units.contains(where: { !$0.isSame(texts[$0.id]) }) else {
            guard units.message.target != nil else { return .untranslated }
            return status(isChanged: false).map { .changed(pattern: nil, status: $0) } ?? .unchanged
        }
        if let gap = units.units.first(where: { texts[$0.id] == nil && !isOptional($0) }) {
            // Where the unit itself was refused, that is the reason.
            guard refusals.isEmpty else { return .refused }
            throw UnitRefusal(
                "L176",
                "`\(key)` can't be joined: its unit `\(gap.id)` has no text",
                help: "translate all branches of a message"
            )
        }
        let pattern = units.joined(texts)
        let form = try checked(pattern, key)
        let (source, old) = (units.message.source, units.message.target)
        try PlaceholderCheck(language: language, name: key).check(
            form,
            source: try checked(source, key),
            old: try old.map { text throws(UnitRefusal) in try checked(text, key) }
        )
        return .changed(pattern: pattern, status: status(isChanged: true))
    }

    /// Whether a message can do without a unit: its branch was lacking before, and nothing of it is written.
    private func isOptional(_ unit: ExchangeUnit) -> Bool {
        guard let branch = units.form.addedBranch(on: unit.path) else { return false }
        return units.units.allSatisfy { !$0.path.starts(with: branch) || texts[$0.id] == nil }
    }

    private func checked(_ pattern: String, _ key: String) throws(UnitRefusal) -> MessageForm {
        do throws(MessageProblem) {
            _ = try MessageProgram.compile(pattern, language: language)
            return try MessageForm(pattern)
        } catch {
            // A branch that is missing has a code of its own.
            throw UnitRefusal(
                error.code == "L030" ? "L176" : "L174",
                "`\(key)` is not in the message syntax: \(error.message)",
                help: error.help
            )
        }
    }

    /// How far the translation is now; `nil` where that doesn't change.
    ///
    /// A tool may say less than is known, since not every tool keeps states.
    private func status(isChanged: Bool) -> TranslationStatus? {
        switch (state, units.message.status) {
        // What was reviewed is no longer so; what was not ready still is not.
        case (.unfinished, .reviewed): isChanged ? .translated : nil
        case (.unfinished, _): nil
        case (.reviewed, .reviewed): isChanged ? .reviewed : nil
        case (.reviewed, _): .reviewed
        case (.translated, .translated), (.translated, .reviewed), (nil, _):
            isChanged ? .translated : nil
        case (.translated, _): .translated
        }
    }
}

extension ExchangeUnit {
    /// Whether parts say what the translation says now, byte for byte; without one, nothing.
    fileprivate func isSame(_ parts: [UnitPart]?) -> Bool {
        UnitPart.raw(parts ?? []).utf8.elementsEqual(UnitPart.raw(target ?? []).utf8)
    }
}

extension MessageForm {
    /// The beginning of a path up to a branch that the message lacked; `nil` where there is none.
    fileprivate func addedBranch(on path: [String]) -> [String]? {
        guard let step = path.first else { return nil }
        for (name, _, block) in placedBlocks {
            for branch in block.branches where branch.step(of: name) == step {
                if branch.isAdded { return [step] }
                return branch.form.addedBranch(on: Array(path.dropFirst())).map { [step] + $0 }
            }
        }
        return nil
    }
}
