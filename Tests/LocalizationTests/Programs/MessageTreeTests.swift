import Testing

@testable import Localization

@Suite("MessageTree")
struct MessageTreeTests {
    private func tree(_ pattern: String) throws -> MessageTree { try MessageTree.parse(pattern) }

    private func source(_ range: Range<Int>, _ pattern: String) -> String {
        String(decoding: Array(pattern.utf8)[range], as: UTF8.self)
    }

    @Test func `each part knows where it stands`() throws {
        let pattern =
            "Привет, { name }: {n, plural, offset:1 =0 {нет} other {# шт. {d, date, long }}}!"
        let tree = try tree(pattern)
        let arguments = tree.arguments
        #expect(arguments.map(\.name) == ["name", "n", "d"])
        #expect(arguments.map { source($0.nameRange, pattern) } == ["name", "n", "d"])
        #expect(source(arguments[0].range, pattern) == "{ name }")
        #expect(source(arguments[2].range, pattern) == "{d, date, long }")
        #expect(source(arguments[2].styleRange, pattern) == "long")
        #expect(arguments[1].branches.map(\.selector) == ["=0", "other"])
        #expect(arguments[1].branches.map { source($0.selectorRange, pattern) } == ["=0", "other"])
        #expect(
            arguments[1].branches.map { source($0.range, pattern) } == [
                "нет", "# шт. {d, date, long }",
            ]
        )
        guard case .plural(let branches) = arguments[1].format else {
            Issue.record("\(arguments[1].format)")
            return
        }
        #expect(branches.offset == 1)
        #expect(branches["other"]?.nodes.count == 3)
        #expect(branches["few"] == nil)
        #expect(tree.length == pattern.utf8.count)
    }

    private static let quoted: [(pattern: String, words: String)] = [
        ("it''s", "it's"), ("it's", "it's"), ("'{'x'}'", "{x}"), ("'{a}' b", "{a} b"),
        ("a '' b", "a ' b"), ("'{it''s}'", "{it's}"), ("don't", "don't"), ("'", "'"), ("''", "'"),
        ("#", "#"), ("'#'", "'#'"), ("'a'", "'a'"), ("я'{'ж'}'ц", "я{ж}ц"),
    ]

    @Test(arguments: quoted)
    func `words are what a reader sees, and each byte knows its place`(
        pattern: String,
        words: String
    )
        throws
    {
        let nodes = try tree(pattern).nodes
        guard case .text(let text)? = nodes.first, nodes.count == 1 else {
            Issue.record("\(nodes)")
            return
        }
        #expect(text.value == words)
        #expect(text.range == 0..<pattern.utf8.count)
        let bytes = Array(pattern.utf8)
        for (offset, byte) in words.utf8.enumerated() {
            #expect(bytes[text.range(of: offset..<(offset + 1)).lowerBound] == byte)
        }
        #expect(text.range(of: 0..<words.utf8.count).upperBound == pattern.utf8.count)
    }

    @Test func `a sign of number is one directly inside of a plural only`() throws {
        let pattern = "#{n, plural, other {#'#'{s, select, other {#}}}}"
        let outer = try #require(try tree(pattern).arguments.first)
        let nodes = try #require(outer.branches.first).nodes
        #expect(nodes.count == 3)
        #expect(nodes.first == .number(20..<21))
        guard case .text(let text) = nodes[1] else {
            Issue.record("\(nodes)")
            return
        }
        #expect(text.value == "#")
        let inner = try #require(try tree(pattern).arguments.last?.branches.first).nodes
        guard case .text(let sign)? = inner.first else {
            Issue.record("\(inner)")
            return
        }
        #expect(sign.value == "#")
    }

    @Test(arguments: [
        "", "x", "a {b} c", "{n, plural, one {#} other {{x} {y, select, a {} other {z}}}}",
    ])
    func `the parts of a message cover it without gaps`(pattern: String) throws {
        let tree = try tree(pattern)
        var end = 0
        for node in tree.nodes {
            let range = Self.range(of: node)
            #expect(range.lowerBound == end)
            end = range.upperBound
        }
        #expect(end == pattern.utf8.count)
    }

    private static func range(of node: MessageTree.Node) -> Range<Int> {
        switch node {
        case .text(let text): text.range
        case .number(let range): range
        case .argument(let argument): argument.range
        }
    }

    @Test(arguments: fiveLanguages)
    func `a tree that is written out by hand says what the program says`(language: LanguageTag)
        throws
    {
        let place = try #require(fiveLanguages.firstIndex(of: language))
        var messages = RandomMessages(seed: 900 + UInt64(place))
        var compared = 0
        while compared < 400 {
            let (pattern, zone) = messages.message()
            guard pattern.utf8.count <= MessageProgram.byteLimit else { continue }
            let tree = try tree(pattern)
            let program = try MessageProgram.compile(pattern, language: language)
            for _ in 0..<2 {
                let writer = TreeWriter(
                    pattern: Array(pattern.utf8),
                    language: language,
                    arguments: messages.arguments(),
                    zone: zone
                )
                let written = try writer.text(tree.nodes, nil)
                let expected = program.format(writer.arguments, zone: zone)
                #expect(written == expected, "\(pattern) \(writer.arguments)")
                compared += 1
            }
        }
    }
}

/// Writes a message by walking over its tree; single arguments are written by programs of their own.
private struct TreeWriter {
    let pattern: [UInt8]
    let language: LanguageTag
    let arguments: [String: MessageArgument]
    let zone: String

    func text(_ nodes: [MessageTree.Node], _ number: String?) throws -> String {
        try nodes.map { node in
            switch node {
            case .text(let text): return text.value
            case .number: return number ?? "no plural around"
            case .argument(let argument): return try text(argument)
            }
        }.joined()
    }

    private func text(_ argument: MessageTree.Argument) throws -> String {
        switch argument.format {
        case .plain, .number, .date, .time:
            return try format(source(argument.range))
        case .select(let branches):
            guard case .choice(let word)? = arguments[argument.name] else { return "no word" }
            let branch = try #require(branches[word] ?? branches["other"])
            return try text(branch.nodes, nil)
        case .plural(let branches):
            return try text(argument, branches, "plural")
        case .ordinal(let branches):
            return try text(argument, branches, "selectordinal")
        }
    }

    private func text(
        _ argument: MessageTree.Argument,
        _ branches: MessageTree.Branches,
        _ type: String
    ) throws -> String {
        let head = "{\(argument.name), \(type), offset:\(branches.offset) "
        // A number is counted as `other` shows it, so its words stay; the selector stands before them.
        let marks = branches.list.map { branch in
            let words = branch.selector == "other" ? source(branch.range) : ""
            return "\(branch.selector) {\(branch.selector)\u{1}\(words)}"
        }
        let chosen = try format(head + marks.joined(separator: " ") + "}").prefix { $0 != "\u{1}" }
        let number = try format(head + "other {#}}")
        let branch = try #require(branches[String(chosen)])
        return try text(branch.nodes, number)
    }

    private func source(_ range: Range<Int>) -> String {
        String(decoding: pattern[range], as: UTF8.self)
    }

    private func format(_ pattern: String) throws -> String {
        try MessageProgram.compile(pattern, language: language).format(arguments, zone: zone)
    }
}
