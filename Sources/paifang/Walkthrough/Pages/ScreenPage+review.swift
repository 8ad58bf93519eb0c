import Localization
import Screens

/// All answers, each with the number by which it is chosen to be changed.
extension ScreenPage {
    mutating func addReview() {
        let fields = screen.fields
        let digits = String(fields.count).count
        let labels = fields.map { String(repeating: " ", count: digits + 2) + $0.label.text }
        let width = labelWidth(of: labels)
        var number = 0
        for field in fields {
            let isFocused = input.focus == .answer(field.path)
            var label = String(repeating: " ", count: digits + 2) + field.label.text
            if !field.isFixed {
                number += 1
                let text = String(number)
                label =
                    String(repeating: " ", count: max(0, digits - text.count)) + "\(text)  "
                    + field.label.text
            }
            let start = page.lines.count
            let hanging = width == 0 ? digits + 2 : 0
            let indent = size.columns - valueRoom(labelWidth: width) - 1 + hanging
            addLabel(
                label,
                marks: FrameLine(isFocused ? " ▸" : "  ", .accent),
                labelWidth: width,
                emphasis: isFocused ? .strong : .plain,
                value: page.wrapped(
                    field.shown ?? chrome[field.isOptional ? .optional : .notGiven],
                    indent: indent
                ),
                valueEmphasis: isFocused ? .strong : .plain
            )
            if field.isFixed { page.text(chrome[.fixed], indent: 5 + digits + 2, .faint) }
            if isFocused { setFocus(from: start) }
        }
        page.space()
        addPressable(.proceed, chrome[.confirm])
        addButtons()
    }

    /// How the flow ended, and what one may go on with.
    mutating func addEnd() {
        if let advice = screen.advice {
            page.text(advice.text)
            page.space()
        }
        for offer in screen.offers {
            page.item("•", offer.text(in: chrome), indent: 1)
        }
        setFocus(from: 0)
    }
}
