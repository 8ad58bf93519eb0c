import Sessions

/// The HTML part of a letter: a page that loads nothing, runs nothing and has no looks of its own.
enum LetterPage {
    static func html(of letter: Letter) -> String {
        let subject = escaped(HarmlessText.line(letter.subject))
        let paragraphs = letter.paragraphs.map(html(of:)).joined(separator: "\n")
        // words: tags, and words that the letter brings
        return """
            <!DOCTYPE html>
            <html lang="\(escaped(HarmlessText.line(letter.language)))">
            <head><meta charset="utf-8"><title>\(subject)</title></head>
            <body>
            \(paragraphs)
            </body>
            </html>

            """
    }

    private static func html(of paragraph: Letter.Paragraph) -> String {
        switch paragraph {
        case .text(let words):
            let lines = escaped(HarmlessText.lines(words))
                .split(separator: "\n", omittingEmptySubsequences: false)
            return "<p>\(lines.joined(separator: "<br>\n"))</p>"
        case .link(let address):
            let shown = escaped(HarmlessText.line(address))
            return opensInBrowser(address)
                ? "<p><a href=\"\(shown)\">\(shown)</a></p>" : "<p>\(shown)</p>"
        case .code(let code):
            return "<pre><code>\(escaped(HarmlessText.lines(code)))</code></pre>"
        }
    }

    /// Whether an address is one of the web, of visible ASCII only: what else it is, is shown and can't be clicked.
    private static func opensInBrowser(_ address: String) -> Bool {
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
        let start = address.prefix { $0 != ":" }
        guard ["http", "https"].contains(start.lowercased()) else { return false }
        let rest = address.dropFirst(start.count)
        return rest.hasPrefix("://") && rest.count > 3
    }

    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
