import Flows

/// Reads one of the options on offer.
struct ChoiceAnswer {
    /// What is on offer, in order; a value may stand here once per language of its words.
    let options: [ReadableOption]
    /// Makes spellings that mean the same the same.
    let fold: (String) -> String

    /// An option by its value, its words, its number from 1, or the beginning of one option's words only.
    func read(_ text: String) -> AnswerReading {
        let typed = text.narrowed
        if let option = options.first(where: { $0.value == typed }) {
            return .value(.text(option.value))
        }
        var values: [String] = []
        for option in options where !values.contains(option.value) { values.append(option.value) }
        if typed.isDigits, typed.utf8.count <= 3, let number = Int(typed),
            values.indices.contains(number - 1)
        {
            return .value(.text(values[number - 1]))
        }
        let word = fold(typed.collapsed)
        guard !word.isEmpty else { return .problem("unknown") }
        let spelt = options.flatMap { option in
            [option.value, option.words.narrowed.collapsed].map { (option.value, fold($0)) }
        }
        let ways: [(String) -> Bool] = [{ $0 == word }, { $0.hasPrefix(word) }]
        for fits in ways {
            let found = Set(spelt.filter { fits($0.1) }.map(\.0))
            if found.count == 1, let value = found.first { return .value(.text(value)) }
            if found.count > 1 { break }
        }
        return .problem("unknown")
    }
}
