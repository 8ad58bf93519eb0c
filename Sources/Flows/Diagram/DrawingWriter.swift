/// Draws a diagram for a terminal: the way on which all goes well from top to bottom, with the ways that
/// leave it as arrows to numbered steps; what lies aside stands below.
public struct DrawingWriter {
    /// The width of the drawing, in cells.
    static let width = 78
    /// Where the arrow of a side way ends.
    private static let arrowColumn = 40

    let diagram: FlowDiagram
    let measure: TextMeasure
    let style: DrawingStyle
    private let numbers: [String]

    /// Makes a writer for a diagram.
    public init(_ diagram: FlowDiagram, measure: TextMeasure, style: DrawingStyle = .unicode) {
        self.diagram = diagram
        self.measure = measure
        self.style = style
        var numbers = diagram.nodes.map { _ in "" }
        for (position, step) in diagram.mainWay.enumerated() { numbers[step] = "\(position + 1)" }
        for (position, step) in Self.aside(diagram).enumerated() {
            numbers[step] = Self.letters(position)
        }
        self.numbers = numbers
    }

    /// The drawing, each line ended, no line wider than 80 cells.
    ///
    /// O(length).
    public var text: String {
        var lines = [heading, "", "   \(style.begin)"]
        for (position, step) in diagram.mainWay.enumerated() {
            let next = position + 1 < diagram.mainWay.count ? diagram.mainWay[position + 1] : nil
            let node = diagram.nodes[step]
            lines.append("   \(style.down)")
            if node.isBarrier { lines.append(rule("no way back past this line")) }
            lines += box(step, isOpen: next != nil)
            lines += ways(from: step, on: next)
        }
        let aside = Self.aside(diagram)
        if !aside.isEmpty { lines += ["", rule("aside"), ""] }
        for step in aside { lines += box(step) + ways(from: step, on: nil) + [""] }
        if aside.isEmpty { lines.append("") }
        lines += everywhere + legend
        return lines.map { "\(Self.trimmed($0))\n" }.joined()
    }

    // MARK: - Steps

    private var heading: String {
        let name = "\(diagram.name) \(diagram.version)"
        guard let title = diagram.title else { return " \(name)" }
        let room = max(8, Self.width - measure.cells(name) - 4)
        return " \(measure.truncate(title, room)) \(style.dot) \(measure.truncate(name, 60))"
    }

    private func box(_ step: Int, isOpen: Bool = false) -> [String] {
        let node = diagram.nodes[step]
        let frame = style.frame(node.kind)
        let inner = Self.width - 4
        let number = pad(numbers[step], 3)
        let name = node.title == nil ? "" : "  " + measure.truncate(node.name.text, 24)
        let room = inner - measure.cells(number) - measure.cells(name)
        var rows = [number + pad(measure.truncate(node.caption, room), room) + name]
        for detail in details(of: step) {
            for (index, line) in measure.wrap(detail.text, inner - 10).enumerated() {
                rows.append("   " + pad(index == 0 ? detail.keyword : "", 7) + line)
            }
        }
        let hasExits = isOpen || diagram.edges.contains { $0.from == step }
        let line = String(repeating: frame.horizontal, count: Self.width - 2)
        let bottom = String(repeating: frame.horizontal, count: Self.width - 4)
        let exit = hasExits ? frame.exit : frame.horizontal
        return [" \(frame.topLeft)\(line)\(frame.topRight)"]
            + rows.map { " \(frame.vertical) \(pad($0, inner)) \(frame.vertical)" }
            + [" \(frame.bottomLeft)\(frame.horizontal)\(exit)\(bottom)\(frame.bottomRight)"]
    }

    private func details(of step: Int) -> [(keyword: String, text: String)] {
        let details = diagram.nodes[step].details.map { ($0.keyword, $0.text) }
        return details + (diagram.unmet.contains(step) ? [("never", "entered")] : [])
    }

    // MARK: - Ways

