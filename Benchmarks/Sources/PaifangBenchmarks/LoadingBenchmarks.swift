import Documents
import Localization
import YAML

/// Locale files from text to programs.
enum LoadingBenchmarks {
    static func run() {
        let russian = LanguageTag("ru")
        let plain = (0..<500).map { "  plain\($0): Проверьте почту, мы отправили письмо" }
        let named = (0..<300).map { "  named\($0): \"Здравствуйте, {who}! Ваш кошелёк готов.\"" }
        let counted = (0..<200).map {
            "  plural\($0): \"{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}\""
        }
        let text = "messages:\n" + (plain + named + counted).joined(separator: "\n") + "\n"
        let source = SourceText(path: "ru.yaml", text: text)
        var count = 0
        let all = Figure.measure(times: 10) {
            guard let root = YAMLReader.read(source).root else { return }
            count = Catalog.load(root, language: russian, source: source).catalog.keys.count
        }
        Figure(name: "loading.1000messages.fromText", nanoseconds: all).report()
        guard let root = YAMLReader.read(source).root else { return }
        let compiling = Figure.measure(times: 10) {
            count &+= Catalog.load(root, language: russian, source: source).catalog.keys.count
        }
        Figure(name: "loading.1000messages.fromTree", nanoseconds: compiling).report()
        precondition(count >= 1000, "the optimizer must not drop what is measured")
        let regional = Figure.measure(times: 10) {
            count &+= RegionalFormats(russian).countries.count
        }
        Figure(name: "loading.regionalFormats", nanoseconds: regional).report()
    }
}
