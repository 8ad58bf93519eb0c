/// Messages that have a finding, each with the only code that it has.
enum TextCases {
    static let spaces = [
        TextCase("L120", "cs", " Uložit", english: "Save", mended: "Uložit"),
        TextCase("L120", "ru", "Сохранить ", english: "Save", mended: "Сохранить"),
        TextCase("L120", "id", "Simpan\n", english: "Save"),
        TextCase("L120", "zh", "已保存", english: "saved "),
        TextCase(
            "L120",
            "ru",
            "{n, plural, one { # день} few {# дня} many {# дней} other {# дня}}",
            english: "{n, plural, one {# day} other {# days}}",
            mended: "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}"
        ),
        TextCase("L121", "en", "Two  words", mended: "Two words"),
        TextCase("L121", "cs", "Dvě  slova", english: "Two words", mended: "Dvě slova"),
        TextCase("L121", "ru", "Два\tслова", english: "Two words", mended: "Два слова"),
        TextCase("L121", "zh", "请打开  Paifang", english: "Open Paifang", mended: "请打开 Paifang"),
        TextCase("L121", "id", "Satu \ndua", english: "One\ntwo", mended: "Satu\ndua"),
        TextCase(
            "L121",
            "cs",
            "Zbývá {n, plural, one { # den} few {# dny} other {# dní}}.",
            english: "{n, plural, one {# day} other {# days}} left.",
            mended: "Zbývá {n, plural, one {# den} few {# dny} other {# dní}}."
        ),
        TextCase("L122", "en", "Wait , please", mended: "Wait, please"),
        TextCase("L122", "ru", "Готово !", english: "Done!", mended: "Готово!"),
        TextCase("L122", "cs", "Jméno : {name}", english: "Name: {name}", mended: "Jméno: {name}"),
        TextCase("L122", "id", "Sudah {n} %", english: "{n}% done", mended: "Sudah {n}%"),
        TextCase("L122", "zh", "您好， 请登录。", english: "Hello, sign in.", mended: "您好，请登录。"),
        TextCase(
            "L122",
            "ru",
            "Почта ( письмо)",
            english: "Mail (letter)",
            mended: "Почта (письмо)"
        ),
        TextCase("L123", "en", "Wait,please", mended: "Wait, please"),
        TextCase(
            "L123",
            "ru",
            "Готово.Можно идти",
            english: "Done. You may go",
            mended: "Готово. Можно идти"
        ),
        TextCase(
            "L123",
            "cs",
            "Pošleme na adresu{email}",
            english: "Sent to {email}",
            mended: "Pošleme na adresu {email}"
        ),
        TextCase("L123", "ru", "Ошибка:текст", english: "Error: text", mended: "Ошибка: текст"),
        TextCase(
            "L123",
            "ru",
            "Со штампом.JPEG или PNG",
            english: "With the stamp. JPEG or PNG",
            mended: "Со штампом. JPEG или PNG"
        ),
        TextCase(
            "L123",
            "en",
            "Press it now.A file is kept",
            mended: "Press it now. A file is kept"
        ),
        TextCase(
            "L123",
            "cs",
            "Je to hotovo.V Praze také",
            english: "Done. In Prague, too",
            mended: "Je to hotovo. V Praze také"
        ),
        TextCase(
            "L123",
            "ru",
            "Начинается с{code}",
            english: "It begins with {code}",
            mended: "Начинается с {code}"
        ),
        TextCase("L119", "zh", "第一行", english: "First line\n\nsecond line"),
        TextCase("L119", "id", "Satu\ndua\ntiga", english: "One\ntwo"),
    ]

