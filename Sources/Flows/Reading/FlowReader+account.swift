import Documents

/// Flows that need an account: they begin by signing in, and then know what the account has.
extension FlowReader {
    /// The flow that signs in, the step that runs it, and the outcome in which somebody is signed in.
    static let signIn = (flow: "sign-in", step: "sign_in")
    static let signedIn = "signed_in"

    /// The steps of a flow, behind the one that signs in where it needs an account.
    mutating func signingIn(
        _ node: DocumentNode?,
        before nodes: [DocumentNode]
    ) -> [DocumentNode] {
        guard let node, let handedOver = signInValues(node),
            let first = nodes.first?["step"]?.text
        else { return nodes }
        signsIn = true
        let entry = { (key: String, content: DocumentNode.Content) in
            DocumentNode.Entry(
                key: key,
                keyRange: node.range,
                value: DocumentNode(content, at: node.range)
            )
        }
        let text = { (text: String) in
            DocumentNode.Content.scalar(.init(text: text, style: .plain))
        }
        let step = DocumentNode.Content.mapping(
            [
                entry("step", text(Self.signIn.step)), entry("run", text(Self.signIn.flow)),
                entry("events", .mapping([entry(Self.signedIn, text(first))])),
            ] + handedOver
        )
        return [DocumentNode(step, at: node.range)] + nodes
    }

    /// What the flow that signs in is given, as a step that runs a flow says it; `nil` for what can't be read.
    private mutating func signInValues(_ node: DocumentNode) -> [DocumentNode.Entry]? {
        guard let entries = node.entries else {
            return findings.choice(node, "`account`", of: ["required"]) == nil ? nil : []
        }
        guard findings.keys(of: node, .account) != nil else { return nil }
        return entries.filter { $0.key == "with" }
    }

    /// Whether a flow is run to sign in.
    func isSignIn(runBy caller: (part: Int, step: Int)?) -> Bool {
        guard signsIn, let caller else { return false }
        return caller.part == 0 && caller.step == 0
    }

    /// A flow that is run has no account of its own.
    mutating func checkAccount(of part: FlowPart, runBy caller: (part: Int, step: Int)) {
        guard let node = part.root["account"] else { return }
        let step = parts[caller.part].nodes[caller.step - parts[caller.part].firstStep]
        findings.report(
            "E35",
            at: step["run"]?.range ?? step.range,
            "the flow `\(part.flow)` needs an account, so it can't be run by another",
            help: "let this flow have `account: required`, and hand over what it needs",
            related: [.init(range: node.range, label: "needed here")]
        )
    }

    /// Gives slots to what an account has, where somebody signs in.
    ///
    /// These are `account.id`, each of its fields that can be read, and of each agreement whether it has changed. The
    /// flow that signs in knows them, too.
    mutating func addAccount() {
        let opensAccount = calledEffects.contains { name in
            declarations.effects[name]?.outcomes.contains(where: \.givesAccount) ?? false
        }
        if isSignIn(runBy: part.caller) {
            for slot in accountSlots { slotByName[slots[slot].draft.name.text] = slot }
        }
        guard current == 0, signsIn || opensAccount else { return }
        var drafts = [
            FieldDraft(name: Word(text: "account.id", range: part.root.range), place: .given)
        ]
        drafts[0].kind = .text
        let fields = declarations.fields.values.sorted {
            $0.name.range.start.byte < $1.name.range.start.byte
        }
        drafts += fields.compactMap { Self.accountDraft($0) }
        drafts += fields.filter { $0.kind == .consent }.map { Self.changeDraft(of: $0) }
        for draft in drafts {
            slotByName[draft.name.text] = slots.count
            accountSlots.append(slots.count)
            slots.append(Slot(draft: draft, origin: .given, place: draft.name.range, part: 0))
        }
    }

    /// Whether every account that the flow can open has a field.
    func isAlwaysThere(_ draft: FieldDraft) -> Bool {
        switch draft.name.text {
        case "account.id": true
        case "account.email": !opensByPhone
        default: draft["default"] != nil
        }
    }

    /// Whether the flow opens accounts by a phone: such an account need not have an address.
    var opensByPhone: Bool {
        calledEffects.contains { declarations.effects[$0]?.opensByPhone ?? false }
    }

    /// Whether there is a newer version of an agreement than the one that was accepted: not, unless it is said.
    private static func changeDraft(of field: FieldDraft) -> FieldDraft {
        let name = FieldName.change(of: FieldName("account.\(field.name.text)"))
        var draft = FieldDraft(name: Word(text: name.text, range: field.name.range), place: .given)
        draft.kind = .bool
        draft.attributes["default"] = DocumentNode.Entry(
            key: "default",
            keyRange: field.name.range,
            value: DocumentNode(.scalar(.init(text: "false", style: .plain)), at: field.name.range)
        )
        return draft
    }

    /// A field as it is read in the account; `nil` for what can't be read.
    ///
    /// It was judged when it was given: what its form or its options depend on need not be in this flow.
    static func accountDraft(_ field: FieldDraft) -> FieldDraft? {
        var draft = FieldDraft(
            name: Word(text: "account.\(field.name.text)", range: field.name.range),
            place: .given
        )
        switch field.kind {
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .money, .consent:
            draft.kind = field.kind
        case .postcode, .document: draft.kind = .text
        case .choice:
            draft.kind = .choice
            if let of = field.attributes["of"] {
                draft.attributes["of"] = Self.withoutConditions(of)
            }
        case .list, .file, .captcha, .code, .secret, nil: return nil
        }
        for key in ["privacy", "min", "max", "currency", "document"] {
            draft.attributes[key] = field.attributes[key]
        }
        return draft
    }

    private static func withoutConditions(_ entry: DocumentNode.Entry) -> DocumentNode.Entry {
        guard let items = entry.value.items else { return entry }
        let names = items.map { item in
            guard let option = item.entries?.first else { return item }
            return DocumentNode(
                .scalar(.init(text: option.key, style: .plain)),
                at: option.keyRange
            )
        }
        return DocumentNode.Entry(
            key: entry.key,
            keyRange: entry.keyRange,
            value: DocumentNode(.sequence(names), at: entry.value.range)
        )
    }
}
