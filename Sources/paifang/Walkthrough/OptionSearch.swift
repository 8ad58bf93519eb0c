import Localization
import Screens

/// Finds options by what is typed: a number, or a part of the words.
enum OptionSearch {
    /// The options that a text may mean, those that begin with it first; all of them for no text.
    static func matches(_ text: String, in options: [ScreenField.Option]) -> [ScreenField.Option] {
        let wanted = text.lowercased()
        guard !wanted.isEmpty else { return options }
        if let number = number(text) {
            return options.indices.contains(number - 1) ? [options[number - 1]] : []
        }
        let words = options.map { $0.words.text.lowercased() }
        let beginning = options.indices.filter { words[$0].hasPrefix(wanted) }
        let inside = options.indices.filter {
            !words[$0].hasPrefix(wanted) && words[$0].contains(wanted)
        }
        return (beginning + inside).map { options[$0] }
    }

    /// The number that a text of digits stands for, full-width digits included; `nil` for other texts.
    static func number(_ text: String) -> Int? {
        var number = 0
        guard !text.isEmpty, text.unicodeScalars.count <= 6 else { return nil }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: number = number * 10 + Int(scalar.value - 0x30)
            case 0xFF10...0xFF19: number = number * 10 + Int(scalar.value - 0xFF10)
            default: return nil
            }
        }
        return number
    }
}

extension ScreenField {
    /// The options that stand there to be chosen from; none for a line.
    var options: [Option] {
        switch control {
        case .choice(let options), .country(let options), .yesNo(let options),
            .consent(_, _, let options):
            options
        case .line, .captcha, .secret: []
        }
    }

    /// The options that a text may mean; for countries in the order of a search.
    func options(for text: String, countries: (String) -> [String]) -> [Option] {
        guard case .country(let all) = control, !text.isEmpty else {
            return OptionSearch.matches(text, in: options)
        }
        return countries(text).compactMap { code in all.first { $0.raw == code } }
    }
}
