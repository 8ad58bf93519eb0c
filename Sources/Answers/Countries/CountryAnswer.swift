import Flows

/// Reads a country by its code, a name or a part of a name.
enum CountryAnswer {
    /// More names than these help nobody to choose.
    static let maximumChoices = 12

    /// Reads a text; `calling` are the countries whose calling code it is, where it is written as one.
    static func read(
        _ text: String,
        in index: CountryIndex,
        ofCallingCode calling: [String]? = nil
    ) -> AnswerReading {
        switch calling.map(CountryIndex.Match.init) ?? index.match(text) {
        case .one(let code): .value(.text(code))
        case .several(let codes):
            .problem(
                "several",
                [
                    "choices": .text(codes.prefix(maximumChoices).joined(separator: ",")),
                    "count": .integer(Int64(codes.count)),
                ]
            )
        case .none: .problem("unknown")
        }
    }
}
