import Documents
import Testing
import YAML

/// SplitMix64: the same numbers in every run.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

@Suite("Mutations")
struct MutationTests {
    private static let sample = Array(
        """
        ?  a: [b, {c: 'Ж', d}]
        "e\\n": |
          你 😀

        f: &x !t {g: "h\\u00e9"}
        - *x # i
        """.utf8
    )

    /// Bytes that matter to YAML or to UTF-8.
    private static let telling =
        Array("\n\r\t :-?,[]{}#&*!|>'\"%@`\\<0~".utf8) + [
            0x00, 0x1B, 0x7F, 0x80, 0xBF, 0xC2, 0x85, 0xE2, 0xEF, 0xBB, 0xF0, 0xFF,
        ]

    private static func mutated(_ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let index = Int.random(in: 0..<max(1, bytes.count), using: &generator)
            guard index < bytes.count else { break }
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.remove(at: index)
            case 2: bytes.removeSubrange(index..<min(bytes.count, index + 20))
            default:
                if let byte = telling.randomElement(using: &generator) {
                    bytes.insert(byte, at: index)
                }
            }
        }
        return bytes
    }

    /// Expects all places in a tree to be true: byte, line and column belong together.
    private static func isTrue(_ node: DocumentNode, _ source: SourceText) -> Bool {
        let children = (node.entries ?? []).map(\.value) + (node.items ?? [])
        let keys = (node.entries ?? []).map(\.keyRange)
        return ([node.range] + keys).allSatisfy { isTrue($0, source) }
            && children.allSatisfy { isTrue($0, source) }
    }

    private static func isTrue(_ range: SourceRange, _ source: SourceText) -> Bool {
        range == source.range(range.start.byte..<max(range.start.byte, range.end.byte))
    }

    @Test(arguments: 0..<10)
    func `no bytes crash the reader, and every place it names is true`(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        var trees = 0
        for _ in 0..<10_000 {
            let bytes = Self.mutated(&generator)
            let source = SourceText(path: "m", bytes: bytes)
            let (root, problems) = YAMLReader.read(source)
            let places = problems.flatMap { [$0.range] + $0.related.map(\.range) }
            if !places.allSatisfy({ Self.isTrue($0, source) }) {
                Issue.record("untrue place of a problem: \(bytes)")
            }
            guard let root else {
                if problems.isEmpty { Issue.record("neither tree nor problem: \(bytes)") }
                continue
            }
            trees += 1
            if !Self.isTrue(root, source) { Issue.record("untrue place: \(bytes)") }
        }
        #expect(trees > 0)
    }
}
