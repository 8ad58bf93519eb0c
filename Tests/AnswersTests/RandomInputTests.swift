import Flows
import Localization
import Testing

@testable import Answers

/// A small generator, so that every run tries the same texts (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Random input")
struct RandomInputTests {
    private static let types: [FieldType] = [
        .text, .name, .email, .phone(nil), .phone(.mobile), .phone(.mobile, country: 0), .date,
        .country,
        .postcode(country: 0), .document(country: 0, kind: 1), .choice([]), .bool,
        .integer(minimum: .min, maximum: .max),
        .money(currency: "USD", minimum: .min, maximum: .max), .consent(document: "terms"),
        .code(digits: 6), .captcha, .file(FileBounds()),
        .secret(.new, isRepeated: false),
    ]

    private static let pieces: [String] = [
        "1", "9", "0", "31", "1990", "27", ".", "-", "/", ",", " ", "+", "@", "例", "年", "月", "日",
        "十", "марта", "март", "března", "Maret", "March", "th", "г.", "gmail.com", "xn--", "ß", "İ",
        "\u{301}", "\u{200D}", "\u{202E}", "\u{0}", "\u{3000}", "９", "٣", "😀", "🇷🇺", "ﬁ", "\u{FFFD}",
        "USD", "$", "yes", "нет", "korea", "Å", "\"", "(", ")", "\u{FEFF}", "\n", "A", "Я", "'",
        "￥",
        "9223372036854775807", "99999999999999999999", "\u{10FFFF}", "。", "＠", "%", "\\", "{",
    ]

    private static func text(_ random: inout SeededGenerator) -> String {
        if random.next() % 4 == 0 {
            let count = Int.random(in: 0...24, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            return String(decoding: bytes, as: UTF8.self)
        }
        return (0..<Int.random(in: 1...8, using: &random))
            .compactMap { _ in pieces.randomElement(using: &random) }.joined()
    }

    @Test(arguments: 0..<20)
    func `no text of any kind does harm, and the same text reads the same`(part: Int) {
        var random = SeededGenerator(state: UInt64(part) &* 7919)
        let countries = ["RU", "CN", "ID", "CZ", "GB", "US", "HK", "AD", "", "Ř"]
        let options = [ReadableOption(value: "one", words: "Один")]
        let demanded = Set(AnswerMessages.demanded.map(\.key))
        for round in 0..<5_000 {
            let type = Self.types[round % Self.types.count]
            // The list of all countries is dear to search, and its search is short.
            if case .country = type, round % 8 != 0 { continue }
            let raw = Self.text(&random)
            let language = ["en", "ru", "zh", "id", "cs", "xx"][round % 6]
            let context = Readers.context(
                language,
                country: countries[round % countries.count],
                kind: ["passport", "driving_licence", ""][round % 3],
                options: options
            )
            let bounds = LengthBounds(minimum: 1, maximum: 30)
            let reading = Readers.all.read(raw, as: type, length: bounds, context: context)
            if round % 10 == 0,
                reading != Readers.all.read(raw, as: type, length: bounds, context: context)
            {
                Issue.record("reads differently: \(raw.debugDescription)")
            }
            guard case .problem(let reason, _) = reading else { continue }
            switch type {
            case .file, .secret: continue
            default:
                let key = "error.\(type.keyword).\(reason)"
                if !demanded.contains(key) { Issue.record("not demanded: \(key)") }
            }
        }
    }

    @Test func `a stored value reads as itself`() {
        var random = SeededGenerator(state: 11)
        let types = Self.types.filter { type in
            switch type {
            case .text, .name, .email, .phone, .postcode, .document, .code: true
            default: false
            }
        }
        for round in 0..<8_000 {
            let type = types[round % types.count]
            let country = ["RU", "CZ", "GB", "US", "AD"][round % 5]
            let raw = Self.text(&random)
            func outcome(_ raw: String) -> String {
                Readers.outcome(Readers.read(raw, type, country: country, kind: "passport"))
            }
            let once = outcome(raw)
            if once.hasPrefix("!") || once == "empty" { continue }
            if outcome(once) != once {
                Issue.record("\(type.keyword): \(raw.debugDescription) as \(once.debugDescription)")
            }
        }
    }

    @Test(arguments: 0..<4)
    func `no secret does harm, and a prepared one is prepared`(part: Int) {
        var random = SeededGenerator(state: UInt64(part) &+ 99)
        for _ in 0..<5_000 {
            let raw = Self.text(&random)
            for isAnswer in [true, false] {
                let once = SecretText.prepare(raw, isAnswer: isAnswer)
                guard case .secret(let text) = once else { continue }
                if SecretText.prepare(text, isAnswer: isAnswer) != once {
                    Issue.record("prepared twice it differs: \(raw.debugDescription)")
                }
            }
        }
    }
}
