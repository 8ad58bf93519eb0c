import Localization
import Screens
import Sessions

/// What covers a screen for a while: the languages, or something to be read.
extension ScreenPage {
    mutating func add(_ overlay: WalkInput.Overlay) {
        switch overlay {
        case .languages(let chosen): addLanguages(chosen)
        case .help(let path): addHelp(about: path.flatMap { snapshot.field($0) })
        case .document(let name): addDocument(name)
        case .letter: addLetter()
        }
    }

    private mutating func addLanguages(_ chosen: LanguageTag) {
        page.text(chrome[.languageTitle], .strong)
        page.space()
        for (index, language) in snapshot.languages.enumerated() {
            let isChosen = language == chosen
            let start = page.lines.count
            var line = FrameLine(isChosen ? " ▸ " : "   ", .accent)
            line.add("\(index + 1)  ")
            line.add(name(of: language), isChosen ? .selected : .plain)
            if language == snapshot.language { line.add("  ✓", .success) }
            page.line(line)
            if isChosen { setFocus(from: start) }
        }
    }

    /// Pseudo-languages have the names of others, so their tag is added.
    private func name(of language: LanguageTag) -> String {
        let name = RegionalFormats.ownName(of: language)
        return language.isPseudo ? "\(name) (\(language.rawValue))" : name
    }

    private mutating func addHelp(about field: ScreenField?) {
        page.text(chrome[.helpTitle], .strong)
        page.space()
        if let help = screen.help {
            page.text(help.text)
            page.space()
        }
        if let field {
            page.text(field.label.text, .strong)
            if let warning = field.warning {
                page.text(chrome[.warning, ["text": .text(warning.text)]])
            }
            if let hint = field.hint { page.text(hint.text) }
            addKeys(of: field)
            page.space()
        }
        page.text(chrome[.helpKeys])
    }

    /// The keys that only this field has.
    private mutating func addKeys(of field: ScreenField) {
        switch field.control {
        case .captcha: page.text(chrome[.anotherQuestion])
        case .consent: page.text(chrome[.readDocument])
        case .line, .choice, .country, .yesNo, .secret: break
        }
        if let offer = field.offer {
            page.text(chrome[.takeOffer, ["offer": .text(offer.words.text)]])
        }
    }

    private mutating func addDocument(_ name: String) {
        guard let document = snapshot.document(name) else { return }
        page.text(document.title, .strong)
        if document.standsInFor != nil {
            page.text(chrome[.note, ["text": .text(chrome[.documentRenewed])]], .warning)
        }
        page.space()
        for point in document.summary { page.item("•", point, indent: 1) }
        for block in document.body {
            switch block {
            case .heading(_, let text):
                page.space()
                page.text(text, .strong)
                page.space()
            case .paragraph(let text):
                page.space()
                page.text(text)
            case .item(let text):
                page.item("•", text, indent: 3)
            }
        }
    }

    private mutating func addLetter() {
        guard let letter = snapshot.letter else { return }
        for text in head(of: letter) { page.text(text, .faint) }
        page.space()
        for paragraph in letter.paragraphs {
            switch paragraph {
            case .text(let text): page.text(text)
            case .link(let text), .code(let text): page.text(text, indent: 3, .accent)
            }
            page.space()
        }
    }
}