    /// The ways out of a step; the one to the next step of the main way comes last and leads down.
    private func ways(from step: Int, on next: Int?) -> [String] {
        var sides = diagram.edges.filter { $0.from == step }
        var main: FlowDiagram.Edge?
        if let next, let index = sides.firstIndex(where: { $0.to == next && !$0.kind.isTime }) {
            main = sides.remove(at: index)
        }
        var lines = sides.indices.map { index in
            let isLast = index == sides.count - 1 && next == nil
            return "   \(isLast ? style.last : style.fork)\(arrow(along: sides[index]))"
        }
        guard next != nil else { return lines }
        let label = main?.countedLabel ?? ""
        if !label.isEmpty {
            let room = Self.width - 6
            lines.append("   \(style.line)")
            lines.append("   \(style.line) \(measure.truncate(label, room))")
        } else if !lines.isEmpty {
            lines.append("   \(style.line)")
        }
        return lines
    }

    private func arrow(along edge: FlowDiagram.Edge) -> String {
        let sign = edge.kind.isTime ? style.dashed : style.solid
        let count = edge.count.map { " ×\($0)" } ?? ""
        let room = Self.arrowColumn - 9 - measure.cells(count)
        let label = measure.truncate(edge.label, room) + count
        let words = label.isEmpty ? sign : " \(label) "
        let length = max(1, Self.arrowColumn - 6 - measure.cells(words))
        return sign + words + String(repeating: sign, count: length) + "\(style.arrow) "
            + target(of: edge)
    }

    private func target(of edge: FlowDiagram.Edge) -> String {
        let number = pad(numbers[edge.to], 3)
        if edge.isStay { return number + "stays there" }
        if edge.to == edge.from { return number + "once more" }
        let caption = diagram.nodes[edge.to].caption
        return number + measure.truncate(caption, Self.width - Self.arrowColumn - 4)
    }

    /// The way that leads from any step.
    private var everywhere: [String] {
        diagram.edges.filter { $0.from == nil }
            .flatMap { [" from any step", "   \(style.last)\(arrow(along: $0))", ""] }
    }

    // MARK: - Around

    private var legend: [String] {
        let kinds = FlowDiagram.Node.Kind.allCases.filter { kind in
            diagram.nodes.contains { $0.kind == kind }
        }
        let signs = kinds.map { kind in
            let frame = style.frame(kind)
            return "\(frame.topLeft)\(frame.horizontal)\(frame.topRight) \(kind.keyword)"
        }
        let time = "\(style.dashed)\(style.dashed)\(style.arrow) time"
        let lines = measure.wrap((signs + [time]).joined(separator: "   "), Self.width)
        let back =
            "Back leads to the form before, and never past \(style.barrier)\(style.barrier)\(style.barrier)"
        return (lines + (diagram.nodes.contains(where: \.isBarrier) ? [back] : [])).map { " \($0)" }
    }

    private func rule(_ words: String) -> String {
        let sign = style.barrier
        let length = max(0, Self.width - measure.cells(words) - 7)
        return " \(sign)\(sign)\(sign) \(words) " + String(repeating: sign, count: length + 2)
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - measure.cells(text)))
    }

    /// The steps aside, in the order in which a reader of the drawing comes upon them; then the others.
    private static func aside(_ diagram: FlowDiagram) -> [Int] {
        var order = diagram.mainWay
        var seen = Set(order)
        var next = 0
        while next < order.count {
            let step = order[next]
            next += 1
            for edge in diagram.edges where edge.from == step && seen.insert(edge.to).inserted {
                order.append(edge.to)
            }
        }
        order += diagram.nodes.indices.filter { !seen.contains($0) }
        return Array(order.dropFirst(diagram.mainWay.count))
    }

    /// A to Z, then AA, AB and on.
    private static func letters(_ position: Int) -> String {
        let (rounds, letter) = position.quotientAndRemainder(dividingBy: 26)
        let sign = Unicode.Scalar(UInt8(ascii: "A") + UInt8(letter))
        return (rounds > 0 ? letters(rounds - 1) : "") + String(Character(sign))
    }

    private static func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
