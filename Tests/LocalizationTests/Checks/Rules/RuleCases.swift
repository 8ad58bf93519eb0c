/// Messages with each finding, and messages near them without any, in the languages where it differs.
enum RuleCases {
    static let all = syntax + arguments + plurals + numbers + branches + shown

    static let days = "{n, plural, one {# day} other {# days}}"
    private static let sent = "Sent to {address}"

    private static let syntax: [RuleCase] = [
        .wrong("L001", "en", "Sent to {address"),
        .wrong("L001", "ru", "{n, plural, one {# день", en: days),
        .wrong("L001", "cs", "{n plural, other {#}}", en: days),
        .right("L001", "en", "Sent to {address}"),
        .wrong("L004", "id", "Terkirim ke {address}}", en: sent),
        .right("L004", "en", "A brace: '}'"),
        .wrong("L005", "en", "O'{name}"), .right("L005", "en", "O’{name}"),
        .wrong("L006", "ru", "{n, plurl, one {#} few {#} many {#} other {#}}", en: days),
        .wrong("L006", "en", "{n, choice, 0#none|1#one}"),
        .wrong("L006", "en", "{n, spellout}"),
        .right("L006", "en", "{n, number}"),
        .wrong("L007", "en", "{n, number, #,##0}"),
        .wrong("L007", "cs", "{n, number, ::.0x}", en: "{n}"),
        .wrong("L007", "zh", "{n, number, intger}", en: "{n}"),
        .right("L007", "en", "{n, number, ::.00} {n, number, ::compact-short}"),
        .right("L007", "en", "{n, number, percent}"),
        .wrong("L008", "ru", "{d, date, dd.MM.yyyy}", en: "{d, date, short}"),
        .wrong("L008", "en", "{d, date, ::YYYYMMdd}"),
        .wrong("L008", "en", "{d, date, ::yMMMMdd!}"),
        .wrong("L008", "en", "{d, date, lang}"), .wrong("L008", "en", "{d, date, ::yyyymmdd}"),
        .wrong("L008", "zh", "{d, time, ::HHMM}", en: "{d, time, ::Hm}"),
        .right("L008", "en", "{d, date, ::yMMMMdjmm} {d, time, ::ms} {d, date, ::MMMMEEEEd}"),
        .right("L008", "en", "{d, date, ::yMMMMd} {d, time, short} {d, date, ::Yw}"),
        .wrong(
            "L009",
            "cs",
            "{n, plural, one {# den} one {# den} few {# dny} other {# dní}}",
            en: days
        ),
        .right("L009", "cs", "{n, plural, one {# den} few {# dny} other {# dní}}", en: days),
        .wrong(
            "L014",
            "ru",
            "{n, plural, on {# день} few {# дня} many {# дней} other {# дня}}",
            en: days
        ),
        .wrong("L014", "en", "{n, plural, =1.5 {# day} one {# day} other {# days}}"),
        .right("L014", "en", "{n, plural, =1 {# day} other {# days}}"),
        .wrong("L024", "ru", "Отправлено: {аddress}", en: sent),
        .wrong("L024", "cs", "Odesláno: {аddrеss}", en: sent),
        .wrong(
            "L024",
            "ru",
            "{n, plural, оne {# день} few {# дня} many {# дней} other {# дня}}",
            en: days
        ),
        .wrong("L024", "zh", "{n, plural, оther {# 天}}", en: days),
        .wrong("L024", "en", "{0}"), .wrong("L024", "en", "{n\u{200E}}"),
        .wrong("L024", "en", "{n \u{200E}, number}"),
        .wrong("L024", "zh", "{n, plural, other {# 天}\u{200F}}", en: days),
        .right("L024", "ru", "Отправлено: {address}", en: sent),
        .wrong("L030", "cs", "{n, plural, one {# den} few {# dny}}", en: days),
        .wrong("L030", "en", "{who, select, me {I} you {You}}"),
        .right("L030", "zh", "{n, plural, other {# 天}}", en: days),
    ]

