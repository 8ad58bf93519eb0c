import Testing

@testable import Flows

@Suite("MermaidWriter")
struct MermaidWriterTests {
    @Test func `a flow with every kind of step and way`() throws {
        #expect(
            MermaidWriter(try DiagramSamples.diagram()).text == """
                flowchart TD
                    begin((" ")) --> step_start
                    step_start["start<br/>ask: email, citizenship, proof"]
                    step_ask_host[["ask_host<br/>call: find_account"]]
                    step_letter{{"letter<br/>wait: for a link, a button, the host or time<br/>send: mail confirm unless is_known"}}
                    step_sort{"sort<br/>branch: the first condition that holds"}
                    step_more["more<br/>ask: pet<br/>back: never"]
                    step_check[/"check<br/>review: all"/]
                    step_done(["done<br/>end: done<br/>send: mail welcome<br/>offer: other-flow"])
                    step_gone(["gone<br/>end: gone"])
                    anywhere>"any step"]
                    step_start --> step_ask_host
                    step_start -->|"after 3 wrong answers"| step_gone
                    step_ask_host -->|"answered · if is_known"| step_gone
                    step_ask_host -->|"answered · else"| step_letter
                    step_ask_host -->|"unavailable"| step_gone
                    step_letter -->|"confirmed (link)"| step_sort
                    step_letter -->|"again"| step_letter
                    step_letter -.->|"look (stays)"| step_letter
                    step_letter -->|"account_suspended (signal)"| step_gone
                    step_letter -->|"other · if citizenship == #quot;CZ#quot;"| step_start
                    step_letter -.->|"after 1m30s"| step_letter
                    step_letter -.->|"after 24h"| step_gone
                    step_sort -->|"if citizenship in #91;#quot;CZ#quot;, #quot;SK#quot;#93;"| step_more
                    step_sort -->|"else"| step_gone
                    step_more --> step_check
                    step_check --> step_done
                    anywhere -.->|"after 7d untouched"| step_gone

                """
        )
    }

    @Test func `words that look like markup stay words`() throws {
        let text = MermaidWriter(try DiagramSamples.diagram { _ in DiagramSamples.hostile }).text
        let safe =
            #"a#quot;b#92;c#92;#quot;#93;#124;#125;)#37;#37;#123;init#125;#37;#37;#lt;b#gt;#amp;amp#59;#35;35#59;#96; --#gt;"#
        #expect(text.contains("step_start[\"" + safe))
        #expect(!text.contains("%") && !text.contains("\u{202E}") && !text.contains("\u{1B}"))
        // As many lines as without words: nothing has begun a line of its own.
        let plain = MermaidWriter(try DiagramSamples.diagram()).text
        #expect(text.split(separator: "\n").count == plain.split(separator: "\n").count)
    }

    @Test(arguments: [
        ("1. The address", "1#46; The address"),
        ("12) The address", "12#41; The address"),
        ("- The address", "#45; The address"),
        ("+ The address", "#43; The address"),
        ("*The* **address**", "#42;The#42; #42;#42;address#42;#42;"),
        ("_The_ address", "#95;The#95; address"),
        ("~~The~~ $$x$$", "#126;#126;The#126;#126; #36;#36;x#36;#36;"),
        // These are no markup.
        ("At 2.5 % (or 3)", "At 2.5 #37; (or 3)"),
        ("call: find_account", "call: find_account"),
        ("e-mail — «почта»", "e-mail — «почта»"),
    ])
    func `words that Markdown takes for something else stay words`(text: String, written: String) {
        #expect(MermaidWriter.escaped(text) == written)
    }

    @Test func `a step's name that is no plain word names nothing`() throws {
        var flow = try DiagramSamples.definition()
        flow.steps[2].name = "x\"] --> click"
        let text = MermaidWriter(FlowDiagram(flow)).text
        #expect(text.contains("    step_2{{\"x#quot;#93; --#gt; click<br/>"))
        #expect(text.contains("step_2 -->|\"again\"| step_2"))
    }

    @Test func `what was never taken is faint, with its count`() throws {
        let counts = [FlowDiagram.Count(from: "start", event: "next", to: "ask_host", count: 4)]
        let text = MermaidWriter(try DiagramSamples.diagram().counted(counts)).text
        #expect(text.contains("    step_start -->|\"×4\"| step_ask_host\n"))
        #expect(text.contains("    step_ask_host -->|\"unavailable ×0\"| step_gone\n"))
        #expect(text.contains("    linkStyle 2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17 opacity:0.4"))
        #expect(text.contains("    style step_letter opacity:0.4"))
        #expect(
            !text.contains("    style step_start ") && !text.contains("    style step_ask_host ")
        )
    }
}
