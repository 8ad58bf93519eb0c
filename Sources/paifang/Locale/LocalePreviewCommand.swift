import ArgumentParser
import Documents
import Flows
import Localization

/// `paifang locale preview`: messages in all their forms, and the screens they stand on.
struct LocalePreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "See messages in all their forms, and the screens they stand on.",
        discussion: """
            A message is shown with each number its language counts differently and each branch it has, then on its
            screen, drawn as it will look; > stands before its lines. Without a key: all of a flow, step by step.
            """
    )

    @Argument(help: "Keys, such as field.email.hint or 'mail.*'; all of a flow without any.")
    var keys: [String] = []

    @Option(help: "The languages, such as cs or ru,cs; without it yours.")
    var lang: String?

    @Option(help: "The flow to walk through; without it the only one, or the wallet sign-up.")
    var flow: String?

    @Option(help: "Only this step of the flow.")
    var step: String?

    @Option(help: "How many columns the terminal of the pictures has.")
    var width: Int?

    @Flag(name: .customLong("screen"), help: "Only the screen, not the forms.")
    var hasScreensOnly = false

    @Flag(
        name: .customLong("all"),
        help: "Every step on which a message stands, not only the first."
    )
    var hasAllScreens = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let width, !(20...400).contains(width) {
            throw ValidationError("--width takes a number from 20 to 400")
        }
    }

    func run() throws {
        var desk = try LocaleDesk(shared)
        var languages = try desk.languages(lang)
        if languages.isEmpty {
            languages = [
                try desk.situation.language(nil, project: desk.project, flow: nil)
            ]
        }
        guard !keys.isEmpty else { return try walk(desk, languages) }
        let found = try desk.keys(named: keys)
        let steps = try steps(of: desk)
        var previews: [JSONValue] = []
        for language in languages {
            let book = PictureBook(desk, in: language, columns: columns(desk))
            let pictures = self.pictures(of: found, in: book, steps)
            for key in found {
                let own = pictures[key] ?? []
                let sheet = MessageSheet(key, in: language, of: desk)
                if shared.isJSON {
                    previews.append(PreviewText.json(sheet, own))
                } else {
                    let text = PreviewText(desk: desk, columns: columns(desk))
                    text.show(sheet, own, hasForms: !hasScreensOnly)
                }
            }
        }
        guard shared.isJSON else { return }
        Standard.output(JSONWriter.compact(["schema": 1, "previews": .array(previews)]))
    }

    private func columns(_ desk: LocaleDesk) -> Int {
        width ?? min(80, desk.columns ?? 80)
    }

    private func steps(of desk: LocaleDesk) throws -> Set<StepName> {
        guard let step else { return [] }
        let definition = try desk.situation.flow(flow, of: desk.project)
        guard definition.step(StepName(step)) != nil else {
            throw desk.situation.missing("step", step, among: definition.steps.map(\.name.text))
        }
        return [StepName(step)]
    }

    /// The flows in the order in which they are looked through: the one that was named, or those that need the messages.
    private func flows(for keys: [MessageKey], _ desk: LocaleDesk) -> [FlowName] {
        if let flow { return [FlowName(flow)] }
        let all = desk.project.flows.flows.map(\.name)
        let uses = MessageUses(of: desk.project)
        let own = Set(keys.flatMap { uses[$0].map(\.flow) })
        let usual = all.filter { $0 == "wallet-signup" }
        var ordered: [FlowName] = []
        for name in all.filter(own.contains) + usual + all where !ordered.contains(name) {
            ordered.append(name)
        }
        return ordered
    }

    private func pictures(
        of keys: [MessageKey],
        in book: PictureBook,
        _ steps: Set<StepName>
    ) -> [MessageKey: [Picture]] {
        var pictures: [MessageKey: [Picture]] = [:]
        for flow in flows(for: keys, book.desk) {
            let open = hasAllScreens ? keys : keys.filter { pictures[$0] == nil }
            let wanted = Set(open.filter { !PseudoLanguage.keeps($0) })
            guard !wanted.isEmpty else { break }
            book.visit(flow, for: wanted, at: steps, isEachStep: hasAllScreens) { picture, found in
                for key in found { pictures[key, default: []].append(picture) }
                return true
            }
        }
        return pictures
    }

    // MARK: - A whole flow

    private func walk(_ desk: LocaleDesk, _ languages: [LanguageTag]) throws {
        let definition = try desk.situation.flow(flow, of: desk.project)
        let steps = try steps(of: desk)
        var previews: [JSONValue] = []
        let keys = desk.keys
        for language in languages {
            let book = PictureBook(desk, in: language, columns: columns(desk))
            let text = PreviewText(desk: desk, columns: columns(desk))
            var seen: Set<MessageKey> = []
            var last: StepName?
            book.visit(definition.name, for: [], at: steps) { picture, new in
                seen.formUnion(new)
                let sheets = keys.filter(new.contains).map {
                    MessageSheet($0, in: language, of: desk)
                }
                if shared.isJSON {
                    previews += sheets.map { PreviewText.json($0, [picture]) }
                    return true
                }
                if picture.step != last {
                    let place = definition.steps.firstIndex { $0.name == picture.step } ?? 0
                    text.heading(
                        "Step \(place + 1) of \(definition.steps.count)",
                        picture.step.text
                    )
                    last = picture.step
                }
                text.show(picture, marking: new, underlines: false)
                if !hasScreensOnly { for sheet in sheets { text.show(sheet) } }
                return true
            }
            guard steps.isEmpty else { continue }
            let uses = MessageUses(of: desk.project)
            let rest = keys.filter { key in
                !seen.contains(key) && uses[key].contains { $0.flow == definition.name }
            }
            if !shared.isJSON, !rest.isEmpty { text.heading("Elsewhere", "on no screen") }
            for key in rest {
                let sheet = MessageSheet(key, in: language, of: desk)
                if shared.isJSON {
                    previews.append(PreviewText.json(sheet, []))
                } else {
                    text.show(sheet, [], hasForms: true)
                }
            }
        }
        guard shared.isJSON else { return }
        Standard.output(JSONWriter.compact(["schema": 1, "previews": .array(previews)]))
    }
}
