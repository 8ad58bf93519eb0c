import Localization

/// A line that is being typed: a text with the place where the next character goes.
///
/// It moves and deletes by what a person sees as one character. It may hold a secret, so it has no
/// printable description and no reflection.
struct LineEditor {
    /// More bytes than this are not taken; no answer is that long.
    static let limit = 4096

    private var before: String
    private var after: String

    /// Begins with a text, at its end.
    init(_ text: String = "") {
        before = text
        after = ""
    }

    /// What has been typed.
    var text: String { before + after }
    var isEmpty: Bool { before.isEmpty && after.isEmpty }

    /// Takes a key; false where the key means nothing to a line.
    mutating func take(_ key: Key) -> Bool {
        switch key {
        case .text(let text), .paste(let text): insert(text)
        case .backspace, .control("h"): _ = before.popLast()
        case .deleteForward: if !after.isEmpty { after.removeFirst() }
        case .deleteWord, .control("w"): before.removeLast(wordBefore)
        case .control("u"): before = ""
        case .control("k"): after = ""
        case .left, .control("b"): moveLeft(1)
        case .right, .control("f"): moveRight(1)
        case .wordLeft, .alternate("b"): moveLeft(wordBefore)
        case .wordRight, .alternate("f"): moveRight(wordAfter)
        case .home, .control("a"): moveLeft(before.count)
        case .end, .control("e"): moveRight(after.count)
        case .alternate("d"): after.removeFirst(wordAfter)
        case .enter, .tab, .backTab, .escape, .up, .down, .pageUp, .pageDown, .function, .control,
            .alternate:
            return false
        }
        settle()
        return true
    }

    /// The part of the line that fits, and the column of the cursor in it.
    ///
    /// The cursor always has a cell of its own, behind the text at the end of the line.
    func window(width: Int) -> (text: String, cursor: Int) {
        let width = max(4, width)
        let left = before.map { TerminalText.of(String($0)) }
        let right = after.map { TerminalText.of(String($0)) }
        var shown = left[...]
        var cursor = shown.reduce(0) { $0 + DisplayWidth.cells($1) }
        let isCut = cursor > width - 1
        while isCut, cursor > width - 2, let first = shown.first {
            cursor -= DisplayWidth.cells(first)
            shown = shown.dropFirst()
        }
        var text = (isCut ? "…" : "") + shown.joined()
        cursor += isCut ? 1 : 0
        var taken = cursor
        for piece in right {
            taken += DisplayWidth.cells(piece)
            if taken > width { break }
            text += piece
        }
        return (text, cursor)
    }

    private mutating func insert(_ text: String) {
        for scalar in text.unicodeScalars where scalar.properties.generalCategory != .control {
            guard before.utf8.count + after.utf8.count + 4 <= Self.limit else { return }
            before.unicodeScalars.append(scalar)
        }
    }

    private mutating func moveLeft(_ count: Int) {
        let moved = before.suffix(count)
        after = moved + after
        before.removeLast(moved.count)
    }

    private mutating func moveRight(_ count: Int) {
        let moved = after.prefix(count)
        before += moved
        after.removeFirst(moved.count)
    }

    /// How many characters stand between the cursor and the beginning of the word before it.
    private var wordBefore: Int {
        let blanks = before.reversed().prefix { !$0.isLetter && !$0.isNumber }.count
        return blanks
            + before.dropLast(blanks).reversed().prefix { $0.isLetter || $0.isNumber }.count
    }

    private var wordAfter: Int {
        let blanks = after.prefix { !$0.isLetter && !$0.isNumber }.count
        return blanks + after.dropFirst(blanks).prefix { $0.isLetter || $0.isNumber }.count
    }

    /// Keeps the cursor out of the inside of a character that two halves have just become.
    private mutating func settle() {
        while !after.isEmpty, (before + after).count < before.count + after.count {
            before.unicodeScalars.append(after.unicodeScalars.removeFirst())
        }
    }
}

extension LineEditor: CustomStringConvertible, CustomReflectable {
    var description: String { "LineEditor(***)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
