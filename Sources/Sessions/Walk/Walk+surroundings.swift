import Answers
public import Flows
public import Localization

extension Walk.Surroundings {
    /// Words without a walk.
    public func words(_ key: MessageKey, in language: LanguageTag) -> String {
        catalogs.words(key, in: language).text
    }

    /// Reads what whoever starts a flow gives, or `nil` where it can't be that.
    public func input(_ raw: String, of field: FieldDefinition) -> FieldValue? {
        var context = AnswerContext(language: catalogs.source, today: 0)
        if case .choice(let options) = field.type {
            // Who starts a flow says the names of the file, not the words of a language.
            context.options = options.map { ReadableOption(value: $0.value, words: $0.value) }
        }
        let reading = reader.read(raw, as: field.type, length: field.length, context: context)
        guard case .value(let value, _) = reading else { return nil }
        return value
    }
}
