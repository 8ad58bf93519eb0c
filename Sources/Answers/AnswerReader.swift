public import Flows
public import Localization

/// Overview: what a person typed becomes a value in its one stored form, or a problem with a reason.
///
/// Responsibilities: reading by a field's type in the reader's language, with English understood beside
/// it; noticing what is probably a slip. The same text in the same context always gives the same reading.
///
/// What is not here: rules of the flow (`Flows`), words (`Localization`), secrets' rules and comparison
/// (`Sessions`), files, captchas.
public struct AnswerReader: Sendable {
    /// Words of a language that mean yes, and words that mean no.
    public typealias YesNoWords = @Sendable (LanguageTag) -> (yes: [String], no: [String])

    private let phones: PhoneNumbers
    private let indexes: LanguageIndexes

    /// Makes a reader for the languages with formats; English must be among them to be understood
    /// everywhere.
    public init(
        formats: [LanguageTag: RegionalFormats],
        yesNo: @escaping YesNoWords,
        phones: PhoneNumbers = PhoneNumbers()
    ) {
        self.phones = phones
        indexes = LanguageIndexes(formats: formats, yesNo: yesNo)
    }

    /// Makes a reader whose words for yes and no stand in catalogues.
    public init(catalogs: Catalogs, formats: [LanguageTag: RegionalFormats]) {
        self.init(formats: formats) { language in
            let words = { (key: MessageKey) in
                catalogs.words(key, in: language).text.split(separator: "|").map(String.init)
            }
            return (words("input.yes"), words("input.no"))
        }
    }

    /// Reads a raw text by a field's type.
    ///
    /// A consent reads as `.bool(true)` and a code or captcha as its text: the caller makes of them what
    /// the machine takes. A list, a file and a secret are not read here; they are `unreadable`.
    public func read(
        _ raw: String,
        as type: FieldType,
        length: LengthBounds,
        context: AnswerContext
    ) -> AnswerReading {
        let text: String
        do {
            text = TextFolding.nfc(try TypedText(raw).text)
        } catch {
            return Self.problem(error, type, length, context)
        }
        if text.unicodeScalars.isEmpty { return .empty }
        return read(text: text, as: type, length: length, context: context)
    }

    /// The countries that a text might become, as codes: best first, otherwise in the reader's order.
    ///
    /// Names in the reader's language, in English, aliases and codes count. O(number of countries).
    public func countryMatches(_ raw: String, language: LanguageTag) -> [String] {
        guard let typed = try? TypedText(raw) else {
            // What can't be a country's name is like no country; the reading itself says why.
            return []
        }
        return countries(ofCallingCode: typed.text, language: language)
            ?? indexes.countries(in: language).candidates(TextFolding.nfc(typed.text))
    }

    /// The countries with a calling code, in the reader's order; `nil` where the text is not written as one, "+420".
    private func countries(ofCallingCode text: String, language: LanguageTag) -> [String]? {
        let digits = text.narrowed.unicodeScalars.filter { !$0.isWhite }
        guard digits.first == "+", digits.count > 1, digits.dropFirst().allSatisfy(\.isDigit)
        else { return nil }
        let code = String(String.UnicodeScalarView(digits.dropFirst()))
        return indexes.countries(in: language).codes.filter { phones.callingCode(of: $0) == code }
    }

    private func read(
        text: String,
        as type: FieldType,
        length: LengthBounds,
        context: AnswerContext
    ) -> AnswerReading {
        switch type {
        case .text: return PlainText(length: length).readText(text)
        case .name: return PlainText(length: length).readName(text)
        case .email: return EmailAnswer.read(text)
        case .phone(let line, let country):
            return phones.read(
                text,
                line: line,
                country: context.country,
                mustBeOfCountry: country != nil
            )
        case .date: return dates(for: context.language).read(text)
        case .country:
            return CountryAnswer.read(
                text,
                in: indexes.countries(in: context.language),
                ofCallingCode: countries(ofCallingCode: text, language: context.language)
            )
        case .postcode: return PostcodeFormat.read(text, country: context.country)
        case .document:
            return DocumentFormat.read(text, country: context.country, kind: context.documentKind)
        case .choice:
            return ChoiceAnswer(options: context.options, fold: TextFolding.fold).read(text)
        case .bool: return indexes.yesNo(in: context.language).read(text)
        case .consent: return indexes.yesNo(in: context.language).readConsent(text)
        case .integer(let minimum, let maximum):
            return IntegerAnswer.read(
                text,
                minimum: minimum,
                maximum: maximum,
                separators: separators(in: context.language)
            )
        case .money(let currency, let minimum, let maximum):
            return MoneyAnswer(
                currency: currency,
                minimum: minimum,
                maximum: maximum,
                separators: separators(in: context.language)
            ).read(text)
        case .code(let digits): return CodeAnswer.read(text, digits: digits)
        case .captcha: return .value(.text(text.collapsed))
        case .list, .file, .secret: return .problem("unreadable")
        }
    }

    // A text nobody types by hand; only fields of free words name the reason, the others are as little
    // readable as with any other wrong text.
    private static func problem(
        _ problem: TypedText.Problem,
        _ type: FieldType,
        _ length: LengthBounds,
        _ context: AnswerContext
    ) -> AnswerReading {
        switch type {
        case .text, .name:
            switch problem {
            case .tooLong: .problem("too_long", ["max": .integer(Int64(length.maximum))])
            case .controlCharacters: .problem("control_characters")
            }
        case .email:
            switch problem {
            case .tooLong:
                .problem("too_long", ["max": .integer(Int64(EmailAddress.maximumBytes))])
            case .controlCharacters: .problem("control_characters")
            }
        case .country, .choice: .problem("unknown")
        case .bool, .consent: .problem("yes_or_no")
        case .postcode: PostcodeFormat.problem(country: context.country)
        case .document:
            DocumentFormat.problem(country: context.country, kind: context.documentKind)
        case .code: .problem("characters")
        // A wrong answer like any other, which the one who asked the question refuses.
        case .captcha: .value(.text(""))
        case .phone, .date, .integer, .money, .list, .file, .secret: .problem("unreadable")
        }
    }

    private func separators(in language: LanguageTag) -> DecimalText.Separators {
        DecimalText.Separators(language: language.base)
    }

    private func dates(for language: LanguageTag) -> DateAnswer {
        let words = [language, Self.english].map(indexes.months)
        return DateAnswer(
            order: DateWords.order(of: language.base),
            month: { word in
                let word = TextFolding.fold(word)
                return words.lazy.compactMap { $0.month(word) }.first
            },
            isFiller: { DateWords.fillers.contains(TextFolding.fold($0)) }
        )
    }

    private static let english = LanguageTag("en")
}
