import Expressions
import Flows
import Localization

/// Values for the arguments of messages: what messages.yaml gives as examples, else something likely.
struct MessageSamples {
    private let descriptions: MessageDescriptions?
    private let language: LanguageTag
    /// 2026-03-27 at 09:41 UTC.
    private static let moment: Int64 = 1_774_604_460_000
    private static let day: Int64 = 1_774_569_600_000

    init(_ descriptions: MessageDescriptions?, in language: LanguageTag) {
        self.descriptions = descriptions
        self.language = language
    }

    /// The value of an argument.
    func argument(_ key: MessageKey, _ name: String, _ kind: MessageArgumentKind) -> MessageArgument
    {
        let example = descriptions?[key]?.arguments[name]
        switch kind {
        case .integer: return .integer(example.flatMap { Int64($0) } ?? 3)
        case .number:
            return example.flatMap { Int64($0) }.map { .integer($0) }
                ?? .number(example.flatMap { Double($0) } ?? 0.4)
        case .date: return .date(milliseconds: Self.day)
        case .time: return .time(milliseconds: Self.moment)
        case .money: return .money(tenThousandths: 5_000_000, currency: "USD")
        case .list: return .list(["1", "2", "3"])
        case .choice: return .choice(example ?? "other")
        case .any, .text:
            return .text(example ?? "‹\(name)›")
        }
    }

    /// The same for what is said about a wrong answer.
    func problemArgument(
        _ key: MessageKey,
        _ name: String,
        _ kind: MessageArgumentKind
    ) -> ProblemArgument {
        switch argument(key, name, kind) {
        case .text(let text), .choice(let text): .text(text)
        case .integer(let number): .integer(number)
        case .number(let number): .integer(Int64(number.rounded()))
        case .date(let instant), .time(let instant): .date(instant)
        case .money(let amount, let currency):
            .money(Money(tenThousandths: amount, currency: currency))
        case .list(let items): .text(items.joined(separator: ", "))
        }
    }
}
