extension RuleCases {
    static let plurals: [RuleCase] = [
        .wrong("L012", "ru", "{n, plural, one {# день} other {# дней}}", en: days),
        .wrong("L012", "ru", "{n, plural, one {# день} few {# дня} other {# дней}}", en: days),
        .wrong("L012", "cs", "{n, plural, one {# den} other {# dní}}", en: days),
        .wrong("L012", "en", "{n, plural, other {# days}}"),
        .wrong("L012", "en", "{n, selectordinal, one {#st} two {#nd} other {#th}}"),
        .right(
            "L012",
            "ru",
            "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
            en: days
        ),
        .right("L012", "cs", "{n, plural, one {# den} few {# dny} other {# dní}}", en: days),
        .right(
            "L012",
            "cs",
            "{n, plural, one {# den} few {# dny} many {# dne} other {# dní}}",
            en: days
        ),
        .right(
            "L012",
            "cs",
            "{n, plural, =1 {den} few {# dny} other {# dní}}",
            en: "{n, plural, =1 {day} other {# days}}"
        ),
        .right("L012", "zh", "{n, plural, other {# 天}}", en: days),
        .right("L012", "id", "{n, plural, other {# hari}}", en: days),
        .wrong("L013", "id", "{n, plural, one {sehari: #} other {# hari}}", en: days),
        .wrong("L013", "zh", "{n, plural, one {一天：#} other {# 天}}", en: days),
        .wrong("L013", "en", "{n, plural, one {# day} few {# dayz} other {# days}}"),
        .wrong(
            "L013",
            "cs",
            "{n, plural, one {# den} two {# dva} few {# dny} other {# dní}}",
            en: days
        ),
        .wrong("L013", "en", "{n, plural, =1 {a day} one {# day} other {# days}}"),
        .right(
            "L013",
            "ru",
            "{n, plural, =1 {# день, всего один} one {# день} few {# дня} many {# дней} other {# дня}}",
            en: days
        ),
        .right("L013", "en", "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}"),
        .wrong(
            "L018",
            "cs",
            "{n, plural, one {# den} few {# dny} other {# dní}}",
            en: "{n, plural, offset:1 one {# day} other {# days}}"
        ),
        .wrong(
            "L018",
            "ru",
            "{n, plural, offset:2 one {# день} few {# дня} many {# дней} other {# дня}}",
            en: days
        ),
        .right(
            "L018",
            "zh",
            "{n, plural, offset:1 other {# 天}}",
            en: "{n, plural, offset:1 one {# day} other {# days}}"
        ),
        .wrong("L019", "cs", "{n, selectordinal, other {#. den}}", en: days),
        .wrong(
            "L019",
            "zh",
            "第{n, plural, other {#}}天",
            en: "Day {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}"
        ),
        .right(
            "L019",
            "cs",
            "{n, selectordinal, other {#. den}}",
            en: "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} day"
        ),
        .right(
            "L019",
            "zh",
            "第{n}天",
            en: "Day {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}"
        ),
    ]

    static let numbers: [RuleCase] = [
        .wrong(
            "L015",
            "ru",
            "{n, plural, one {1 день} few {# дня} many {# дней} other {# дня}}",
            en: days
        ),
        .wrong(
            "L015",
            "ru",
            "{n, plural, one {Один день} few {# дня} many {# дней} other {# дня}}",
            en: days
        ),
        .wrong(
            "L015",
            "ru",
            "{n, plural, one {# день} few {2 дня} many {# дней} other {# дня}}",
            en: days
        ),
        .wrong("L015", "zh", "{n, plural, other {1 天}}", en: days),
        .wrong("L015", "cs", "{n, plural, one {# den} few {2 dny} other {# dní}}", en: days),
        .right(
            "L015",
            "ru",
            "{n, plural, =1 {один день} one {# день} few {# дня} many {# дней} other {# дня}}",
            en: days
        ),
        .right(
            "L015",
            "cs",
            "{n, plural, one {1 den} few {# dny} other {# dní}}",
            en: "{n, plural, one {1 day} other {# days}}"
        ),
        .right("L015", "en", "{n, plural, one {1 day} other {# days}}"),
        .right("L015", "en", "{n, plural, one {one day} other {# days}}"),
        .right(
            "L015",
            "ru",
            "{n, plural, one {# из 1 день} few {# дня} many {# дней} other {# дня}}",
            en: days
        ),
        .wrong(
            "L016",
            "ru",
            "{n, plural, one {день} few {# дня} many {# дней} other {# дня}}",
            en: days
        ),
        .wrong("L016", "cs", "{n, plural, one {# den} few {# dny} other {dní}}", en: days),
        .wrong("L016", "cs", "{n, plural, one {den} few {dny} other {# dní}}", en: days),
        .right("L016", "cs", "{n, plural, one {den} few {# dny} other {# dní}}", en: days),
        .wrong("L016", "zh", "{n, plural, other {天}}", en: days),
        .wrong("L016", "en", "{n, plural, one {# day} other {days}}"),
        .right(
            "L016",
            "cs",
            "{n, plural, one {den} few {# dny} other {# dní}}",
            en: "{n, plural, one {a day} other {# days}}"
        ),
        .right("L016", "en", "{n, plural, =0 {nothing} one {a day} other {# days}}"),
        .right("L016", "id", "{n}: {n, plural, other {hari}}", en: days),
        .right("L016", "en", "{n, plural, one {file} other {files}}"),
        .wrong(
            "L017",
            "ru",
            "{n, plural, one {{s, select, a {# день} other {# дня}}} few {# дня} many {# дней} other {# дня}}",
            en: "{s, select, a {{n, plural, one {# day} other {# days}}} other {}}x"
        ),
        .wrong("L017", "id", "# hari {n}", en: "{n} days"),
        .wrong("L017", "zh", "{n, plural, other {'#' {n} 天}}", en: days),
        .right("L017", "en", "Flat #{n}"), .right("L017", "cs", "Byt #{n}", en: "Flat #{n}"),
        .right(
            "L017",
            "en",
            "{n, plural, one {# day} other {{s, select, a {{n} days} other {{n} Days}}}}"
        ),
    ]
}
