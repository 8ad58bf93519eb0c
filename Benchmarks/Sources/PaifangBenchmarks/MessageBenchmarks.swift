import CICUBridge
import Localization

/// Messages into a reused UTF-8 buffer, beside a kept icu::MessageFormat that writes UTF-8 as well.
enum MessageBenchmarks {
    private struct Sample {
        let name: String
        let pattern: String
        let arguments: [(name: String, value: MessageArgument)]
    }

    private static let instant: Int64 = 638_496_000_000
    private static let samples = [
        Sample(name: "plain", pattern: "Проверьте почту: мы отправили вам письмо", arguments: []),
        Sample(
            name: "name",
            pattern: "Здравствуйте, {who}! Мы рады вас видеть.",
            arguments: [("who", .text("Юлия Щербакова"))]
        ),
        Sample(
            name: "plural",
            pattern:
                "{n, plural, one {Остался # день} few {Осталось # дня} many {Осталось # дней} other {Осталось # дня}}",
            arguments: [("n", .integer(21))]
        ),
        Sample(
            name: "date",
            pattern: "Ссылка действует до {until, date, long}.",
            arguments: [("until", .time(milliseconds: instant))]
        ),
    ]

    static func run() {
        let language = LanguageTag("ru")
        for sample in samples {
            guard let program = try? MessageProgram.compile(sample.pattern, language: language)
            else { continue }
            let values = sample.arguments.map { Optional($0.value) }
            var buffer = ByteWriter()
            var total = 0
            let ours = Figure.measure(times: 500_000) {
                // As a page does, messages go behind each other; a buffer is emptied now and then.
                if buffer.count > 16_000 {
                    total &+= buffer.count
                    buffer.removeAll()
                }
                program.write(ordered: values, zone: "UTC", into: &buffer)
            }
            total &+= buffer.count
            buffer.removeAll()
            program.write(ordered: values, zone: "UTC", into: &buffer)
            let icu = kept(sample, language, expecting: buffer.bytes)
            Figure(
                name: "message.\(sample.name)",
                nanoseconds: ours,
                peer: icu.map { ("icu::MessageFormat kept", $0) }
            ).report()
            let named = Dictionary(
                uniqueKeysWithValues: sample.arguments.map { ($0.name, $0.value) }
            )
            let string = Figure.measure(times: 200_000) {
                total &+= program.format(named, zone: "UTC").utf8.count
            }
            Figure(name: "message.\(sample.name).string", nanoseconds: string).report()
            precondition(total != 0, "the optimizer must not drop what is measured")
        }
        amount()
    }

    /// The nanoseconds of a kept icu::MessageFormat; `nil` where its bytes are others.
    private static func kept(
        _ sample: Sample,
        _ language: LanguageTag,
        expecting expected: [UInt8]
    ) -> Double? {
        let length = Int32(sample.pattern.utf8.count)
        guard let oracle = pf_oracle_make(sample.pattern, length, language.rawValue, "UTC") else {
            return nil
        }
        defer { pf_oracle_free(oracle) }
        var out = [UInt8](repeating: 0, count: 1024)
        var written: Int32 = 0
        let values = sample.arguments.map { argument in
            var value = pf_value()
            value.name = UnsafePointer(duplicate(argument.name))
            switch argument.value {
            case .text(let text):
                value.kind = pf_value_text
                value.text = UnsafePointer(duplicate(text))
            case .integer(let number):
                value.kind = pf_value_integer
                value.integer = number
            case .time(let instant):
                value.kind = pf_value_instant
                value.integer = instant
            default:
                break
            }
            return value
        }
        pf_oracle_keep(oracle, values, Int32(values.count))
        let nanoseconds = Figure.measure(times: 100_000) {
            written = pf_oracle_format_kept(oracle, &out, 1024)
        }
        return Array(out[..<Int(max(0, written))]) == expected ? nanoseconds : nil
    }

    /// A copy that lives as long as the process.
    private static func duplicate(_ text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = text.utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (index, byte) in bytes.enumerated() { copy[index] = byte }
        return copy
    }

    private static func amount() {
        let language = LanguageTag("ru")
        guard let program = try? MessageProgram.compile("Баланс: {amount}", language: language)
        else { return }
        var buffer = ByteWriter()
        let values: [MessageArgument?] = [.money(tenThousandths: 12_345_600, currency: "USD")]
        let ours = Figure.measure(times: 500_000) {
            if buffer.count > 16_000 { buffer.removeAll() }
            program.write(ordered: values, zone: "UTC", into: &buffer)
        }
        guard let format = pf_oracle_money_make(language.rawValue, "USD") else { return }
        defer { pf_oracle_money_free(format) }
        var out = [UInt8](repeating: 0, count: 256)
        let icu = Figure.measure(times: 100_000) {
            _ = pf_oracle_money_format(format, 1234.56, &out, 256)
        }
        Figure(name: "message.amount", nanoseconds: ours, peer: ("icu::NumberFormat kept", icu))
            .report()
    }
}
