import Documents
import Flows

extension Audit {
    /// The answers for a person; ends with a line end.
    var text: String { flows.map { Self.text($0) }.joined(separator: "\n") }

    private static func text(_ flow: Flow) -> String {
        let definition = flow.definition
        var lines = [
            "\(definition.name), version \(definition.version)    (\(VisibleText.escaping(definition.range.file)))"
        ]
        add("What is asked and known, and how it is kept", rows(flow.fields), to: &lines)
        add("What is sent", flow.sends.flatMap { rows($0) }, to: &lines)
        add("What the host is given", flow.calls.flatMap { rows($0) }, to: &lines)
        add(
            "What is promised: proved on every way, and watched while the flow runs",
            flow.promises.flatMap { rows($0) },
            to: &lines
        )
        add(
            "What ends by itself",
            flow.timers.map { timer in
                let what = timer.step ?? "a walk that nobody touches"
                return "\(what): after \(timer.after), at \(timer.to)"
            },
            to: &lines
        )
        add(
            "What good practice advises against, and this flow does",
            flow.deviations.flatMap { rows($0) },
            to: &lines
        )
        if !flow.undecided.isEmpty {
            add(
                "What was not decided: whether these conditions can go both ways (W32)",
                flow.undecided.map { "\(place($0.range))  \($0.condition)" },
                to: &lines
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func add(_ title: String, _ rows: [String], to lines: inout [String]) {
        lines += ["", title]
        lines += (rows.isEmpty ? ["nothing"] : rows).map { "  " + $0 }
    }

    private static func rows(_ fields: [AuditedField]) -> [String] {
        let name = fields.map(\.name.count).max() ?? 0
        let type = fields.map(\.type.count).max() ?? 0
        return fields.map { field in
            var facts = [field.protection.words]
            if !field.innerSecrets.isEmpty {
                facts.append("secret in it: " + field.innerSecrets.joined(separator: ", "))
            }
            if let document = field.document { facts.append("accepts \(document)") }
            if field.isSetOnce { facts.append("set once") }
            facts.append(
                field.steps.isEmpty
                    ? field.origin : "asked in " + field.steps.joined(separator: ", ")
            )
            return padded(field.name, name) + "  " + padded(field.type, type) + "  "
                + facts.joined(separator: "; ")
        }
    }

    private static func rows(_ send: AuditedSend) -> [String] {
        var head =
            "\(send.channel) \(send.name) to \(send.recipient), "
            + (send.step.map { "in \($0)" } ?? "wherever people stand when the notice begins")
        if let link = send.link { head += ", with a link for \(link)" }
        if let condition = send.condition { head += "; if \(condition)" }
        if let exception = send.exception { head += "; unless \(exception)" }
        guard let limit = send.limit else {
            return [head, "    no limit: it is sent once at most"]
        }
        var words = "    at most \(limit.times) time\(limit.times == 1 ? "" : "s")"
        if let within = limit.within { words += " within \(within)" }
        if let apart = limit.apart { words += ", \(apart) apart" }
        words += ", counted per " + limit.scopes.joined(separator: " and per ")
        if let inAll = limit.inAll { words += "; \(inAll) in all" }
        return [head, words]
    }

    private static func rows(_ call: AuditedCall) -> [String] {
        let once = call.isOncePerFlow ? "; never again after a success" : ""
        let webhook = call.webhook.map { ", over HTTP by the webhook \($0)" } ?? ""
        var rows = ["\(call.name), in \(call.steps.joined(separator: ", "))\(webhook)\(once)"]
        if !call.needs.isEmpty { rows.append("    gets " + call.needs.joined(separator: ", ")) }
        if !call.mayUse.isEmpty {
            rows.append("    gets where it is known " + call.mayUse.joined(separator: ", "))
        }
        if !call.writes.isEmpty {
            rows.append("    writes to the account " + call.writes.joined(separator: ", "))
        }
        if call.endsSessions { rows.append("    ends all other sessions of the account") }
        rows += call.gives.map {
            "    gives \($0.fields.joined(separator: ", ")) with \($0.outcome)"
        }
        return rows
    }

    private static func rows(_ promise: AuditedPromise) -> [String] {
        var head = promise.outcome
        if let event = promise.onlyAfter { head += " only after \(event)" }
        if let most = promise.atMost {
            head += ", at most \(most) time\(most == 1 ? "" : "s")"
        }
        return [head] + promise.basis.map { "    because " + $0 }
    }

    private static func rows(_ deviation: Deviation) -> [String] {
        [
            "\(place(deviation.range))  \(deviation.what)",
            "    \(deviation.reason) [\(deviation.advice)]",
        ]
    }

    private static func place(_ range: SourceRange) -> String {
        "\(VisibleText.escaping(range.file)):\(range.start.line)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
