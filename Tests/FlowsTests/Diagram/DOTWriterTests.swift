import Flows
import Testing

@Suite("DOTWriter")
struct DOTWriterTests {
    private func text(_ diagram: FlowDiagram) -> String {
        DOTWriter(diagram, measure: DiagramSamples.measure).text
    }

    @Test func `a flow with every kind of step and way`() throws {
        #expect(
            text(try DiagramSamples.diagram()) == #"""
                digraph "every-kind" {
                    graph [label="every-kind", labelloc=t, fontname="sans-serif"]
                    node [fontname="sans-serif", fontsize=11, margin="0.15,0.08"]
                    edge [fontname="sans-serif", fontsize=10]
                    begin [shape=circle, style=filled, label="", width=0.2]
                    step_start [shape=box, label="start\nask: email, citizenship, proof"]
                    step_ask_host [shape=box, peripheries=2, label="ask_host\ncall: find_account"]
                    step_letter [shape=box, style="rounded", label="letter\nwait: for a link, a button, the \nhost or time\nsend: mail confirm unless is_kno\nwn"]
                    step_sort [shape=diamond, label="sort\nbranch: the first condition that\n holds"]
                    step_more [shape=box, label="more\nask: pet\nback: never"]
                    step_check [shape=note, label="check\nreview: all"]
                    step_done [shape=oval, penwidth=2, label="done\nend: done\nsend: mail welcome\noffer: other-flow"]
                    step_gone [shape=oval, penwidth=2, label="gone\nend: gone"]
                    anywhere [shape=plaintext, label="any step"]
                    begin -> step_start
                    step_start -> step_ask_host
                    step_start -> step_gone [label="after 3 wrong answers"]
                    step_ask_host -> step_gone [label="answered · if is_known"]
                    step_ask_host -> step_letter [label="answered · else"]
                    step_ask_host -> step_gone [label="unavailable"]
                    step_letter -> step_sort [label="confirmed (link)"]
                    step_letter -> step_letter [label="again", constraint=false]
                    step_letter -> step_letter [label="look (stays)", style=dotted, constraint=false]
                    step_letter -> step_gone [label="account_suspended (signal)"]
                    step_letter -> step_start [label="other · if citizenship == \"C\nZ\"", constraint=false]
                    step_letter -> step_letter [label="after 1m30s", style=dashed, constraint=false]
                    step_letter -> step_gone [label="after 24h", style=dashed]
                    step_sort -> step_more [label="if citizenship in [\"CZ\", \"SK\n\"]"]
                    step_sort -> step_gone [label="else"]
                    step_more -> step_check
                    step_check -> step_done
                    anywhere -> step_gone [label="after 7d untouched", style=dashed]
                }

                """#
        )
    }

    @Test func `quotes and backslashes stay inside of their quotes`() throws {
        let dot = text(try DiagramSamples.diagram { _ in #"a"b\" &lt; \N"# })
        #expect(dot.contains(#"graph [label="a\"b\\\" &amp;lt; \\N", labelloc=t"#))
        let plain = text(try DiagramSamples.diagram())
        #expect(dot.split(separator: "\n").count == plain.split(separator: "\n").count)
    }

    @Test func `what was never taken is faint, with its count`() throws {
        let counts = [FlowDiagram.Count(from: "start", event: "next", to: "ask_host", count: 4)]
        let dot = text(try DiagramSamples.diagram().counted(counts))
        #expect(dot.contains("step_start -> step_ask_host [label=\"×4\"]\n"))
        #expect(
            dot.contains(
                "step_sort -> step_gone [label=\"else ×0\", color=gray60, fontcolor=gray50]\n"
            )
        )
        #expect(dot.contains("step_letter [shape=box, style=\"rounded,dashed\""))
        #expect(dot.contains("step_ask_host [shape=box, peripheries=2, label"))
    }
}
