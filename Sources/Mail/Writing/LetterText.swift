import Sessions

/// The text part of a letter: paragraphs with an empty line between, links and codes on lines of their own.
enum LetterText {
    static func text(of letter: Letter) -> String {
        letter.paragraphs.map { paragraph in
            switch paragraph {
            case .text(let words): HarmlessText.lines(words)
            case .link(let address): HarmlessText.line(address)
            case .code(let code): HarmlessText.lines(code)
            }
        }.joined(separator: "\n\n") + "\n"
    }
}
