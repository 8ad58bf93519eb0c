import Documents
import Localization

/// One message in one language, in all its forms.
struct MessageSheet {
    let key: MessageKey
    let language: LanguageTag
    /// The forms; `nil` where the language has no words for it.
    let forms: MessageForms?
    let description: MessageDescription?
    /// The English words with the first of the values; `nil` for English itself.
    let original: String?

    init(_ key: MessageKey, in language: LanguageTag, of desk: LocaleDesk) {
        self.key = key
        self.language = language
        description = desk.project.descriptions?[key]
        let samples = MessageSamples(desk.project.descriptions, in: language)
        func forms(_ language: LanguageTag) -> MessageForms? {
            guard let catalog = desk.catalogs[language], let program = catalog.program(for: key),
                let pattern = catalog.pattern(for: key)
            else { return nil }
            return MessageForms(of: pattern, program, in: language) {
                samples.argument(key, $0, $1)
            }
        }
        self.forms = forms(language)
        let source = desk.catalogs[desk.source]?.program(for: key)
        original =
            language == desk.source
            ? nil
            : source.map { program in
                let values = program.arguments.map {
                    ($0.name, samples.argument(key, $0.name, $0.kind))
                }
                return program.format(Dictionary(values) { first, _ in first })
            }
    }

    /// How many cells a text takes: those of its longest line.
    static func cells(of text: String) -> Int {
        text.split(whereSeparator: \.isNewline).map { DisplayWidth.cells(String($0)) }.max() ?? 0
    }

    /// The values by which a form is chosen: `hours = 2, 5`.
    func label(of form: MessageForms.Form) -> String {
        guard let first = form.cases.first else { return "" }
        return first.map { value in
            var shown: [String] = []
            for values in form.cases {
                guard let other = values.first(where: { $0.name == value.name }) else { continue }
                let text = Self.text(of: other.argument)
                if !shown.contains(text) { shown.append(text) }
            }
            return "\(value.name) = \(shown.joined(separator: ", "))"
        }
        .joined(separator: "  ")
    }

    /// A value in a label.
    static func text(of argument: MessageArgument) -> String {
        switch argument {
        case .text(let text), .choice(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .date(let instant):
            RegionalFormats(LanguageTag("en")).date(milliseconds: instant, style: .long)
        case .time(let instant):
            RegionalFormats(LanguageTag("en")).date(milliseconds: instant, skeleton: "yMMMMdHHmm")
        case .money(let amount, let currency):
            RegionalFormats(LanguageTag("en")).money(tenThousandths: amount, currency: currency)
        case .list(let items): items.joined(separator: ", ")
        }
    }

    // MARK: - Writing

    /// The lines for a terminal.
    func lines(columns: Int, paint: Paint) -> [String] {
        let name = RegionalFormats.ownName(of: language)
        var lines = [paint.strong(key.rawValue) + "  \(language.rawValue) \(name)"]
        if let description {
            lines += Paint.wrapped(description.text, columns: columns, indent: 2).map(paint.faint)
        }
        if let original {
            let text = MessageText.oneLine(original)
            lines += Paint.wrapped(text, columns: columns, indent: 2, title: "English: ")
                .map(paint.faint)
        }
        guard let forms else { return lines + ["", "  — no words yet —"] }
        lines.append("")
        for form in forms.forms {
            let label = label(of: form)
            if !label.isEmpty { lines.append("  " + paint.faint(label)) }
            let indent = label.isEmpty ? 2 : 4
            lines += Paint.wrapped(form.text, columns: columns, indent: indent)
            let cells = Self.cells(of: form.text)
            guard let width = description?.width else { continue }
            let blanks = String(repeating: " ", count: indent)
            if cells > width {
                let over = "✗ \(cells) cells, \(cells - width) too many: there is room for \(width)"
                lines.append(blanks + paint.danger(over))
            } else {
                lines.append(blanks + paint.faint("\(cells) of \(width) cells"))
            }
        }
        if !forms.fixed.isEmpty {
            let values = forms.fixed.map { "\($0.name) = \(Self.text(of: $0.argument))" }
            lines.append("")
            let text = values.joined(separator: ", ")
            lines += Paint.wrapped(text, columns: columns, indent: 2, title: "Shown with ")
                .map(paint.faint)
        }
        if forms.isShortened {
            lines.append("  Each argument varies by itself: together they are too many.")
        }
        return lines
    }

    /// The sheet as JSON.
    var json: [(String, JSONValue)] {
        let list = (forms?.forms ?? []).map { form -> JSONValue in
            let cases = form.cases.map { values -> JSONValue in
                .object(values.map { .init($0.name, .string(Self.text(of: $0.argument))) })
            }
            let cells = Self.cells(of: form.text)
            return [
                "cases": .array(cases), "text": .string(form.text), "cells": .integer(cells),
                "fits": .bool(description?.width.map { cells <= $0 } ?? true),
            ]
        }
        return [
            ("key", .string(key.rawValue)), ("language", .string(language.rawValue)),
            ("forms", .array(list)), ("width", description?.width.map { .integer($0) } ?? .null),
        ]
    }
}
