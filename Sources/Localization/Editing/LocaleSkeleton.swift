/// English messages as a translator of another language finds them: with the plural forms that it needs.
public struct LocaleSkeleton: Sendable {
    private let language: LanguageTag

    /// Makes skeletons for a language.
    public init(for language: LanguageTag) { self.language = language }

    /// The message with a branch for each category of the language: English's own, else what `other` says.
    ///
    /// A message that can't be read stays as it is.
    public func pattern(_ english: String) -> String {
        guard english.utf8.contains(UInt8(ascii: "{")), let tree = try? MessageTree.parse(english)
        else { return english }
        let bytes = Array(english.utf8)
        return String(decoding: written(tree.nodes, 0..<bytes.count, bytes), as: UTF8.self)
    }

    /// A stretch with its plurals written anew.
    private func written(
        _ nodes: [MessageTree.Node],
        _ range: Range<Int>,
        _ bytes: [UInt8]
    ) -> [UInt8] {
        var result: [UInt8] = []
        var done = range.lowerBound
        for case .argument(let argument) in nodes {
            guard let first = argument.branches.first, let last = argument.branches.last else {
                continue
            }
            result += bytes[done..<first.selectorRange.lowerBound]
            result += branches(of: argument, bytes)
            done = last.range.upperBound + 1
        }
        return result + bytes[done..<range.upperBound]
    }

    private func branches(of argument: MessageTree.Argument, _ bytes: [UInt8]) -> [UInt8] {
        let list = argument.branches
        let wanted = wanted(argument)
        guard wanted != list.map(\.selector) else {
            // What is right already stays as it is written, but for what is inside.
            var result: [UInt8] = []
            var done = list[0].selectorRange.lowerBound
            for branch in list {
                result += bytes[done..<branch.range.lowerBound]
                result += written(branch.nodes, branch.range, bytes)
                done = branch.range.upperBound
            }
            return result + [UInt8(ascii: "}")]
        }
        let parts = wanted.compactMap { selector -> [UInt8]? in
            let branch =
                list.first { $0.selector == selector } ?? list.first { $0.selector == "other" }
            return branch.map {
                Array("\(selector) {".utf8) + written($0.nodes, $0.range, bytes)
                    + [UInt8(ascii: "}")]
            }
        }
        return Array(parts.joined(separator: [UInt8(ascii: " ")]))
    }

    /// The selectors in the order they are written: numbers, then the language's categories, `other` last.
    private func wanted(_ argument: MessageTree.Argument) -> [String] {
        let isOrdinal: Bool
        switch argument.format {
        case .plural: isOrdinal = false
        case .ordinal: isOrdinal = true
        case .plain, .number, .date, .time, .select: return argument.branches.map(\.selector)
        }
        let rule = LanguageFormats.of(language).plurals(ordinal: isOrdinal)
        let categories = rule.categoriesOfIntegers().map(\.keyword).filter { $0 != "other" }
        let numbers = argument.branches.map(\.selector).filter { $0.hasPrefix("=") }
        return numbers + categories + ["other"]
    }
}
