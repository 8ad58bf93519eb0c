import Documents

/// What a step sends.
extension FlowReader {
    mutating func readSends(_ node: DocumentNode) -> [SendDefinition] {
        let items = node.entries != nil ? [node] : findings.items(of: node, "`send`") ?? []
        let sends = items.compactMap { readSend($0) }
        checkLimits(of: sends)
        return sends
    }

    private mutating func readSend(_ node: DocumentNode) -> SendDefinition? {
        guard let keys = findings.keys(of: node, .send) else { return nil }
        let isMail = keys.has("mail")
        guard isMail != keys.has("sms"), let nameNode = keys[isMail ? "mail" : "sms"],
            let name = findings.word(nameNode, "the letter's name")
        else {
            findings.report(
                "E38",
                at: node.range,
                "a send needs either `mail` or `sms`",
                help: "write `mail: <name of the letter>`"
            )
            return nil
        }
        guard findings.isName(name, "a letter"), let recipient = recipient(keys, isMail, name)
        else { return nil }
        var send = SendDefinition(
            channel: isMail ? .mail : .sms,
            name: LetterName(name.text),
            recipient: recipient,
            range: name.range
        )
        if let link = keys["link"], let word = findings.word(link, "`link`"),
            findings.isName(word, "an event")
        {
            send.link = EventName(word.text)
            places.links[name.range] = word.range
        }
        if let code = keys["code"] { send.code = readCode(code, keys) }
        if let start = keys["start"] { send.start = readStart(start) }
        send.condition = keys["if"].flatMap { condition($0, isStructural: false) }
        send.exception = keys["unless"].flatMap { condition($0, isStructural: false) }
        if let node = keys["limit"], let limit = findings.keys(of: node, .limit) {
            send.limit = readLimit(limit, of: name.range, most: 10_000)
        }
        return send
    }

    /// The flow that a letter says how to begin.
    private mutating func readStart(_ node: DocumentNode) -> FlowName? {
        guard let word = findings.word(node, "`start`"), findings.isFlowName(word) else {
            return nil
        }
        if files[word.text] == nil, !others.has(word.text) {
            findings.report(
                "E23",
                at: word.range,
                "there is no flow `\(word.text)` to begin",
                suggestion: Suggestion(for: word, among: files.keys.sorted())
            )
        }
        return FlowName(word.text)
    }

    /// The slot of the code that a send carries.
    private mutating func readCode(_ node: DocumentNode, _ keys: Keys) -> Int? {
        if keys.has("link") {
            findings.report(
                "E35",
                at: keys.range(of: "code"),
                "a send can't have both `link` and `code`"
            )
        }
        guard let word = findings.word(node, "`code`"), let slot = slot(word) else { return nil }
        if let kind = slots[slot].draft.kind, kind != .code {
            findings.report(
                "E14",
                at: word.range,
                "`code` must name a field of type `code`; `\(word.text)` is a `\(kind.rawValue)`"
            )
            return nil
        }
        return slot
    }

    /// A code is asked where it is sent, and guessing it has an end.
    mutating func checkCodes(of step: StepDefinition) {
        for send in step.sends {
            guard let code = send.code, !step.asked.contains(code) else { continue }
            findings.report(
                "E35",
                at: send.range,
                "`\(send.name)` sends a code that the step does not ask",
                help: "add it to `ask`: a code dies when the step is left"
            )
        }
        for slot in step.asked where slots[slot].draft.kind == .code {
            let name = slots[slot].draft.name.text
            if !step.sends.contains(where: { $0.code == slot }) {
                findings.report(
                    "E35",
                    at: step.range,
                    "the step asks the code `\(name)`, but does not send it",
                    help: "add `code: \(name)` to what it sends"
                )
            }
            if step.attempts == nil {
                findings.report(
                    "E38",
                    at: step.range,
                    "the step asks the code `\(name)`, so it needs `attempts`",
                    help: "add `attempts: {times: 5, goto: <step>}`: a million codes are soon tried"
                )
            }
        }
    }

