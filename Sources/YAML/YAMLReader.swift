public import Documents

/// Reads YAML text into a tree whose nodes know where they stand.
///
/// Overview: the text is checked first (``CheckedText``: UTF-8, control characters), then libyaml
/// makes events of it (``EventParser``), and the events become a tree (``TreeBuilder``).
///
/// Responsibilities: positions, the limits that keep hostile files cheap, and refusing what makes
/// YAML surprising: duplicate keys, anchors, aliases, tags, merge keys and several documents.
///
/// What is not here: what a scalar means (all are texts), and which keys a file may have.
public enum YAMLReader {
    /// The largest file that is read, in bytes; 1 MiB.
    ///
    /// Who reads files looks at their size first, so that a larger one is never in memory.
    public static let byteLimit = 1_048_576
    /// The deepest nesting that is read.
    public static let depthLimit = 64
    /// The largest number of nodes in one file; keys count as nodes.
    public static let nodeLimit = 100_000
    /// The largest number of findings in one file; reading ends there.
    public static let findingLimit = 100

    /// Reads one file.
    ///
    /// O(length of the file), and bounded by the limits.
    ///
    /// Without a root there is at least one problem. With problems there may be a root: it is the
    /// tree without what was refused, good for finding more problems and for nothing else.
    /// The problems are in file order.
    public static func read(_ source: SourceText) -> (root: DocumentNode?, problems: [Diagnostic]) {
        guard source.bytes.count <= byteLimit else {
            let problem = Diagnostic(
                "E34",
                at: .start(of: source.path),
                "the file has \(source.bytes.count) bytes; at most \(byteLimit) are read",
                help: "split the file"
            )
            return (nil, [problem])
        }
        let text = CheckedText(source)
        guard text.isReadable else { return (nil, text.problems) }
        var builder = TreeBuilder(source: source, findings: FindingList(text.problems))
        let root = text.bytes.withUnsafeBufferPointer { bytes in
            EventParser(bytes, text: text).flatMap { builder.read($0) }
        }
        var findings = builder.findings
        if root == nil, findings.problems.isEmpty {
            findings.report(
                "E32",
                at: .start(of: source.path),
                "the file is empty",
                help: "write at least one `key: value`"
            )
        }
        let problems = findings.problems.sorted { $0.range.start < $1.range.start }
        return (root, problems)
    }
}
