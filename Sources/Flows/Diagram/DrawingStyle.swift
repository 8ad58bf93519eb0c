/// The characters that a drawing for terminals is made of.
public struct DrawingStyle: Sendable {
    /// A frame around a step: corners, a horizontal, a vertical, and where a way leaves it downwards.
    struct Frame: Sendable {
        let topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical, exit: String

        init(_ signs: String) {
            let signs = signs.map(String.init) + Array(repeating: "", count: 7)
            (topLeft, topRight, bottomLeft, bottomRight) = (signs[0], signs[1], signs[2], signs[3])
            (horizontal, vertical, exit) = (signs[4], signs[5], signs[6])
        }
    }

    let form, review, call, waiting, branch, end: Frame
    let begin, line, down, fork, last, solid, dashed, arrow, barrier, dot: String
    let isASCII: Bool

    /// Lines and arrows of Unicode.
    public static let unicode = DrawingStyle(
        form: Frame("┌┐└┘─│┬"),
        review: Frame("╓╖╙╜─║┬"),
        call: Frame("╔╗╚╝═║╤"),
        waiting: Frame("╭╮╰╯─│┬"),
        branch: Frame("┌┐└┘╌╎┬"),
        end: Frame("┏┓┗┛━┃┯"),
        begin: "●",
        line: "│",
        down: "▼",
        fork: "├",
        last: "└",
        solid: "─",
        dashed: "╌",
        arrow: "▶",
        barrier: "━",
        dot: "·",
        isASCII: false
    )

    /// Where a terminal has nothing but ASCII; what the flow says stays as it is.
    public static let ascii = DrawingStyle(
        form: Frame("++++-|+"),
        review: Frame("++++-[+"),
        call: Frame("++++=|+"),
        waiting: Frame("..''-|+"),
        branch: Frame("<><>-:+"),
        end: Frame("####=#+"),
        begin: "o",
        line: "|",
        down: "v",
        fork: "|",
        last: "'",
        solid: "-",
        dashed: ".",
        arrow: ">",
        barrier: "=",
        dot: "-",
        isASCII: true
    )

    func frame(_ kind: FlowDiagram.Node.Kind) -> Frame {
        switch kind {
        case .form: form
        case .review: review
        case .call: call
        case .waiting: waiting
        case .branch: branch
        case .end: end
        }
    }
}
