import Documents
import TestTexts

@testable import Localization

/// A kind of defect that translators make.
struct PlantedKind: Sendable {
    /// The languages of which it makes sense.
    typealias Languages = [String]

    static let all: Languages = ["en", "ru", "zh", "id", "cs"]
    static let translated: Languages = ["ru", "zh", "id", "cs"]
    /// Languages that write words with spaces between them.
    static let spaced: Languages = ["en", "ru", "id", "cs"]

    let name: String
    let languages: Languages
    /// Whether it is about the width of messages, so that others must keep to it.
    let isOfWidth: Bool
    /// The edits that make the defect; `nil` where a message has no place for it.
    let plant: @Sendable (PlantedSite) -> [PlantedSite.Edit]?

    init(
        _ name: String,
        _ languages: Languages,
        isOfWidth: Bool = false,
        _ plant: @escaping @Sendable (PlantedSite) -> [PlantedSite.Edit]?
    ) {
        self.isOfWidth = isOfWidth
        self.name = name
        self.languages = languages
        self.plant = plant
    }
}

/// Defects in one file, each in another message, with what must be found.
struct PlantedBatch {
    /// A defect with what is expected of it.
    struct Defect {
        let kind: String
        let key: MessageKey
        /// `code line:column`, sorted.
        let expected: [String]
        let lines: ClosedRange<Int>
        /// What was written.
        let made: String
    }

    let text: String
    let defects: [Defect]

    /// Makes edits in messages, which don't overlap.
    init(_ plantings: [(kind: String, site: PlantedSite, edits: [PlantedSite.Edit])], path: String)
    {
        guard let source = plantings.first?.site.source else {
            text = ""
            defects = []
            return
        }
        var pieces: [(range: Range<Int>, new: String)] = []
        for (index, planting) in plantings.enumerated() {
            let extent = planting.site.extent
            pieces.append((extent.lowerBound..<extent.lowerBound, "⟦\(index):<⟧"))
            pieces.append((extent.upperBound..<extent.upperBound, "⟦\(index):>⟧"))
            for edit in planting.edits {
                pieces.append((edit.range, edit.new.replacing("⟦", with: "⟦\(index):")))
            }
        }
        // Edits of one place stay in the order in which they are written.
        let sorted = pieces.enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }
        var marked: [UInt8] = []
        var done = 0
        for (_, piece) in sorted {
            marked += source.bytes[done..<max(done, piece.range.lowerBound)]
            marked += Array(piece.new.utf8)
            done = max(done, piece.range.upperBound)
        }
        marked += source.bytes[done...]
        let taken = MarkedText(String(decoding: marked, as: UTF8.self))
        text = taken.text
        let changed = SourceText(path: path, text: taken.text)
        var expected: [[String]] = plantings.map { _ in [] }
        var lines: [(first: Int, last: Int)] = plantings.map { _ in (1, 1) }
        for mark in taken.marks {
            let parts = mark.text.split(separator: ":")
            guard parts.count == 2, let index = Int(parts[0]) else { continue }
            let place = changed.position(at: mark.byte)
            switch parts[1] {
            case "<": lines[index].first = place.line
            case ">": lines[index].last = place.line
            default: expected[index].append("\(parts[1]) \(place.line):\(place.column)")
            }
        }
        defects = plantings.enumerated().map { index, planting in
            Defect(
                kind: planting.kind,
                key: planting.site.key,
                expected: expected[index].sorted(),
                lines: lines[index].first...max(lines[index].first, lines[index].last),
                made: planting.edits.map(\.new).joined(separator: " | ")
            )
        }
    }
}
