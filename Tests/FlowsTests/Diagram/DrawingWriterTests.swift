import Flows
import Testing

@Suite("DrawingWriter")
struct DrawingWriterTests {
    private func text(_ diagram: FlowDiagram, _ style: DrawingStyle = .unicode) -> String {
        DrawingWriter(diagram, measure: DiagramSamples.measure, style: style).text
    }

    private static let small = """
        flow: small
        version: 2
        fields: [email, pet]
        expires: {after: 48h, goto: gone}
        steps:
          - {step: start, ask: [email]}
          - {step: host, call: ping, events: {done: more, unavailable: gone}}
          - {step: more, back: never, ask: [pet]}
          - {step: end_of_it, end: done}
          - {step: gone, end: gone}
        """

    @Test func `the main way goes down, what leaves it points to numbered steps`() throws {
        #expect(
            text(try DiagramSamples.diagram(Self.small) { $0.contains("small.title") ? "小" : nil })
                == """
                 小 · small 2

                   ●
                   ▼
                 ┌────────────────────────────────────────────────────────────────────────────┐
                 │ 1  start                                                                   │
                 │    ask    email                                                            │
                 └─┬──────────────────────────────────────────────────────────────────────────┘
                   ▼
                 ╔════════════════════════════════════════════════════════════════════════════╗
                 ║ 2  host                                                                    ║
                 ║    call   ping                                                             ║
                 ╚═╤══════════════════════════════════════════════════════════════════════════╝
                   ├─ unavailable ─────────────────────▶ A  gone
                   │
                   │ done
                   ▼
                 ━━━ no way back past this line ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                 ┌────────────────────────────────────────────────────────────────────────────┐
                 │ 3  more                                                                    │
                 │    ask    pet                                                              │
                 └─┬──────────────────────────────────────────────────────────────────────────┘
                   ▼
                 ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                 ┃ 4  end_of_it                                                               ┃
                 ┃    end    done                                                             ┃
                 ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

                 ━━━ aside ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

                 ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                 ┃ A  gone                                                                    ┃
                 ┃    end    gone                                                             ┃
                 ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

                 from any step
                   └╌ after 2d untouched ╌╌╌╌╌╌╌╌╌╌╌╌╌╌▶ A  gone

                 ┌─┐ ask   ╔═╗ call   ┏━┓ end   ╌╌▶ time
                 Back leads to the form before, and never past ━━━

                """
        )
    }

    @Test func `every way stands at its step, with the number of the step it leads to`() throws {
        let lines = text(try DiagramSamples.diagram()).split(separator: "\n").map(String.init)
        let arrows = lines.filter { $0.contains("▶ ") && !$0.contains("▶ time") }
        let targets = arrows.map { $0.split(separator: "▶ ").last.map(String.init) ?? "" }
        #expect(
            targets == [
                "A  gone", "A  gone", "A  gone", "3  once more", "3  stays there", "A  gone",
                "1  start", "3  once more", "A  gone", "A  gone", "A  gone",
            ]
        )
        // The others lead down the main way, where their labels stand beside the line.
        for label in ["answered · else", "confirmed (link)"] {
            #expect(lines.contains("   │ \(label)"))
        }
        #expect(lines.contains { $0.hasPrefix("   │ if citizenship in [") })
    }

    @Test func `no line is wider than 80 cells, whatever the words are`() throws {
        for word in ["注册", "Регистрация ", "Křížová ", "W", DiagramSamples.hostile] {
            let long = String(repeating: word, count: 90)
            for style in [DrawingStyle.unicode, .ascii] {
                let drawing = text(try DiagramSamples.diagram { _ in long }, style)
                for line in drawing.split(separator: "\n") {
                    #expect(DiagramSamples.cells(String(line)) <= 80, "\(line)")
                }
            }
        }
    }

    @Test func `in ASCII nothing but the flow's own words is outside of it`() throws {
        let drawing = text(try DiagramSamples.diagram(), .ascii)
        #expect(drawing.unicodeScalars.filter { !$0.isASCII && $0 != "·" && $0 != "…" }.isEmpty)
        #expect(drawing.contains("=== no way back past this line ==="))
    }

    @Test func `each kind of step has a frame of its own`() throws {
        for style in [DrawingStyle.unicode, .ascii] {
            let lines = text(try DiagramSamples.diagram(), style).split(separator: "\n")
            let tops = zip(lines, lines.dropFirst()).compactMap { top, next in
                next.contains(#/^ \S [1-7] {2}/#) ? "\(top.prefix(4))\(next.prefix(2))" : nil
            }
            // Form, call, waiting, branch, form, review, end.
            #expect(tops.count == 7)
            #expect(Set(tops).count == 6, "\(tops)")
        }
    }

    @Test func `counts stand at the ways, and at steps that nobody entered`() throws {
        let counts = [
            FlowDiagram.Count(from: "start", event: "next", to: "host", count: 12),
            .init(from: "host", event: "done", to: "more", count: 7),
        ]
        let drawing = text(try DiagramSamples.diagram(Self.small).counted(counts))
        #expect(drawing.contains("   │ ×12\n"))
        #expect(drawing.contains("   │ done ×7\n"))
        #expect(drawing.contains("   ├─ unavailable ×0 ─"))
        let unmet = drawing.split(separator: "\n").filter { $0.contains("never  entered") }
        #expect(unmet.map { $0.prefix(2) } == [" ┃", " ┃"])
    }

    @Test func `who stays at a step has not entered it by that`() throws {
        let counts = [FlowDiagram.Count(from: "letter", event: "look", to: "letter", count: 3)]
        let drawing = text(try DiagramSamples.diagram().counted(counts))
        // All but the first step.
        #expect(drawing.split(separator: "\n").count { $0.contains("never  entered") } == 7)
    }

    @Test func `where there is no barrier, none is explained`() throws {
        let open = Self.small.replacing("back: never, ", with: "")
        #expect(!text(try DiagramSamples.diagram(open)).contains("Back leads"))
    }

    @Test func `the end that a closed flow shows stands aside, though no way leads there`() throws {
        let closed = Self.small.replacing(
            "fields: [email, pet]",
            with: "fields: [email, pet]\nopen: {until: 2030-01-01}\nclosed: too_late"
        )
        let drawing = text(
            try DiagramSamples.diagram(closed + "\n  - {step: too_late, end: closed}")
        )
        #expect(drawing.contains(" ┃ B  too_late"))
    }

    @Test func `more than twenty-six steps aside have letters too`() throws {
        let names = (0..<28).map { "s\(Character(Unicode.Scalar(UInt8(97 + $0 / 10))))\($0 % 10)" }
        let buttons = names.map { "b_\($0): \($0)" }.joined(separator: ", ")
        let ends = names.map { "  - {step: \($0), end: over}" }.joined(separator: "\n")
        let drawing = text(
            try DiagramSamples.diagram(
                """
                flow: wide
                version: 1
                steps:
                  - {step: start, events: {go: done, \(buttons)}}
                  - {step: done, end: done}
                \(ends)
                """
            )
        )
        #expect(drawing.contains("▶ A  sa0\n") && drawing.contains("▶ Z  sc5\n"))
        #expect(drawing.contains("▶ AA sc6\n") && drawing.contains("▶ AB sc7\n"))
    }
}
