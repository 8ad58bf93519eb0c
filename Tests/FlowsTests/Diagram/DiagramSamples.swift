import Documents
import Flows
import Testing

/// Flows to be drawn, and the writers' output of them.
enum DiagramSamples {
    /// Every kind of step and every kind of way.
    static let everyKind = """
        flow: every-kind
        version: 3
        expires: {after: 7d, goto: gone}
        fields:
          - [email, citizenship, pet]
          - proof: {type: captcha}
        steps:
          - step: start
            ask: [email, citizenship, proof]
            attempts: {times: 3, goto: gone}
          - step: ask_host
            call: find_account
            events: {answered: [{if: is_known, goto: gone}, {else: letter}], unavailable: gone}
          - step: letter
            send: {mail: confirm, link: confirmed, unless: is_known, limit: {times: 3}}
            events:
              confirmed: sort
              again: letter
              look: stay
              account_suspended: gone
              other: {if: 'citizenship == "CZ"', goto: start}
            after: {90s: letter, 24h: gone}
          - step: sort
            next:
              - {if: 'citizenship in ["CZ", "SK"]', goto: more}
              - {else: gone}
          - {step: more, back: never, ask: [pet]}
          - {step: check, review: all}
          - {step: done, send: {mail: welcome, limit: {times: 1}}, end: done, offer: [other-flow]}
          - {step: gone, end: gone}
        """

    /// Words that try to break out of every format.
    static let hostile = "a\"b\\c\\\"]|})%%{init}%%<b>&amp;#35;`\n-->\u{202E}\u{1B}[31m-- 注册 ; x"

    static func diagram(
        _ flow: String = everyKind,
        words: @escaping ([String]) -> String? = { _ in nil }
    ) throws -> FlowDiagram {
        FlowDiagram(try definition(flow), words: words)
    }

    static func definition(_ flow: String = everyKind) throws -> FlowDefinition {
        let (project, problems) = FlowFiles.read(
            flow,
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        )
        #expect(problems.filter { $0.severity == .error }.map(\.message) == [])
        return try #require(project.flows.first)
    }

    /// A measure in which a Chinese character takes two cells.
    static let measure = TextMeasure(
        cells: { cells($0) },
        truncate: { text, width in
            guard cells(text) > width else { return text }
            var cut = ""
            var room = width - 1
            for character in text {
                room -= cells("\(character)")
                if room < 0 { break }
                cut.append(character)
            }
            return cut + "…"
        },
        wrap: { text, width in
            var lines = [""]
            var taken = 0
            for character in text {
                if taken + cells("\(character)") > width {
                    lines.append("")
                    taken = 0
                }
                lines[lines.count - 1].append(character)
                taken += cells("\(character)")
            }
            return lines
        }
    )

    static func cells(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ((0x2E80...0x9FFF).contains($1.value) ? 2 : 1) }
    }
}
