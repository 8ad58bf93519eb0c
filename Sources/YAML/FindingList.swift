import Documents

/// What was found in a file, up to the limit.
struct FindingList {
    /// The findings, in the order of finding.
    private(set) var problems: [Diagnostic]
    /// Set where the rest of the file is not read.
    private(set) var isStopped = false

    init(_ problems: [Diagnostic]) {
        self.problems = problems
    }

    /// Adds the one finding that no limit holds back: why the text is not YAML.
    mutating func report(_ problem: Diagnostic) {
        add(problem)
    }

    /// Adds a finding; the one too many ends the reading.
    mutating func report(
        _ code: String,
        at range: SourceRange,
        _ message: String,
        label: String = "",
        help: String? = nil,
        related: [Diagnostic.Related] = []
    ) {
        guard problems.count < YAMLReader.findingLimit else {
            stop(at: range, "more than \(YAMLReader.findingLimit) findings in this file")
            return
        }
        add(Diagnostic(code, at: range, message, label: label, help: help, related: related))
    }

    /// Ends the reading at a limit.
    mutating func stop(at range: SourceRange, _ message: String, help: String? = nil) {
        let notes = ["the rest of the file was not read"]
        add(Diagnostic("E34", at: range, message, notes: notes, help: help))
        isStopped = true
    }

    private mutating func add(_ problem: Diagnostic) {
        guard !isStopped else { return }
        problems.append(problem)
    }
}
