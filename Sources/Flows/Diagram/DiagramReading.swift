extension FlowDiagram {
    /// Draws up the diagram of a flow.
    ///
    /// `words` gives the text of the first of some message keys that has any, and `nil` where none has.
    /// O(steps × ways).
    public init(_ flow: FlowDefinition, words: @escaping ([String]) -> String? = { _ in nil }) {
        let reading = DiagramReading(flow: flow, words: words)
        self.init(
            name: flow.name,
            title: words(["\(flow.name).title"]).map(DiagramText.onOneLine),
            version: flow.version,
            nodes: flow.steps.map(reading.node),
            edges: reading.edges,
            mainWay: MainWay.steps(of: flow, edges: reading.edges)
        )
    }
}

/// Turns the steps of a flow into nodes and edges.
private struct DiagramReading {
    let flow: FlowDefinition
    let words: ([String]) -> String?

    /// Every way of the flow.
    var edges: [FlowDiagram.Edge] {
        flow.steps.indices.flatMap(edges(of:)) + [expiry].compactMap(\.self)
    }

    // MARK: - Nodes

    func node(_ step: StepDefinition) -> FlowDiagram.Node {
        var details = [what(step)]
        details += step.sends.map { detail("send", [text(of: $0)]) }
        if case .end(_, let offers) = step.kind, !offers.isEmpty {
            details.append(detail("offer", offers.map(\.text)))
        }
        return FlowDiagram.Node(
            name: step.name,
            kind: kind(of: step),
            title: title(of: step),
            details: details,
            isBarrier: !step.allowsBack
        )
    }

    /// The title of a step that somebody sees; that of a sub-flow's step is its own flow's.
    private func title(of step: StepDefinition) -> String? {
        if case .branch = step.kind { return nil }
        return words([flow.key(of: step.name.text) + ".title"]).map(DiagramText.onOneLine)
    }

    private func kind(of step: StepDefinition) -> FlowDiagram.Node.Kind {
        switch step.kind {
        case .form: .form
        case .review: .review
        case .call: .call
        case .waiting: .waiting
        case .branch: .branch
        case .end: .end
        }
    }

    private func what(_ step: StepDefinition) -> FlowDiagram.Node.Detail {
        if let run = step.run { return detail("run", [flow.runs[run].flow.text]) }
        if let outcome = step.leavesAs { return detail("end", [outcome.text]) }
        let texts =
            switch step.kind {
            case .form(let fields): fields.map(label(of:))
            case .review: ["all"]
            case .call(let effect): [effect.text]
            case .waiting: [awaited(at: step)]
            case .branch: ["the first condition that holds"]
            case .end(let outcome, _): [outcome.text]
            }
        return detail(kind(of: step).keyword, texts)
    }

    private func awaited(at step: StepDefinition) -> String {
        let sources = Set(step.events.map(\.source))
        let all: [(String, Bool)] = [
            ("a link", sources.contains(.link)), ("a button", sources.contains(.button)),
            ("the host", sources.contains(.signal)), ("time", !step.timers.isEmpty),
        ]
        let some = all.filter(\.1).map(\.0)
        let first = some.dropLast().joined(separator: ", ")
        return "for " + ((first.isEmpty ? [] : [first]) + some.suffix(1)).joined(separator: " or ")
    }

    private func label(of slot: Int) -> String {
        let name = flow.fields[slot].name.text
        let origin = flow.origin(of: name)
        let keys = FieldKeys(flow: origin.flow, path: origin.name)
        return words(keys("label")).map(DiagramText.onOneLine) ?? name
    }

    private func text(of send: SendDefinition) -> String {
        let condition =
            send.condition.map { " if \(DiagramText.short($0))" }
            ?? send.exception.map { " unless \(DiagramText.short($0))" }
        return "\(send.channel.rawValue) \(send.name)" + (condition ?? "")
    }

    private func detail(_ keyword: String, _ texts: [String]) -> FlowDiagram.Node.Detail {
        FlowDiagram.Node.Detail(keyword: keyword, text: texts.joined(separator: ", "))
    }

    // MARK: - Edges

    private func edges(of index: Int) -> [FlowDiagram.Edge] {
        let step = flow.steps[index]
        var edges = step.next.map { route in
            self.edges(along: route, from: index, .next, event: "next")
        }
        for event in step.events {
            let label: String
            let kind: FlowDiagram.Edge.Kind
            switch event.source {
            case .button:
                let key = "\(flow.key(of: step.name.text)).\(event.name)"
                (kind, label) = (.button, words([key]) ?? event.name.text)
            case .link: (kind, label) = (.link, "\(event.name) (link)")
            case .outcome: (kind, label) = (.outcome, event.name.text)
            case .signal: (kind, label) = (.signal, "\(event.name) (signal)")
            }
            edges =
                (edges ?? [])
                + self.edges(
                    along: event.route,
                    from: index,
                    kind,
                    event: event.name.text,
                    label: label,
                    condition: event.condition
                )
        }
        let timers = step.timers.map { timer in
            edge(
                from: index,
                to: timer.target,
                .timer,
                event: "after",
                label: "after \(DurationText.text(of: timer.after))"
            )
        }
        let attempts = step.attempts.map { attempts in
            edge(
                from: index,
                to: attempts.target,
                .attempts,
                event: "attempts",
                label: "after \(attempts.times) wrong answers"
            )
        }
        return (edges ?? []) + timers + [attempts].compactMap(\.self)
    }

    private var expiry: FlowDiagram.Edge? {
        flow.expiry.map { expiry in
            edge(
                from: nil,
                to: expiry.target,
                .expiry,
                event: "expires",
                label: "after \(DurationText.text(of: expiry.after)) untouched"
            )
        }
    }

    private func edges(
        along route: Route,
        from: Int,
        _ kind: FlowDiagram.Edge.Kind,
        event: String,
        label: String? = nil,
        condition: Condition? = nil
    ) -> [FlowDiagram.Edge] {
        let ways =
            route.branches.map { ($0.target, Optional($0.condition)) } + [(route.otherwise, nil)]
        return ways.enumerated().map { index, way in
            let (target, branch) = way
            let conditions = [condition, branch].compactMap(\.self)
            let isElse = branch == nil && !route.branches.isEmpty
            let texts = conditions.map { "if \(DiagramText.short($0))" } + (isElse ? ["else"] : [])
            let whole = conditions.map(DiagramText.whole) + (isElse ? ["else"] : [])
            let to: Int
            let isStay: Bool
            switch target {
            case .step(let step): (to, isStay) = (step, false)
            case .stay: (to, isStay) = (from, true)
            }
            return edge(
                from: from,
                to: to,
                kind,
                event: event,
                branch: ways.count > 1 ? index : nil,
                label: ([label].compactMap(\.self) + texts).joined(separator: " · "),
                condition: whole.isEmpty ? nil : whole.joined(separator: "; "),
                isStay: isStay
            )
        }
    }

    private func edge(
        from: Int?,
        to: Int,
        _ kind: FlowDiagram.Edge.Kind,
        event: String,
        branch: Int? = nil,
        label: String,
        condition: String? = nil,
        isStay: Bool = false
    ) -> FlowDiagram.Edge {
        FlowDiagram.Edge(
            from: from,
            to: to,
            kind: kind,
            event: event,
            branch: branch,
            label: DiagramText.onOneLine(label),
            condition: condition,
            isStay: isStay,
            count: nil
        )
    }
}
