import Documents

extension MessageParser {
    mutating func branches(
        _ type: String,
        _ start: Int,
        depth: Int
    ) throws(MessageProblem) -> MessageTree.Branches {
        var list: [MessageTree.Branch] = []
        let listStart = index
        blanks()
        let offset = type == "select" ? 0 : try offset(start)
        while let byte = peek, byte != Sign.close {
            let selectorStart = index
            let selector = try selector(type)
            let range = selectorStart..<index
            guard !list.contains(where: { $0.selector == selector }) else {
                throw MessageProblem(
                    "L009",
                    at: range,
                    "the branch `\(selector)` is there twice",
                    help: "remove one of the two: the second is never taken"
                )
            }
            blanks()
            guard peek == Sign.open else {
                if peek == nil { throw unclosed(start) }
                if let problem = invisibleHere { throw problem }
                throw MessageProblem(
                    "L001",
                    at: range,
                    "the branch `\(selector)` has no text",
                    help: "write \(selector) {…}"
                )
            }
            let branchStart = index
            index += 1
            let nodes = try message(type == "select" ? .select : .plural, depth: depth + 1)
            guard peek != nil else { throw unclosed(branchStart) }
            list.append(
                MessageTree.Branch(
                    selector: selector,
                    selectorRange: range,
                    nodes: nodes,
                    range: (branchStart + 1)..<index
                )
            )
            index += 1
            blanks()
        }
        guard peek != nil else { throw unclosed(start) }
        index += 1
        guard list.contains(where: { $0.selector == "other" }) else {
            if let branch = list.first(where: { LatinLookalikes.latin($0.selector) == "other" }) {
                throw MessageProblem(
                    "L024",
                    at: branch.selectorRange,
                    "`\(branch.selector)` looks like `other`, and has letters of another script",
                    help: "write other",
                    replacement: "other"
                )
            }
            throw MessageProblem(
                "L030",
                at: start..<listStart,
                "the branch `other` is missing",
                help: "add other {…}, which is taken where no other branch fits"
            )
        }
        return MessageTree.Branches(offset: offset, list: list)
    }

    private mutating func offset(_ start: Int) throws(MessageProblem) -> Int {
        let name = "offset:".utf8
        guard bytes[index...].starts(with: name) else { return 0 }
        index += name.count
        blanks()
        let numberStart = index
        number()
        guard index > numberStart, index - numberStart <= 9, isWhole(numberStart..<index) else {
            throw MessageProblem(
                "L014",
                at: numberStart..<max(index, numberStart + 1).clamped(to: bytes.count),
                "an offset is a whole number of at most nine digits"
            )
        }
        let number = Int(String(decoding: bytes[numberStart..<index], as: UTF8.self)) ?? 0
        blanks()
        return number
    }

    private mutating func selector(_ type: String) throws(MessageProblem) -> String {
        let start = index
        if type != "select", peek == Sign.equals {
            index += 1
            number()
            if index > start + 1, index - start <= 16, isWhole((start + 1)..<index) {
                return String(decoding: bytes[start..<index], as: UTF8.self)
            }
            throw MessageProblem(
                "L014",
                at: start..<index,
                "a whole number belongs behind `=`"
            )
        }
        let selector = word()
        let range = start..<max(index, start + 1).clamped(to: bytes.count)
        guard !selector.isEmpty else {
            throw MessageProblem(
                "L001",
                at: range,
                "the name of a branch belongs here",
                help: "branches are written as name {text}"
            )
        }
        if PluralCategory(keyword: selector) != nil { return selector }
        if selector.unicodeScalars.contains(where: PatternSyntax.isInvisible) {
            let seen = selector.unicodeScalars.filter { !PatternSyntax.isInvisible($0) }
            throw MessageProblem(
                "L024",
                at: range,
                "an invisible character stands here",
                help: "remove it",
                replacement: String(String.UnicodeScalarView(seen))
            )
        }
        if let sign = selector.unicodeScalars.first(where: PatternSyntax.contains) {
            throw MessageProblem(
                "L001",
                at: range,
                "the name of a branch has letters, digits and `_`, and no `\(sign)`"
            )
        }
        if type == "select" { return selector }
        let known = PluralCategory.allCases.map(\.keyword)
        if let latin = LatinLookalikes.latin(selector), known.contains(latin) {
            throw MessageProblem(
                "L024",
                at: range,
                "`\(selector)` looks like `\(latin)`, and has letters of another script",
                help: "write \(latin)",
                replacement: latin
            )
        }
        let meant = Spelling.guess(selector, among: known)
        throw MessageProblem(
            "L014",
            at: range,
            "`\(selector)` is no plural category",
            help: meant.map { "did you mean `\($0.word)`?" }
                ?? "known are \(known.joined(separator: ", ")), and =0, =1 and so on",
            replacement: meant.flatMap { $0.isCertain ? $0.word : nil }
        )
    }

    /// Steps over what ICU takes for a number.
    private mutating func number() {
        while let byte = peek, Self.isOfNumber(byte) { index += 1 }
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
        default: false
        }
    }

    private func isWhole(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { (0x30...0x39).contains($0) }
    }
}