    private static let arguments: [RuleCase] = [
        .wrong("L020", "zh", "已发送", en: sent), .right("L020", "zh", "已发送至 {address}", en: sent),
        .wrong("L020", "zh", "已发送至｛address｝", en: sent),
        .wrong("L020", "ru", "{n} дн.", en: "{n, plural, one {# day} other {# days}} of {all}"),
        .right("L020", "id", "{n} hari", en: days),
        .wrong("L021", "cs", "Odesláno {address} {adresa}", en: sent),
        .wrong("L021", "ru", "Отправлено {adress}", en: sent),
        .right("L021", "ru", "Отправлено {address}, {address}", en: sent),
        .wrong("L022", "id", "{d, number}", en: "{d, date}"),
        .wrong("L022", "id", "{d, time, short}", en: "{d, date, short}"),
        .wrong("L022", "cs", "{x, number}", en: "{x, number, percent}"),
        .wrong("L022", "cs", "{who, select, other {x}} {who, number}", en: "{who}"),
        .right("L022", "cs", "{d, date, ::dMMMM}, {d, time, short}", en: "{d, date, ::dMMMMjmm}"),
        .right("L022", "id", "{n}", en: "{n, number}"),
        .right("L022", "cs", "{x, number, ::percent .0}", en: "{x, number, percent}"),
        .wrong(
            "L023",
            "ru",
            "{sex, select, female {{name} пришла} male {пришёл} other {{name} здесь}}",
            en: "{sex, select, female {{name} came} male {{name} came} other {{name} came}}"
        ),
        .wrong(
            "L023",
            "cs",
            "{n, plural, one {{name}: # den} few {# dny} other {{name}: # dní}}",
            en: "{name}: {n, plural, one {# day} other {# days}}"
        ),
        .right(
            "L023",
            "cs",
            "{name}: {n, plural, one {# den} few {# dny} other {# dní}}",
            en: "{n, plural, one {{name}: # day} other {{name}: # days}}"
        ),
        .right(
            "L023",
            "id",
            "{sex, select, female {Ibu {name}} other {Anda}}",
            en: "{sex, select, female {Mrs {name}} other {You}}"
        ),
    ]

    private static let select = "{sex, select, female {She} male {He} other {They}}"

    private static let branches: [RuleCase] = [
        .wrong("L031", "cs", "{n, plural, one {# Kč} few {# Kč} other {# Kč}}", en: days),
        .wrong("L031", "en", "{n, plural, one {# left} other {# left}}"),
        .wrong("L031", "en", "{sex, select, female {They} other {They}}"),
        .right("L031", "zh", "{n, plural, other {# 天}}", en: days),
        .right("L031", "zh", "{sex, select, female {您} male {您} other {您}}", en: select),
        .wrong("L032", "cs", "{n, plural, one {# den} few {} other {# dní}}", en: days),
        .wrong("L032", "id", "{sex, select, female {} male {Dia} other {Mereka}}", en: select),
        .right(
            "L032",
            "cs",
            "Ahoj{n, plural, =0 {} one {, # den} few {, # dny} other {, # dní}}",
            en: "Hi{n, plural, =0 {} one {, # day} other {, # days}}"
        ),
        .right("L032", "en", "Hello{sex, select, female {, Mrs} other {}}"),
        .wrong("L033", "ru", "{sex, select, female {Она} other {Они}}", en: select),
        .right("L033", "ru", "{sex, select, male {Он} female {Она} other {Они}}", en: select),
        .wrong("L034", "ru", "{sex, select, femal {Она} male {Он} other {Они}}", en: select),
        .wrong("L034", "zh", "{sex, select, female {她} male {他} 女 {她} other {他们}}", en: select),
        .right("L034", "zh", "{sex, select, female {她} male {他} other {他们}}", en: select),
        .wrong("L035", "en", String(repeating: "{a, plural, one {# x} other {# y}}", count: 7)),
        .right("L035", "en", String(repeating: "{a, plural, one {# x} other {# y}}", count: 6)),
    ]

    private static let shown: [RuleCase] = [
        .wrong("L036", "en", "Don't"), .wrong("L036", "id", "Jum'at", en: "Friday"),
        .wrong("L036", "en", "Don''t {n}"), .wrong("L036", "en", "{name}'s file"),
        .right("L036", "en", "Don’t"), .right("L036", "en", "Write '{' and 'x' here"),
        .wrong("L037", "id", "Halo '{name}' {name}", en: "Hello {name}"),
        .wrong("L037", "cs", "Ahoj {name} '{'", en: "Hello {name}"),
        .wrong("L037", "en", "Hello '{name}'"),
        .right("L037", "en", "Begin with '{' and end with '}'"),
        .right("L037", "cs", "Na začátku '{', na konci '}'", en: "Begin with '{' and end with '}'"),
        .wrong("L061", "cs", "Praha, Cesky\u{301} Krumlov", en: "Prague"),
        .wrong("L061", "ru", "И\u{306}од", en: "Iodine"), .wrong("L061", "en", "5 \u{212A}"),
        .right("L061", "ru", "Йод", en: "Iodine"), .right("L061", "zh", "，。！", en: "x"),
        .wrong("L062", "zh", "文\u{202E}件", en: "file"),
        .wrong("L062", "ru", "файл\u{200E}", en: "file"),
        .wrong("L062", "id", "berkas\u{2066}", en: "file"),
        .right("L062", "zh", "“文件”……——", en: "file"),
        .right("L062", "cs", "„soubor“ — 5\u{A0}Kč…", en: "file"),
        .wrong("L070", "en", "{n, plural, =0 {} one {# day} other {# days}}"),
        .right(
            "L070",
            "cs",
            "{n, plural, =0 {} one {# den} few {# dny} other {# dní}}.",
            en: "{n, plural, =0 {} one {# day} other {# days}}."
        ),
        .right("L070", "en", "{n, plural, =0 {} one {# day} other {# days}}."),
    ]
}
