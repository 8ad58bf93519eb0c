import Documents
import Flows
import Localization
import Screens
import Uploads

/// What is done in an entry.
extension ScenarioReader {
    /// The one action of an entry; `restart` may stand alone.
    mutating func action(_ node: DocumentNode) -> ScenarioAction? {
        if node.text == "restart" { return .restart }
        guard let keys = findings.keys(of: node, .action) else { return nil }
        let verbs = KeyTable.verbs
        let used = verbs.filter(keys.has)
        guard let verb = used.first, let argument = keys[verb] else {
            // A key that is refused already needs no second finding.
            if node.entries?.contains(where: { KeyTable.action.known.contains($0.key) }) != false {
                findings.report(
                    "E38",
                    at: node.range,
                    "`when` needs something that is done",
                    help: suggestion(for: "", among: verbs)
                )
            }
            return nil
        }
        if used.count > 1 {
            findings.report(
                "E35",
                at: keys.range(of: used[1]),
                "`\(verb)` and `\(used[1])` are two actions",
                help: "write an entry for each"
            )
        }
        for (key, verbs) in KeyTable.besides where keys.has(key) && !verbs.contains(verb) {
            let names = verbs.map { "`\($0)`" }.joined(separator: ", ")
            findings.report("E35", at: keys.range(of: key), "`\(key)` belongs to \(names)")
        }
        guard let action = action(verb, argument, keys) else { return nil }
        guard let device = keys["device"] else { return action }
        // Whoever goes on has no name: it is done there unless something else is said.
        return findings.choice(device, "a device", of: ["first"]).map { _ in
            .onFirstDevice(action)
        }
    }

    private mutating func action(
        _ verb: String,
        _ argument: DocumentNode,
        _ keys: Keys
    ) -> ScenarioAction? {
        let isLate = keys["late"].flatMap { findings.bool($0, "`late`") } ?? false
        switch verb {
        case "submit": return .submit(answers(argument), isLate: isLate)
        case "press":
            let word = findings.choice(argument, "a button", of: vocabulary.buttons + ["back"])
            guard let word else { return nil }
            return word.text == "back"
                ? .back(isLate: isLate) : .press(EventName(word.text), isLate: isLate)
        case "change":
            return findings.choice(argument, "a field that is asked", of: vocabulary.asked).map {
                .change(FieldName($0.text))
            }
        case "open_link": return openLink(argument, keys)
        case "enter_code":
            guard !vocabulary.messagesWithCode.isEmpty else {
                findings.report(
                    "E35",
                    at: keys.range(of: "enter_code"),
                    "\(flow.name) sends no code that could be entered"
                )
                return nil
            }
            return code(argument, keys["which"]).map { .enterCode($0) }
        case "switch_locale": return language(argument).map { .switchLocale($0) }
        case "signal":
            return findings.choice(argument, "a signal", of: vocabulary.signals).map {
                .signal(EventName($0.text))
            }
        default:
            guard findings.bool(argument, "`restart`") == true else { return nil }
            return .restart
        }
    }

    // MARK: - Links and codes

    private mutating func openLink(_ node: DocumentNode, _ keys: Keys) -> ScenarioAction? {
        let isElsewhere = keys["elsewhere"].flatMap { findings.bool($0, "`elsewhere`") } ?? false
        for key in ["code", "device"] where keys.has(key) && isElsewhere != (key == "code") {
            findings.report(
                "E35",
                at: keys.range(of: key),
                isElsewhere
                    ? "`elsewhere` is another device than that of `device`"
                    : "`code` is needed with `elsewhere: true` only"
            )
        }
        let letters = vocabulary.lettersWithLink + ["forged"]
        guard let word = findings.choice(node, "a letter with a link", of: letters) else {
            return nil
        }
        let letter = word.text == "forged" ? nil : word.text
        let number = keys["which"].flatMap { findings.integer($0, "`which`", in: 1...1_000) }
        if isElsewhere {
            let typed = keys["code"].flatMap { code($0, nil) }
            return .openLinkElsewhere(letter: letter, which: number, code: typed)
        }
        return letter.map { .openLink(letter: $0, which: number) } ?? .openForgedLink
    }

