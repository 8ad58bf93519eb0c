import Localization
import Testing

@testable import paifang

@Suite("LineEditor")
struct LineEditorTests {
    private func editor(_ text: String, _ keys: Key...) -> LineEditor {
        var editor = LineEditor(text)
        for key in keys { _ = editor.take(key) }
        return editor
    }

    @Test(arguments: [
        ("abc", [Key.backspace], "ab"), ("abc", [.home, .deleteForward], "bc"),
        ("abc", [.left, .text("x")], "abxc"), ("abc", [.control("a"), .text("x")], "xabc"),
        ("abc", [.control("a"), .control("e"), .text("x")], "abcx"),
        ("ab cd", [.control("w")], "ab "), ("ab cd ", [.control("w")], "ab "),
        ("ab cd", [.wordLeft, .control("u")], "cd"), ("ab cd", [.wordLeft, .control("k")], "ab "),
        ("ab cd", [.home, .wordRight, .text("x")], "abx cd"), ("", [.backspace], ""),
        ("", [.deleteForward], ""), ("", [.control("w")], ""), ("", [.alternate("d")], ""),
        ("ab", [.paste(" c\u{1B}d")], "ab cd"),
    ])
    func `a key changes the line`(text: String, keys: [Key], result: String) {
        var editor = LineEditor(text)
        for key in keys {
            let isTaken = editor.take(key)
            #expect(isTaken)
        }
        #expect(editor.text == result)
    }

    @Test(arguments: ["й", "e\u{301}", "👨‍👩‍👧", "🇨🇿", "欧", "ก็"])
    func `one character is deleted as one, however many code points it has`(character: String) {
        #expect(editor("a\(character)", .backspace).text == "a")
        #expect(editor("a\(character)", .left, .backspace).text == character)
        #expect(editor("a\(character)b", .left, .left, .deleteForward).text == "ab")
    }

    @Test func `a mark joins the letter before it`() {
        let editor = editor("e", .text("\u{301}"), .text("x"), .left, .left, .text("a"))
        #expect(editor.text == "ae\u{301}x")
    }

    @Test func `the cursor never stands inside a character that two halves became`() {
        var editor = editor("\u{1F1FF}", .left)
        _ = editor.take(.text("\u{1F1E8}"))
        _ = editor.take(.backspace)
        #expect(editor.text.isEmpty)
    }

    @Test func `other keys are not taken`() {
        var editor = LineEditor("a")
        for key in [Key.enter, .tab, .backTab, .escape, .up, .down, .function(1), .control("l")] {
            let isTaken = editor.take(key)
            #expect(!isTaken)
        }
        #expect(editor.text == "a")
    }

    @Test func `a line has an end`() {
        let long = String(repeating: "я", count: 10_000)
        #expect(editor("", .text(long)).text.utf8.count <= LineEditor.limit)
        let marks = "a" + String(repeating: "\u{301}", count: 10_000)
        #expect(editor("", .paste(marks)).text.utf8.count <= LineEditor.limit)
    }

    @Test func `what does not fit is scrolled so that the cursor is seen`() {
        let text = "一二三四五六七八九十"
        for width in 4...24 {
            var editor = LineEditor(text)
            for _ in 0...text.count {
                let (shown, cursor) = editor.window(width: width)
                #expect(DisplayWidth.cells(shown) <= width)
                #expect((0..<width).contains(cursor))
                _ = editor.take(.left)
            }
        }
    }

    @Test func `a short line is shown whole, the cursor behind it`() {
        #expect(LineEditor("31.02.1990").window(width: 20) == ("31.02.1990", 10))
        #expect(editor("欧阳", .left).window(width: 20) == ("欧阳", 2))
    }

    @Test func `it tells nothing about what was typed`() {
        let editor = LineEditor("730164")
        #expect(!"\(editor)".contains("730164"))
        #expect(!String(reflecting: editor).contains("730164"))
    }
}
