import Localization
import Screens
import Sessions

/// Keys on what covers a screen, and the keys that are named at the lower edge.
extension DrawnWalk {
    mutating func press(_ key: Key, on overlay: WalkInput.Overlay) {
        switch overlay {
        case .languages(let chosen): press(key, onLanguage: chosen)
        case .help, .document, .letter: press(key, onTextOf: overlay)
        }
    }

    private mutating func press(_ key: Key, onLanguage chosen: LanguageTag) {
        let languages = snapshot.languages
        let index = languages.firstIndex(of: chosen) ?? 0
        switch key {
        case .enter:
            input.overlay = nil
            input.scroll = nil
            face.choose(language: chosen)
            follow()
        case .escape:
            input.overlay = nil
            input.scroll = nil
        case .up, .backTab:
            if index > 0 { input.overlay = .languages(languages[index - 1]) }
        case .down, .tab:
            if index + 1 < languages.count { input.overlay = .languages(languages[index + 1]) }
        case .control("l"):
            if !languages.isEmpty {
                input.overlay = .languages(languages[(index + 1) % languages.count])
            }
        case .text(let text):
            if let number = OptionSearch.number(text), languages.indices.contains(number - 1) {
                input.overlay = .languages(languages[number - 1])
            }
        default:
            break
        }
    }

    private mutating func press(_ key: Key, onTextOf overlay: WalkInput.Overlay) {
        let page = max(1, shown.count - 1)
        switch key {
        case .up: input.scroll = max(0, shown.lowerBound - 1)
        case .down: input.scroll = shown.lowerBound + 1
        case .pageUp: input.scroll = max(0, shown.lowerBound - page)
        case .pageDown, .text(" "): input.scroll = shown.lowerBound + page
        case .home: input.scroll = 0
        case .end: input.scroll = Int.max
        case .control("l"): input.overlay = .languages(snapshot.language)
        case .escape, .enter, .text("q"), .text("Q"), .function(1), .control("r"):
            input.overlay = nil
            input.scroll = nil
        default:
            break
        }
    }
}