    /// `shown`, or what is typed.
    private mutating func code(_ node: DocumentNode, _ which: DocumentNode?) -> ScenarioCode? {
        guard let word = findings.word(node, "a code") else { return nil }
        if word.text == "shown" {
            return .shown(which: which.flatMap { findings.integer($0, "`which`", in: 1...1_000) })
        }
        guard word.text.contains(where: \.isNumber) else {
            findings.report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be a code",
                help: "write `shown`, or digits that are typed"
            )
            return nil
        }
        if let which {
            findings.report("E35", at: which.range, "`which` belongs to the code that is `shown`")
        }
        return .typed(word.text)
    }

    // MARK: - Answers

    private mutating func answers(_ node: DocumentNode) -> [ScenarioAnswer] {
        var answers: [ScenarioAnswer] = []
        for entry in findings.entries(of: node, "`submit`") ?? [] {
            guard known(entry, "asked by \(flow.name)", among: vocabulary.asked, "E13"),
                let field = flow.field(FieldName(entry.key))
            else { continue }
            if case .list(let parts, let count) = field.type {
                answers += records(entry, parts: parts, count: count)
            } else {
                answers += answer(entry.value, at: AnswerPath(field.name), of: field)
            }
        }
        return answers
    }

    private mutating func records(
        _ entry: DocumentNode.Entry,
        parts: [FieldDefinition],
        count: Int
    ) -> [ScenarioAnswer] {
        var answers: [ScenarioAnswer] = []
        guard let items = findings.items(of: entry.value, "`\(entry.key)`") else { return [] }
        for (index, item) in items.enumerated() {
            guard index < count else {
                findings.report(
                    "E39",
                    at: item.range,
                    "`\(entry.key)` has \(count) records at most"
                )
                break
            }
            for answer in findings.entries(of: item, "a record of `\(entry.key)`") ?? [] {
                let names = parts.map(\.name.text)
                guard known(answer, "asked in `\(entry.key)`", among: names, "E13"),
                    let part = parts.first(where: { $0.name.text == answer.key })
                else { continue }
                let path = AnswerPath(
                    FieldName(entry.key),
                    item: ItemPath(index: index, field: part.name)
                )
                answers += self.answer(answer.value, at: path, of: part)
            }
        }
        return answers
    }

    /// A text; for what is asked twice also a list of two texts.
    private mutating func answer(
        _ node: DocumentNode,
        at path: AnswerPath,
        of field: FieldDefinition
    ) -> [ScenarioAnswer] {
        if case .secret(_, isRepeated: true) = field.type, let items = node.items {
            let texts = items.compactMap(\.text)
            guard texts.count == 2, items.count == 2 else {
                findings.report(
                    "E37",
                    at: node.range,
                    "`\(path.written)` is typed twice: give one text, or two"
                )
                return []
            }
            return [
                ScenarioAnswer(
                    path: path,
                    text: texts[0],
                    repeated: texts[1],
                    isSecret: true,
                    range: node.range
                )
            ]
        }
        if case .file = field.type { return files(node, at: path) }
        guard let text = node.text else {
            findings.report(
                "E37",
                at: node.range,
                "the answer to `\(path.written)` must be a single value"
            )
            return []
        }
        if text == "=offer", field.offer == nil {
            findings.report(
                "E39",
                at: node.range,
                "`\(path.written)` offers nothing that could be taken"
            )
            return []
        }
        return [ScenarioAnswer(path: path, text: text, isSecret: field.isSecret, range: node.range)]
    }

    /// Words for files that are made for the scenario, one or a list.
    private mutating func files(_ node: DocumentNode, at path: AnswerPath) -> [ScenarioAnswer] {
        var words: [String] = []
        for item in node.items ?? [node] where item.text != "" {
            guard let word = findings.choice(item, "a file", of: SampleFile.words) else {
                return []
            }
            words.append(word.text)
        }
        let text = words.joined(separator: " ")
        return [ScenarioAnswer(path: path, text: text, range: node.range)]
    }
}