    static let punctuation = [
        TextCase("L124", "cs", "Uloženo", english: "Saved.", mended: "Uloženo."),
        TextCase("L124", "ru", "Сохранить.", english: "Save"),
        TextCase("L124", "zh", "要继续吗。", english: "Go on?", mended: "要继续吗？"),
        TextCase("L124", "id", "Nama", english: "Name:", mended: "Nama:"),
        TextCase("L124", "ru", "Продолжить", english: "Continue?", mended: "Продолжить?"),
        TextCase("L124", "cs", "Načítá se", english: "Loading…", mended: "Načítá se…"),
        TextCase(
            "L124",
            "cs",
            "Chybí {n, plural, one {# den.} few {# dny} other {# dní.}}",
            english: "{n, plural, one {# day is} other {# days are}} missing.",
            mended: "Chybí {n, plural, one {# den.} few {# dny.} other {# dní.}}"
        ),
        TextCase("L125", "zh", "您好,请登录。", english: "Hello, sign in.", mended: "您好，请登录。"),
        TextCase("L125", "zh", "链接: {link}", english: "Link: {link}", mended: "链接：{link}"),
        TextCase("L125", "zh", "已保存.", english: "Saved.", mended: "已保存。"),
        TextCase("L125", "zh", "是否继续?", english: "Go on?", mended: "是否继续？"),
        TextCase("L125", "zh", "邮箱(必填)", english: "Email (needed)", mended: "邮箱（必填）"),
        TextCase("L125", "zh", "发送到 {email}.", english: "Sent to {email}.", mended: "发送到 {email}。"),
        TextCase(
            "L125",
            "zh",
            "服务时间为 9:00 至 18:00(GMT+8)，谢谢",
            english: "Open 9:00 to 18:00 (GMT+8), thanks",
            mended: "服务时间为 9:00 至 18:00（GMT+8），谢谢"
        ),
        TextCase("L125", "zh", "共１２个", english: "12 in all", mended: "共12个"),
        TextCase("L125", "ru", "Привет，мир", english: "Hello, world", mended: "Привет, мир"),
        TextCase("L125", "id", "Sudah disimpan。", english: "Saved.", mended: "Sudah disimpan."),
        TextCase(
            "L126",
            "ru",
            "Папка \"Спам\"",
            english: "The folder “Spam”",
            mended: "Папка «Спам»"
        ),
        TextCase(
            "L126",
            "ru",
            "Папка “Спам”",
            english: "The folder “Spam”",
            mended: "Папка «Спам»"
        ),
        TextCase("L126", "cs", "Složka “Koš”", english: "The folder “Bin”", mended: "Složka „Koš“"),
        TextCase(
            "L126",
            "cs",
            "Složka \"Koš\"",
            english: "The folder “Bin”",
            mended: "Složka „Koš“"
        ),
        TextCase("L126", "zh", "请回答\"是\"", english: "Answer “yes”", mended: "请回答“是”"),
        TextCase("L126", "id", "Jawab «ya»", english: "Answer “yes”", mended: "Jawab “ya”"),
        TextCase("L126", "en", "Answer \"yes\"", mended: "Answer “yes”"),
        TextCase(
            "L126",
            "ru",
            "Поле \"{field}\"",
            english: "The field “{field}”",
            mended: "Поле «{field}»"
        ),
        TextCase("L117", "ru", "Папка «Спам", english: "The folder “Spam”"),
        TextCase("L117", "zh", "请回答“是", english: "Answer “yes”"),
        TextCase("L117", "cs", "Konec (nebo ne", english: "The end (or not)"),
        TextCase("L117", "id", "Selesai)", english: "Done"),
        TextCase("L125", "zh", "时间（GMT+8)", english: "Time (GMT+8)", mended: "时间（GMT+8）"),
        TextCase("L127", "en", "Wait...", mended: "Wait…"),
        TextCase("L127", "zh", "请稍候...", english: "Wait…", mended: "请稍候……"),
        TextCase("L127", "ru", "Загрузка...", english: "Loading…", mended: "Загрузка…"),
        TextCase("L128", "ru", "Это - письмо", english: "This is a letter", mended: "Это — письмо"),
        TextCase(
            "L128",
            "cs",
            "Hotovo - nebo ne",
            english: "Done, or not",
            mended: "Hotovo – nebo ne"
        ),
        TextCase(
            "L128",
            "cs",
            "Hotovo — nebo ne",
            english: "Done, or not",
            mended: "Hotovo – nebo ne"
        ),
        TextCase(
            "L128",
            "ru",
            "Готово – или нет",
            english: "Done, or not",
            mended: "Готово — или нет"
        ),
        TextCase("L128", "en", "Done -- or not", mended: "Done – or not"),
        TextCase("L129", "en", "Done..", mended: "Done."),
        TextCase("L129", "ru", "Готово,, идём", english: "Done, go", mended: "Готово, идём"),
        TextCase("L129", "zh", "已保存。。", english: "Saved.", mended: "已保存。"),
    ]
}
