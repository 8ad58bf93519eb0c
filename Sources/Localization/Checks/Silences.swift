import Documents

/// Findings that a translator has looked at and lets stand, with the reason.
///
/// They stand in the locale file, above or beside a key: `# paifang: allow L036 -- a brand name`. Above a key
/// that holds others it is for all of them.
struct Silences {
    /// One comment.
    private struct Silence {
        let codes: [String]
        let place: SourceRange
        /// The lines of the messages that it is for.
        let lines: [ClosedRange<Int>]
    }

    private static let mark = Array("# paifang:".utf8)
    private var silences: [Silence] = []
    /// What is wrong with the comments themselves.
    private var problems: [Diagnostic] = []

    /// Reads the comments of a file; a file without any costs one look at its bytes.
    init(_ catalog: Catalog) {
        guard let source = catalog.source else { return }
        let places = Self.places(in: source.bytes)
        guard !places.isEmpty else { return }
        let entries = catalog.list
        for place in places { read(source.position(at: place), source, entries) }
    }

    /// The findings that are left, with those about the comments.
    func applied(to findings: [Diagnostic]) -> [Diagnostic] {
        guard !silences.isEmpty || !problems.isEmpty else { return findings }
        var used: Set<Int> = []
        let left = findings.filter { finding in
            let index = silences.firstIndex { silence in
                silence.codes.contains(finding.code)
                    && silence.lines.contains { $0.contains(finding.range.start.line) }
            }
            if let index { used.insert(index) }
            return index == nil
        }
        let idle = silences.indices.filter { !used.contains($0) }.map { index in
            Diagnostic(
                "L052",
                at: silences[index].place,
                "there is no \(silences[index].codes.joined(separator: ", ")) here to be allowed",
                help: "remove the comment"
            )
        }
        return left + problems + idle
    }

    private static func places(in bytes: [UInt8]) -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            // The first bytes of the mark, so that `# days` is passed over soon.
            bytes.indices.dropLast(mark.count).filter { index in
                bytes[index] == 0x23 && bytes[index + 2] == 0x70
                    && bytes[index...].starts(with: mark)
            }
        }
    }

    private mutating func read(
        _ start: SourcePosition,
        _ source: SourceText,
        _ entries: [Catalog.Entry]
    ) {
        // In a message it is words.
        let isInText = entries.contains { entry in
            let range = entry.place.range
            let isHead = entry.place.style == .literal && range.start.line == start.line
            return range.start.byte <= start.byte && start.byte < range.end.byte && !isHead
        }
        guard !isInText else { return }
        let line = source.line(start.line)
        let comment = line.unicodeScalars.dropFirst(start.column - 1)
        let end = start.byte + String(String.UnicodeScalarView(comment)).utf8.count
        let place = source.range(start.byte..<end)
        let words = String(String.UnicodeScalarView(comment.dropFirst(Self.mark.count)))
        let parts = Self.parts(words)
        guard let codes = parts.codes else {
            return problems.append(
                Diagnostic(
                    "L051",
                    at: place,
                    "this is not understood",
                    help: "write `# paifang: allow L036 -- the reason`"
                )
            )
        }
        for code in codes where LocaleFindings.explanations[code] == nil {
            let meant = Spelling.nearest(to: code, among: LocaleFindings.explanations.keys.sorted())
            problems.append(
                Diagnostic(
                    "L051",
                    at: place,
                    "`\(code)` is no code of findings in locale files",
                    help: meant.map { "did you mean \($0)?" } ?? "`paifang explain` lists them"
                )
            )
            return
        }
        guard parts.hasReason else {
            return problems.append(
                Diagnostic(
                    "L050",
                    at: place,
                    "\(codes.joined(separator: ", ")) is to be allowed without a reason, and is not",
                    help: "write the reason behind `--`"
                )
            )
        }
        let isBeside = !line.unicodeScalars.prefix(start.column - 1).allSatisfy { $0 == " " }
        let target = isBeside ? start.line : Self.next(start.line, source)
        let lines = entries.filter { $0.path.contains { $0.range.start.line == target } }
            .map { $0.keyPlace.start.line...max($0.keyPlace.start.line, $0.place.range.end.line) }
        silences.append(Silence(codes: codes, place: place, lines: lines))
    }

    /// The line of the next key.
    private static func next(_ line: Int, _ source: SourceText) -> Int {
        var next = line + 1
        while next <= source.lineCount {
            let first = source.line(next).unicodeScalars.first { $0 != " " }
            if let first, first != "#" { break }
            next += 1
        }
        return next
    }

    /// The codes, and whether a reason stands behind them.
    private static func parts(_ words: String) -> (codes: [String]?, hasReason: Bool) {
        let dashes = words.firstRange(of: "--")
        let head = dashes.map { words[..<$0.lowerBound] } ?? words[...]
        let reason = dashes.map { words[$0.upperBound...].contains { $0 != " " } } ?? false
        let list = head.split { $0 == " " || $0 == "," }.map { String($0) }
        guard list.first == "allow", list.count > 1 else { return (nil, reason) }
        return (list.dropFirst().map { $0.uppercased() }, reason)
    }
}
