import Documents

/// The coverage of a run as a section of a page.
struct HTMLCoverage {
    let flows: [FlowCoverage]

    /// Writes the section; nothing where no flow was walked.
    func write(to writer: inout MarkupWriter) {
        guard !flows.isEmpty else { return }
        writer.element("section") { writer in
            writer.element("h2", text: "Coverage")
            let kinds = CoverageItem.Kind.allCases.map(\.plural)
            writer.table("Coverage", ["Flow"] + kinds) { writer in
                for flow in flows {
                    writer.row([flow.flow] + flow.counts.map { Self.figure($0.met, $0.all) })
                }
            }
            for flow in flows { write(flow, to: &writer) }
        }
    }

    private func write(_ flow: FlowCoverage, to writer: inout MarkupWriter) {
        writer.element("h3", text: flow.flow)
        for kind in CoverageItem.Kind.allCases {
            let missed = flow.missed.filter { $0.kind == kind }
            if !missed.isEmpty {
                writer.details("\(missed.count) \(kind.plural) not met") { writer in
                    writer.table("\(kind.plural) not met", ["Place", "What"]) { writer in
                        for item in missed { writer.row([item.range.place, item.name]) }
                    }
                }
            }
        }
        writer.table("Ways gone, \(flow.flow)", ["From", "Event", "To", "Times"]) { writer in
            for (way, count) in flow.ways {
                let event = way.event + (way.branch.map { " (branch \($0))" } ?? "")
                writer.row([way.from ?? "any step", event, way.to, "\(count)"])
            }
        }
        writer.table("Messages by language, \(flow.flow)", ["Messages of", "shown"]) { writer in
            for count in flow.messages {
                writer.row([count.language, Self.figure(count.met, count.all)])
            }
        }
        writeMessages(of: flow, to: &writer)
    }

    /// Each message that some language has not shown, with a column for each language.
    private func writeMessages(of flow: FlowCoverage, to writer: inout MarkupWriter) {
        var places: [String: [String: SourceRange]] = [:]
        for message in flow.missedMessages {
            places[message.key, default: [:]][message.language] = message.range
        }
        guard !places.isEmpty else { return }
        let languages = flow.messages.map(\.language)
        writer.details("\(places.count) messages not shown in some language") { writer in
            writer.table("Messages not shown", ["Message"] + languages) { writer in
                for (key, missing) in places.sorted(by: { $0.key < $1.key }) {
                    writer.row([key] + languages.map { missing[$0]?.place ?? "shown" })
                }
            }
        }
    }

    private static func figure(_ met: Int, _ all: Int) -> String {
        all == 0 ? "none" : "\(met) of \(all) (\(met * 100 / all) %)"
    }
}
