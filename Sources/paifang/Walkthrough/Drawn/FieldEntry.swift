import Screens

/// What is being typed or chosen at a field.
struct FieldEntry {
    /// The line; for options, what is looked for among them.
    var editor: LineEditor
    /// The option that Enter takes, by what is taken as the answer.
    var chosen: String?
    /// A secret that was typed once and is to be typed once more.
    var firstSecret: String?
    /// The text that the line began with.
    private var seed: String

    /// Begins with what was refused, or with the answer.
    init(of field: ScreenField) {
        seed = Self.seed(of: field)
        editor = LineEditor(seed)
    }

    /// Whether something was typed or chosen.
    var isTouched: Bool { editor.text != seed || chosen != nil || firstSecret != nil }

    /// Lets go of what was not taken, where one would rather begin anew than mend it.
    ///
    /// Another question is asked, an option is chosen, or a code is typed again: one that was refused is kept
    /// nowhere, so what stayed in the line would pass for a new one, and hide what is wrong with the old.
    mutating func refuse(at field: ScreenField) {
        chosen = nil
        switch field.control {
        case .captcha, .choice, .yesNo, .consent, .line(.code): editor = LineEditor(seed)
        case .line, .country, .secret: break
        }
    }

    /// Takes over what the screen now begins with, where nothing was typed: another language may
    /// write the same answer differently.
    mutating func follow(_ field: ScreenField) {
        let fresh = Self.seed(of: field)
        guard fresh != seed else { return }
        if editor.text == seed { editor = LineEditor(fresh) }
        seed = fresh
    }

    private static func seed(of field: ScreenField) -> String {
        switch field.control {
        case .line: field.rejected ?? field.editable ?? ""
        case .country: field.rejected ?? ""
        case .choice, .yesNo, .consent, .captcha, .secret: ""
        }
    }
}
