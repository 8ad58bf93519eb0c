import Documents
import Expressions

/// When newcomers may begin a flow.
extension FlowReader {
    mutating func readOpening(_ keys: Keys, steps: [StepDefinition]) -> Opening? {
        guard let node = keys["open"] else {
            if keys.has("closed") {
                findings.report(
                    "E38",
                    at: keys.range(of: "closed"),
                    "`closed` needs the key `open`"
                )
            }
            return nil
        }
        guard let times = findings.keys(of: node, .opening) else { return nil }
        let from = times["from"].flatMap { moment($0) }
        let until = times["until"].flatMap { moment($0) }
        var notice: Int64?
        if let node = times["notice"], let word = findings.word(node, "`notice`") {
            notice = findings.duration(word)
            if !times.has("until") {
                findings.report(
                    "E38",
                    at: times.range(of: "notice"),
                    "`notice` needs the key `until`"
                )
            }
        }
        if !times.has("from"), !times.has("until") {
            findings.report("E38", at: keys.range(of: "open"), "`open` needs `from` or `until`")
        }
        if let from, let until, from >= until {
            findings.report("E35", at: node.range, "`until` is not later than `from`")
        }
        guard let closed = keys["closed"] else {
            findings.report(
                "E38",
                at: keys.range(of: "open"),
                "`open` needs the key `closed`",
                help: "name the end that newcomers see at any other time: `closed: <step>`"
            )
            return nil
        }
        guard let target = readStepTarget(closed) else { return nil }
        guard steps[target].isEnd else {
            findings.report(
                "E35",
                at: closed.range,
                "`closed` must name an end: nothing leads on from there",
                related: [.init(range: steps[target].range, label: "the step")]
            )
            return nil
        }
        return Opening(from: from, until: until, notice: notice, closed: target)
    }

    /// A day, which begins at midnight in UTC, or a moment as RFC 3339 writes it.
    private mutating func moment(_ node: DocumentNode) -> Int64? {
        guard let word = findings.word(node, "a date") else { return nil }
        if let day = CalendarDate.milliseconds(word.text) { return day }
        if let moment = ExpressionTimestamp(text: word.text) { return moment.milliseconds }
        findings.report(
            "E39",
            at: word.range,
            "`\(word.text)` is no date",
            help: "write `2026-03-01`, or `2026-03-01T09:00:00Z`"
        )
        return nil
    }
}
