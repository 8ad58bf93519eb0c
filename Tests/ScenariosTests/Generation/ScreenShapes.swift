import Answers
import Flows
import Localization
import Scenarios
import Screens

/// What a screen is apart from its words.
struct ScreenShapes {
    struct Shape: Hashable {
        let step: StepName
        let visit: Int
        let kind: Screen.Kind
        let progress: Screen.Progress?
        let fields: [Field]
        let buttons: [Button]
        let allowsBack: Bool
        let timing: ScreenTiming?
        let notices: Int
        let offers: [FlowName]
    }

    struct Field: Hashable {
        let path: AnswerPath
        let control: String
        let isAnswered: Bool
        let isFixed: Bool
        let isOptional: Bool
        let hasOffer: Bool
    }

    struct Button: Hashable {
        let event: EventName
        let readyAt: Int64?
        let isUsedUp: Bool
    }

    private let builder: ScreenBuilder

    init(_ machine: FlowMachine, _ catalogs: Catalogs) {
        builder = ScreenBuilder(
            machine: machine,
            catalogs: catalogs,
            formats: Self.formats,
            display: Display()
        )
    }

    func shape(of walk: VirtualWalk) throws -> Shape {
        let screen = try builder.screen(of: walk.state, input: ScreenInput(), now: walk.now)
        return Shape(
            step: screen.step,
            visit: screen.visit,
            kind: screen.kind,
            progress: screen.progress,
            fields: screen.fields.map { field in
                Field(
                    path: field.path,
                    control: Self.shape(of: field.control),
                    isAnswered: field.isAnswered,
                    isFixed: field.isFixed,
                    isOptional: field.isOptional,
                    hasOffer: field.offer != nil
                )
            },
            buttons: screen.buttons.map {
                Button(event: $0.event, readyAt: $0.readyAt, isUsedUp: $0.isUsedUp)
            },
            allowsBack: screen.allowsBack,
            timing: screen.timing,
            notices: screen.notices.count,
            offers: screen.offers.map(\.flow)
        )
    }

    private static func shape(of control: ScreenField.Control) -> String {
        let raws = { (options: [ScreenField.Option]) in
            options.map(\.raw).sorted().joined(separator: " ")
        }
        switch control {
        case .line(let kind): return "line \(kind)"
        case .choice(let options): return "choice \(raws(options))"
        // Countries stand in the order of their names, which differ.
        case .country(let options): return "country \(raws(options))"
        case .yesNo(let options): return "yesNo \(raws(options))"
        case .consent(let document, _, let options): return "consent \(document) \(raws(options))"
        case .captcha: return "captcha"
        case .secret(let isRepeated): return "secret \(isRepeated)"
        }
    }

    private static let formats: [LanguageTag: RegionalFormats] = Dictionary(
        uniqueKeysWithValues: ["en", "ru", "zh", "id", "cs"].map {
            (LanguageTag($0), RegionalFormats(LanguageTag($0)))
        }
    )

    private struct Display: AnswerDisplay {
        func shown(_ text: String, as type: FieldType) -> String {
            AnswerFormats().shown(text, as: type)
        }

        func callingCode(of country: String) -> String? { AnswerFormats().callingCode(of: country) }
    }
}
