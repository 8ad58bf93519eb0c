import Testing

@testable import paifang

@Suite("FrameRenderer")
struct FrameRendererTests {
    private func frame(_ lines: [String], row: Int = 0, column: Int = 0) -> Frame {
        Frame(
            lines: lines.map { FrameLine($0, .danger) },
            cursor: Frame.Position(row: row, column: column)
        )
    }

    @Test func `a frame stands below what was there, the cursor in its place`() {
        var terminal = VirtualTerminal(columns: 20, rows: 6)
        var renderer = FrameRenderer(isInColor: true)
        terminal.write("$ paifang run\r\n")
        terminal.write(renderer.paint(frame(["one", "two", "三四"], row: 2, column: 4)))
        #expect(terminal.lines == ["$ paifang run", "one", "two", "三四", "", ""])
        #expect(terminal.cursor == (3, 4))
        #expect(terminal.unknown.isEmpty)
    }

    @Test func `at the lower edge the terminal scrolls and nothing is overwritten`() {
        var terminal = VirtualTerminal(columns: 20, rows: 4)
        var renderer = FrameRenderer(isInColor: false)
        terminal.write("first\r\nsecond\r\nthird\r\n")
        terminal.write(renderer.paint(frame(["a", "b", "c"], row: 1)))
        terminal.write(renderer.paint(frame(["a", "B", "c", "d"], row: 3)))
        #expect(terminal.lines == ["a", "B", "c", "d"])
        #expect(terminal.history == ["first", "second", "third"])
    }

    @Test func `only lines that changed are written again`() {
        var renderer = FrameRenderer(isInColor: false)
        _ = renderer.paint(frame(["one", "two", "three"]))
        let output = renderer.paint(frame(["one", "TWO", "three"]))
        #expect(output.contains("TWO"))
        #expect(!output.contains("one") && !output.contains("three"))
    }

    @Test func `a lower frame leaves nothing of a higher one`() {
        var terminal = VirtualTerminal(columns: 10, rows: 6)
        var renderer = FrameRenderer(isInColor: false)
        terminal.write(renderer.paint(frame(["one", "two", "three", "four"], row: 3)))
        terminal.write(renderer.paint(frame(["one", "2"], row: 0)))
        #expect(terminal.lines == ["one", "2", "", "", "", ""])
    }

    @Test func `a line that fills the terminal keeps its last cell`() {
        var terminal = VirtualTerminal(columns: 6, rows: 3)
        var renderer = FrameRenderer(isInColor: false)
        terminal.write(renderer.paint(frame(["──────", "abcdef", "xyzxyz"], row: 1)))
        terminal.write(renderer.paint(frame(["──────", "abcdeF", "xyzxyz"], row: 2)))
        #expect(terminal.lines == ["──────", "abcdeF", "xyzxyz"])
        #expect(!terminal.hasWrapped)
    }

    @Test func `after another size the frame is whole again`() {
        var terminal = VirtualTerminal(columns: 30, rows: 10)
        var renderer = FrameRenderer(isInColor: false)
        terminal.write(renderer.paint(frame(["a wide line of many words", "b", "c"], row: 2)))
        terminal.resize(columns: 12, rows: 5)
        terminal.write(renderer.resize(to: TerminalSize(columns: 12, rows: 5)))
        terminal.write(renderer.paint(frame(["short", "b", "c"], row: 2)))
        #expect(terminal.lines.filter { !$0.isEmpty } == ["short", "b", "c"])
    }

    @Test func `leaving puts the cursor below the frame`() {
        var terminal = VirtualTerminal(columns: 10, rows: 6)
        var renderer = FrameRenderer(isInColor: false)
        terminal.write(renderer.paint(frame(["one", "two", "three"], row: 0)))
        terminal.write(renderer.leave())
        #expect(terminal.cursor == (3, 0))
        let again = renderer.leave()
        #expect(again.isEmpty)
    }

    @Test func `without colours there is no code for any`() {
        var renderer = FrameRenderer(isInColor: false)
        let output = renderer.paint(frame(["one"]))
        #expect(!output.contains("m"))
    }
}
