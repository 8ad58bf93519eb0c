/// What a text says, in 64 bits: two texts that mean the same have the same hash.
///
/// Of a message, whatever the reader can't see is no part of it: quoting, blanks inside braces, the order of
/// branches. Of a document, how its lines are broken.
public struct SourceHash: RawRepresentable, Sendable, Hashable {
    private let value: UInt64

    /// Takes what a state file has, sixteen hexadecimal digits in lower case; `nil` where it is no hash.
    public init?(rawValue: String) { self.init(digits: rawValue.utf8) }

    /// Takes the sixteen digits of a state file as bytes.
    init?(digits: some Collection<UInt8>) {
        guard digits.count == 16 else { return nil }
        var value: UInt64 = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: value = value << 4 | UInt64(digit - 0x30)
            case 0x61...0x66: value = value << 4 | UInt64(digit - 0x57)
            default: return nil
            }
        }
        self.value = value
    }

    /// Compares the numbers; what a `RawRepresentable` does by itself would write both out.
    public static func == (left: SourceHash, right: SourceHash) -> Bool {
        left.value == right.value
    }

    /// Hashes the number.
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }

    /// Sixteen hexadecimal digits, in lower case.
    public var rawValue: String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: 16 - text.utf8.count) + text
    }

    /// The hash of a message; of one that is not in the message syntax, that of its letters.
    ///
    /// O(length of the pattern).
    public init(of pattern: String) {
        var writer = Writer()
        let isPlain = !pattern.utf8.contains { $0 == 0x7B || $0 == 0x7D || $0 == 0x27 }
        // What is wrong with a pattern is found where it is read.
        if !isPlain, let tree = try? MessageTree.parse(pattern) {
            writer.add(tree.nodes)
        } else if !pattern.isEmpty {
            writer.add(.text, pattern)
        }
        value = writer.state
    }

    /// The hash of a document.
    public init(of document: LegalDocument) {
        var writer = Writer()
        writer.add(.title, document.title)
        for point in document.summary { writer.add(.point, point) }
        for block in document.body {
            switch block {
            case .heading(let level, let text): writer.add(.heading, "\(level) \(text)")
            case .paragraph(let text): writer.add(.text, text)
            case .item(let text): writer.add(.item, text)
            }
        }
        value = writer.state
    }

    /// FNV-1a over the parts.
    ///
    /// Those who write the files are no adversaries, so nothing stronger is needed.
    private struct Writer {
        enum Mark: UInt8 {
            case text = 1
            case number, argument, styled, date, time, plural, ordinal, select, branch, end
            case title, point, heading, item
        }

        private(set) var state: UInt64 = 0xcbf2_9ce4_8422_2325

        private mutating func add(_ byte: UInt8) {
            state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
        }

        mutating func add(_ mark: Mark, _ text: String = "") {
            add(mark.rawValue)
            for byte in text.utf8 { add(byte) }
            // A byte that no text has ends it.
            add(0xFF)
        }

        mutating func add(_ nodes: [MessageTree.Node]) {
            for node in nodes {
                switch node {
                case .text(let text): add(.text, text.value)
                case .number: add(.number)
                case .argument(let argument): add(argument)
                }
            }
        }

        private mutating func add(_ argument: MessageTree.Argument) {
            add(.argument, argument.name)
            switch argument.format {
            case .plain: break
            case .number(let style): add(.styled, style)
            case .date(let style): add(.date, style)
            case .time(let style): add(.time, style)
            case .plural(let branches): add(.plural, branches)
            case .ordinal(let branches): add(.ordinal, branches)
            case .select(let branches): add(.select, branches)
            }
        }

        private mutating func add(_ mark: Mark, _ branches: MessageTree.Branches) {
            add(mark, String(branches.offset))
            for branch in branches.list.sorted(by: { $0.selector < $1.selector }) {
                add(.branch, branch.selector)
                add(branch.nodes)
            }
            add(.end)
        }
    }
}
