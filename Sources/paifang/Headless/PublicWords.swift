import Flows
import Localization
import Screens
import Sessions

/// Words of a walk as what a program prints may hold them: only those that name nothing personal.
struct PublicWords {
    private let catalogs: Catalogs
    /// The arguments of messages that are personal.
    private let personal: Set<String>

    init(of definition: FlowDefinition, catalogs: Catalogs) {
        self.catalogs = catalogs
        // A letter's recipient is no field by its name.
        var personal: Set = ["recipient"]
        for field in definition.fields where field.isPersonal {
            personal.insert(definition.origin(of: field.name.text).name)
        }
        self.personal = personal
    }

    /// The text of some words, or `nil` where they name something personal, such as the address of an account.
    func text(_ words: Words) -> String? {
        guard let key = words.key else { return words.text }
        let program =
            catalogs[words.language]?.program(for: key)
            ?? catalogs[catalogs.source]?.program(for: key)
        let isPersonal = (program?.arguments ?? []).contains { personal.contains($0.name) }
        return isPersonal ? nil : words.text
    }

    /// The title of a screen, or the name of its step.
    func title(of screen: Screen) -> String { text(screen.title) ?? screen.step.text }

    /// What is said at once, or which message it is.
    func notice(_ words: Words) -> String { text(words) ?? words.key?.rawValue ?? "" }
}
