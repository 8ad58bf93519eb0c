/// The findings for programs that collect them from many tools: SARIF 2.1.0 (OASIS standard).
extension DiagnosticReport {
    /// The findings as a SARIF log, on one line without a line end.
    ///
    /// Columns count Unicode scalars, as everywhere else here.
    ///
    /// - Parameters:
    ///   - tool: The program's name.
    ///   - version: The program's version.
    ///   - explanations: What the codes mean; those of the findings become rules.
    /// - Returns: The log.
    public func sarif(
        tool: String,
        version: String,
        explanations: [DiagnosticExplanation]
    ) -> String {
        let codes = Set(diagnostics.map(\.code))
        let known = explanations.filter { codes.contains($0.code) }
        let index = Dictionary(
            known.enumerated().map { ($1.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let driver: JSONValue = [
            "name": .string(tool), "version": .string(version),
            "rules": .array(known.map(Self.rule)),
        ]
        let run: JSONValue = [
            "tool": ["driver": driver],
            "columnKind": "unicodeCodePoints",
            "results": .array(diagnostics.map { Self.result($0, ruleIndex: index[$0.code]) }),
        ]
        return JSONWriter.compact([
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        ])
    }

    private static func rule(_ explanation: DiagnosticExplanation) -> JSONValue {
        let help = """
            \(explanation.text)

            Wrong:

            \(explanation.wrong)
            Right:

            \(explanation.right)
            """
        return [
            "id": .string(explanation.code),
            "shortDescription": ["text": .string(explanation.title)],
            "fullDescription": ["text": .string(explanation.text)],
            "help": ["text": .string(help)],
            "defaultConfiguration": [
                "level": .string(Diagnostic.Severity(of: explanation.code).rawValue)
            ],
        ]
    }

    private static func result(_ diagnostic: Diagnostic, ruleIndex: Int?) -> JSONValue {
        let advice = (diagnostic.notes + (diagnostic.help.map { [$0] } ?? [])).map { "\n" + $0 }
            .joined()
        var members = [
            JSONValue.Member("ruleId", .string(diagnostic.code)),
            JSONValue.Member("level", .string(diagnostic.severity.rawValue)),
            JSONValue.Member("message", ["text": .string(diagnostic.message + advice)]),
            JSONValue.Member("locations", [location(diagnostic.range)]),
        ]
        if let ruleIndex { members.insert(.init("ruleIndex", .integer(ruleIndex)), at: 1) }
        if !diagnostic.related.isEmpty {
            let places = diagnostic.related.map { location($0.range, label: $0.label) }
            members.append(.init("relatedLocations", .array(places)))
        }
        if let fix = diagnostic.fix { members.append(.init("fixes", [change(fix)])) }
        return .object(members)
    }

    private static func location(_ range: SourceRange, label: String? = nil) -> JSONValue {
        var place = [JSONValue.Member("artifactLocation", ["uri": .string(uri(range.file))])]
        // A finding about a file as a whole has no line.
        if range.end.byte > 0 { place.append(.init("region", region(range))) }
        var members = [JSONValue.Member("physicalLocation", .object(place))]
        if let label { members.append(.init("message", ["text": .string(label)])) }
        return .object(members)
    }

    private static func region(_ range: SourceRange) -> JSONValue {
        [
            "startLine": .integer(range.start.line), "startColumn": .integer(range.start.column),
            "endLine": .integer(range.end.line), "endColumn": .integer(range.end.column),
        ]
    }

    private static func change(_ fix: Fix) -> JSONValue {
        let replacement: JSONValue = [
            "deletedRegion": region(fix.range),
            "insertedContent": ["text": .string(fix.replacement)],
        ]
        let file: JSONValue = [
            "artifactLocation": ["uri": .string(uri(fix.range.file))],
            "replacements": [replacement],
        ]
        return [
            "description": ["text": .string("write `\(fix.replacement)`")],
            "artifactChanges": [file],
        ]
    }

    /// A relative path as a URI reference (RFC 3986).
    private static func uri(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                return String(UnicodeScalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }.joined()
    }
}