    /// The slot of the address: what `to` names, else the field `email` or `mobile`.
    private mutating func recipient(_ keys: Keys, _ isMail: Bool, _ name: Word) -> Int? {
        let kind: FieldKind = isMail ? .email : .phone
        guard let node = keys["to"] else {
            let usual = isMail ? "email" : "mobile"
            // A field whose type could not be read was reported already.
            if let slot = slotByName[usual], slots[slot].draft.kind ?? kind == kind { return slot }
            findings.report(
                "E38",
                at: name.range,
                "the send needs the key `to`: the flow has no field `\(usual)` of type `\(kind.rawValue)`",
                help: "add `to: <field>`, or list `\(usual)` under `fields:`"
            )
            return nil
        }
        guard let word = findings.word(node, "`to`"), let slot = slot(word) else { return nil }
        if let other = slots[slot].draft.kind, other != kind {
            findings.report(
                "E14",
                at: word.range,
                "`to` must name a field of type `\(kind.rawValue)`; `\(word.text)` is a `\(other.rawValue)`",
                help: choices(ofType: kind)
            )
            return nil
        }
        return slot
    }

    /// How often something may be done that stands at a place: a letter be sent, a wrong answer be given.
    mutating func readLimit(
        _ keys: Keys,
        of place: SourceRange,
        most: Int
    ) -> LimitDefinition? {
        guard let timesNode = keys["times"],
            let times = findings.integer(timesNode, "`times`", in: 1...most)
        else { return nil }
        var limit = LimitDefinition(times: times)
        // A limit that could not be read is like no other.
        for key in ["apart", "within"] {
            guard let node = keys[key] else { continue }
            guard let word = findings.word(node, "`\(key)`"), let time = findings.duration(word)
            else { return nil }
            if key == "apart" { limit.apart = time } else { limit.within = time }
        }
        if let within = limit.within, limit.apart > within {
            findings.report(
                "E35",
                at: keys.range(of: "apart"),
                "`apart` is longer than `within`",
                help: "two so far apart never fall into one window: lengthen `within`"
            )
        }
        if let node = keys["in_all"] {
            guard let count = findings.integer(node, "`in_all`", in: 1...1_000_000) else {
                return nil
            }
            limit.inAll = count
            checkInAll(of: limit, at: keys.range(of: "in_all"))
        }
        if let per = keys["per"] {
            let words = findings.distinct(findings.words(per, "a scope"))
            limit.scopes = words.compactMap { word in
                switch word.text {
                case "session": .session
                case "account" where slotByName["account.id"] != nil:
                    scope(Word(text: "account.id", range: word.range), of: place)
                default: scope(word, of: place)
                }
            }
            if limit.scopes.count < words.count { return nil }
        }
        return limit
    }

    /// What all people share must come back by itself, and leave each of them what is theirs.
    private mutating func checkInAll(of limit: LimitDefinition, at range: SourceRange) {
        guard let inAll = limit.inAll else { return }
        if limit.within == nil {
            findings.report(
                "E38",
                at: range,
                "`in_all` needs the key `within`",
                help: "add the window in which they are counted: `within: 24h`"
            )
        } else if inAll < limit.times {
            findings.report(
                "E35",
                at: range,
                "`in_all` is smaller than `times`",
                help: "one person could use up what is there for all: write a larger number"
            )
        }
    }

    private mutating func scope(
        _ word: Word,
        of place: SourceRange
    ) -> LimitDefinition.Scope? {
        guard let slot = slot(word) else { return nil }
        places.scopes[place, default: [:]][slot] = word.range
        switch slots[slot].draft.kind {
        case .email, .phone, .text, nil: return .field(slot)
        case .name, .date, .country, .postcode, .document, .choice, .bool, .integer, .money, .list,
            .file, .captcha, .consent, .code, .secret:
            findings.report(
                "E14",
                at: word.range,
                "`per` must name `session`, or a field of type `email`, `phone` or `text`",
                help: slots[slot].draft.kind.map { "`\(word.text)` is a `\($0.rawValue)`" }
            )
            return nil
        }
    }

    /// A limit belongs to the step: a button must be able to say whether anything may still go out.
    private mutating func checkLimits(of sends: [SendDefinition]) {
        let limited = sends.filter { $0.limit != nil }
        for send in limited.dropFirst() where send.limit != limited[0].limit {
            findings.report(
                "E35",
                at: send.range,
                "`\(send.name)` has another limit than `\(limited[0].name)` in the same step",
                help: "write the same limit for both: what a step sends is counted together",
                related: [.init(range: limited[0].range, label: "the other limit")]
            )
        }
    }
}
