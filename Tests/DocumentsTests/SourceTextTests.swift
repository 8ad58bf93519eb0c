import Documents
import Testing

@Suite("SourceText")
struct SourceTextTests {
    @Test func `lines come without their ends, of either form`() {
        let source = SourceText(path: "a.yaml", text: "one\r\ntwo\n\nfour")
        #expect(source.lineCount == 4)
        #expect((1...4).map { source.line($0) } == ["one", "two", "", "four"])
    }

    @Test func `a line that is not there is empty`() {
        let source = SourceText(path: "a.yaml", text: "one\n")
        #expect([-1, 0, 2, 3, .max].map { source.line($0) } == ["", "", "", "", ""])
    }

    // a has 1 byte, Ж 2, 你 3, 😀 4; the line end stands at byte 10.
    @Test(arguments: [
        (0, 1, 1), (1, 1, 2), (3, 1, 3), (6, 1, 4), (10, 1, 5), (11, 2, 1), (14, 2, 2), (15, 2, 3),
    ])
    func `columns count Unicode scalars`(byte: Int, line: Int, column: Int) {
        let source = SourceText(path: "a.yaml", text: "aЖ你😀\n你b")
        let expected = SourcePosition(byte: byte, line: line, column: column)
        #expect(source.position(at: byte) == expected)
    }

    @Test func `a range has the file and both ends`() {
        let range = SourceText(path: "a.yaml", text: "Ж: 你\n").range(4..<7)
        #expect(range.file == "a.yaml")
        #expect(range.start == SourcePosition(byte: 4, line: 1, column: 4))
        #expect(range.end == SourcePosition(byte: 7, line: 1, column: 5))
    }

    @Test func `a place beyond the text is its end`() {
        let source = SourceText(path: "a.yaml", text: "ab\nc")
        #expect(source.position(at: 99) == SourcePosition(byte: 4, line: 2, column: 2))
        #expect(source.position(at: -5) == SourcePosition(byte: 0, line: 1, column: 1))
    }

    @Test func `an empty text has one empty line`() {
        let source = SourceText(path: "a.yaml", bytes: [])
        #expect(source.lineCount == 1)
        #expect(source.position(at: 0) == SourcePosition(byte: 0, line: 1, column: 1))
    }
}
