import Documents

/// What a field takes that asks for files.
extension FlowReader {
    mutating func fileBounds(of draft: FieldDraft) -> FileBounds {
        var bounds = FileBounds()
        readNumbers(of: draft, into: &bounds)
        if let node = draft["size"] { readSize(node, into: &bounds) }
        if let node = draft["formats"] { readFormats(node, into: &bounds) }
        return bounds
    }

    private mutating func readNumbers(of draft: FieldDraft, into bounds: inout FileBounds) {
        guard let node = draft["files"], let keys = findings.keys(of: node, .files) else { return }
        let numbers = 1...FileBounds.mostFiles
        if let least = keys["at_least"] {
            bounds.atLeast = findings.integer(least, "`at_least`", in: numbers) ?? 1
            bounds.atMost = max(bounds.atMost, bounds.atLeast)
        }
        guard let most = keys["at_most"],
            let number = findings.integer(most, "`at_most`", in: numbers)
        else { return }
        guard number >= bounds.atLeast else {
            return findings.report(
                "E35",
                at: node.range,
                "`at_least` is larger than `at_most`",
                help: "write the smaller one as `at_least`"
            )
        }
        bounds.atMost = number
    }

    private mutating func readSize(_ node: DocumentNode, into bounds: inout FileBounds) {
        guard let word = findings.word(node, "`size`") else { return }
        let parts = word.text.split(separator: " ")
        guard parts.count == 2, parts[1] == "MB", let number = Int(parts[0]),
            (1...FileBounds.mostMegabytes).contains(number), String(number) == parts[0]
        else {
            return findings.report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be the size of a file",
                help: "write whole megabytes, from `1 MB` to `\(FileBounds.mostMegabytes) MB`"
            )
        }
        bounds.megabytes = number
    }

    private mutating func readFormats(_ node: DocumentNode, into bounds: inout FileBounds) {
        var formats: [FileFormat] = []
        for word in findings.distinct(findings.words(node, "a format")) {
            let known = FileFormat.allCases.map(\.rawValue)
            guard known.contains(word.text), let format = FileFormat(rawValue: word.text) else {
                findings.report(
                    "E39",
                    at: word.range,
                    "`\(word.text)` can't be a format of files",
                    suggestion: Suggestion(for: word, among: known)
                )
                continue
            }
            formats.append(format)
        }
        if !formats.isEmpty { bounds.formats = formats }
    }
}
