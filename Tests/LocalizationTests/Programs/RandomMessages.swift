import Localization

/// Makes messages and arguments at random, of all forms that are allowed.
struct RandomMessages {
    var random: SeededGenerator
    private var usesDate = false

    init(seed: UInt64) {
        random = SeededGenerator(state: seed)
    }

    private static let texts = [
        "Hello", " ", "на кошелёк ", "钱包，", "peněženka", "don't", "it''s", "'{'", "'}'",
        "'{quoted}'", "#",
        "|", ", ", "! ", "…", "👩‍👩‍👧", "\n", "a", "— ", "\u{A0}", "100 %", "<b>", "\\", "\"", "é",
        "e\u{301}",
    ]
    private static let simple = [
        "{who}", "{ who }", "{n}", "{x}", "{n, number}", "{x, number}", "{n,number,integer}",
        "{x, number, integer}", "{x, number, percent}", "{n, number, percent}",
        "{n, number, ::.00}",
        "{x, number, :: .00 }", "{x, number, ::percent scale/100}", "{n, number, ::compact-short}",
        "{t, date}", "{t, date, short}", "{t, date, long}", "{t, date, full}", "{t, time}",
        "{t, time, short}", "{t, time, medium}", "{t, time, full}", "{t, time, ::jmm}",
        "{t, date, ::yMMMMd}", "{t, date, ::yMMM}", "{t, date, ::MMMMEEEEd}", "{t, date, ::yMdjm}",
        "{t, date, ::Bhm}", "{c}", "{t, date, ::LLLL}", "{t, time, ::Hms}", "{t, date, ::yyMMdd}",
    ]
    private static let dateOnly = [
        "{d, date, long}", "{d, date, medium}", "{d, date, ::yMMMMd}", "{d, date, full}",
    ]

    /// A message, and the zone in which it can be compared: days are in UTC whatever the zone is.
    mutating func message() -> (pattern: String, zone: String) {
        usesDate = false
        let pattern = message(depth: 0)
        let zones = ["UTC", "Asia/Shanghai", "Europe/Prague", "America/St_Johns", "Asia/Kathmandu"]
        return (pattern, usesDate ? "UTC" : pick(zones))
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private mutating func message(depth: Int) -> String {
        var result = ""
        for _ in 0..<Int.random(in: 0...4, using: &random) { result += piece(depth: depth) }
        return result
    }

    private mutating func piece(depth: Int) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3: return pick(Self.texts)
        case 4...5: return pick(Self.simple)
        case 6:
            usesDate = true
            return pick(Self.dateOnly)
        case 7 where depth < 3: return select(depth: depth)
        case 8...9 where depth < 3: return plural(depth: depth)
        default: return pick(Self.texts)
        }
    }

    private mutating func select(depth: Int) -> String {
        var branches: [String] = []
        for word in ["female", "male", "company"].shuffled(using: &random).prefix(2) {
            branches.append("\(word) {\(message(depth: depth + 1))}")
        }
        branches.append("other{\(message(depth: depth + 1))}")
        return "{c, select, \(branches.shuffled(using: &random).joined(separator: " "))}"
    }

    private mutating func plural(depth: Int) -> String {
        let type = pick(["plural", "plural", "selectordinal"])
        let offset = pick(["", "", "offset:1 ", "offset:2 "])
        var branches: [String] = []
        for selector in ["=0", "=1", "=5", "zero", "one", "two", "few", "many"]
        where Int.random(in: 0..<3, using: &random) == 0 {
            branches.append("\(selector) {\(inPlural(depth: depth))}")
        }
        branches.append("other {\(inPlural(depth: depth))}")
        let list = branches.shuffled(using: &random).joined(separator: pick([" ", "\n", ""]))
        return "{\(pick(["n", "n", "x"])), \(type), \(offset)\(list)}"
    }

    private mutating func inPlural(depth: Int) -> String {
        let inner = message(depth: depth + 1)
        return pick(["# ", "", "'#' ", "{n, number, integer} ", "{x, number, percent}"]) + inner
            + pick(["", " #"])
    }

    /// Values for all arguments of these messages.
    mutating func arguments() -> [String: MessageArgument] {
        let integers: [Int64] = [
            0, 1, 2, 3, 4, 5, 10, 11, 12, 14, 19, 20, 21, 22, 25, 100, 101, 102, 111, 112, 999,
            1000,
            1001, 1002, 1021, 9999, 10_000, 1_234_567, -1, -2, -21, -1000, .max, .min,
            Int64.random(in: .min ... .max, using: &random),
            Int64.random(in: 0...2_000_000, using: &random),
        ]
        let numbers: [Double] = [
            0, -0.0, 1, 1.5, 2, 2.5, 0.5, 0.05, 21, 1.0005, 3.1415926, 1234.5678, -7.25, 1e9, 1e16,
            1e300, .nan, .infinity, -.infinity, 0.9999, 4.9996, 5,
            Double.random(in: -1000...1000, using: &random),
        ]
        let instants: [Int64] = [
            0, -1, 951_782_400_000, 1_700_000_000_000, 1_711_846_800_000, -12_219_292_800_001,
            -12_219_292_800_000, 253_402_300_799_999, -62_135_596_800_000, 253_402_300_800_000,
            Int64.random(in: -5_000_000_000_000...5_000_000_000_000, using: &random),
            Int64.random(in: -5_000_000_000_000...5_000_000_000_000, using: &random),
        ]
        return [
            "who": .text(pick(["", "Anna", "Юлия", "王小明", "{who}", "it's '{#}'", "👩‍👩‍👧", "#"])),
            "c": .choice(pick(["female", "male", "company", "other", "fem", ""])),
            "n": .integer(pick(integers)), "x": .number(pick(numbers)),
            "d": .date(milliseconds: pick(instants)), "t": .time(milliseconds: pick(instants)),
        ]
    }
}
