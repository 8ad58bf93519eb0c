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
        TextCase("L117", "zh", "时间（GMT+8)", english: "Time (GMT+8)", mended: "时间（GMT+8）"),
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

    static let words = [
        TextCase("L100", "cs", "", english: "Save"),
        TextCase("L100", "en", " "),
        TextCase("L101", "cs", "Continue", english: "Continue"),
        TextCase("L101", "ru", "Check your email", english: "Check your email"),
        TextCase("L101", "zh", "{n} left", english: "{n} left"),
        TextCase(
            "L101",
            "cs",
            "{n, plural, one {# den} few {# days} other {# dní}}",
            english: "{n, plural, one {# day} other {# days}}"
        ),
        TextCase("L102", "ru", "Open the link", english: "Open this link"),
        TextCase("L102", "zh", "请打开 link", english: "Open the link"),
        TextCase("L102", "ru", "Откройте link из письма", english: "Open the link in the email"),
        TextCase("L102", "cs", "Otevřete the odkaz", english: "Open the link"),
        TextCase("L102", "id", "Buka tautan and lanjutkan", english: "Open the link and go on"),
        TextCase("L102", "id", "Sila buka tautan", english: "Please open the link"),
        TextCase("L102", "cs", "Zadajte heslo", english: "Type the password"),
        TextCase("L102", "en", "Open yang link"),
        TextCase(
            "L102",
            "cs",
            "Prosim zadejte svou adresu a potom pokracujte na dalsi krok, kde najdete vsechno",
            english:
                "Please enter your address, then go on to the next step, where everything is found"
        ),
        TextCase("L103", "ru", "Відкрыть", english: "Open"),
        TextCase("L103", "zh", "請登录", english: "Sign in"),
        TextCase("L103", "zh", "ここを打开", english: "Open here"),
        TextCase("L103", "cs", "Otevřít ĺlšř", english: "Sign in"),
        TextCase("L103", "cs", "Otevřít слово", english: "Open"),
        TextCase("L103", "id", "Buka 链接", english: "Open"),
        TextCase("L104", "ru", "Cсылка", english: "Link", mended: "Ссылка"),
        TextCase("L104", "cs", "Heslо", english: "Password", mended: "Heslo"),
        TextCase("L104", "en", "Pаssword", mended: "Password"),
        TextCase(
            "L104",
            "ru",
            "Письмо c ссылкой",
            english: "A letter with a link",
            mended: "Письмо с ссылкой"
        ),
        TextCase("L105", "cs", "PÅ™ihlÃ¡sit", english: "Sign in"),
        TextCase("L105", "ru", "ÐŸÐ¸ÑÑŒÐ¼Ð¾ готово", english: "The letter is ready"),
        TextCase("L105", "id", "Kata � sandi", english: "Password"),
        TextCase(
            "L106",
            "ru",
            "Ссылка действует 42 часа",
            english: "The link works for 24 hours",
            mended: "Ссылка действует 24 часа"
        ),
        TextCase("L106", "cs", "Odkaz platí celý den", english: "The link works for 24 hours"),
        TextCase("L106", "zh", "至少五位数字", english: "At least six digits"),
        TextCase("L106", "id", "Dari 10.00", english: "From 9:00"),
        TextCase(
            "L107",
            "ru",
            "Пишите на help@paifang.ru",
            english: "Write to help@paifang.com",
            mended: "Пишите на help@paifang.com"
        ),
        TextCase(
            "L107",
            "cs",
            "Viz https://paifang.cz/help",
            english: "See https://paifang.com/help"
        ),
        TextCase("L107", "zh", "请看网站", english: "See www.paifang.com"),
        TextCase("L108", "ru", "Нажмите Ctrl+К", english: "Press Ctrl+C"),
        TextCase("L108", "id", "Jalankan perintahnya", english: "Run `paifang open`"),
        TextCase("L109", "cs", "Bez hvězdiček a znaků", english: "Without <b>stars</b> and signs"),
        TextCase("L109", "ru", "<b>Готово</b>", english: "Done"),
        TextCase("L109", "zh", "条款&nbsp;隐私", english: "Terms, privacy", mended: "条款 隐私"),
        TextCase("L110", "id", "Satu\\ndua", english: "One, two"),
        TextCase("L111", "cs", "Uložit TODO", english: "Save"),
        TextCase("L111", "ru", "Сохранить ???", english: "Save ?"),
        TextCase("L113", "cs", "Ulo\u{200B}žit", english: "Save", mended: "Uložit"),
        TextCase("L113", "zh", "\u{FEFF}保存", english: "Save", mended: "保存"),
        TextCase(
            "L115",
            "ru",
            "Введите ваш код, если хочешь",
            english: "Type your code if you like"
        ),
        TextCase("L115", "zh", "您的账户和你的密码", english: "Your account and your password"),
        TextCase(
            "L115",
            "id",
            "Akun Anda dan sandi kamu",
            english: "Your account and your password"
        ),
        TextCase("L115", "cs", "Váš účet a tvoje heslo", english: "Your account and your password"),
        TextCase("L116", "en", "Open the the link", mended: "Open the link"),
        TextCase(
            "L116",
            "ru",
            "Письмо в в папке",
            english: "A letter in a folder",
            mended: "Письмо в папке"
        ),
        TextCase(
            "L116",
            "cs",
            "Odkaz na na adresu",
            english: "A link to an address",
            mended: "Odkaz na adresu"
        ),
        TextCase(
            "L116",
            "id",
            "Tautan yang yang baru",
            english: "The new link",
            mended: "Tautan yang baru"
        ),
        TextCase(
            "L116",
            "zh",
            "打开邮件邮件中的链接",
            english: "Open the link in the email",
            mended: "打开邮件中的链接"
        ),
        TextCase("L116", "zh", "请请登录", english: "Sign in", mended: "请登录"),
        TextCase("L131", "cs", "uložit", english: "Save", mended: "Uložit"),
        TextCase("L131", "ru", "сохранить", english: "Save", mended: "Сохранить"),
        TextCase("L131", "id", "Tersedia", english: "available", mended: "tersedia"),
    ]

    /// Messages without a finding, however near they come to one.
    static let sound = [
        TextCase("", "en", "“Open” the link, don’t wait: it’s 9:00 (GMT+8)… {n}% of it."),
        TextCase(
            "",
            "en",
            "He said that that was all. See https://example.com/a,b?c=d or name@example.com."
        ),
        TextCase("", "en", "1) one\n2) two\n- three\n  four"),
        TextCase(
            "",
            "en",
            "Range 1–3, F1, e-mail, Ctrl+C, 5\" wide, :back, --option, 12:30, 1.5, a/b"
        ),
        TextCase(
            "",
            "ru",
            "«Волга» и «река „Волга“» — разные.",
            english: "“Volga” and “the river ‘Volga’” differ."
        ),
        TextCase(
            "",
            "ru",
            "Скидка 50 % на 1–3 дня, г. Москва",
            english: "50% off for 1 to 3 days, Moscow"
        ),
        TextCase("", "ru", "Ctrl+R — прочитать", english: "Ctrl+R: read"),
        TextCase("", "ru", "Учтите, что-то чуть чуть иначе", english: "Note that it differs"),
        TextCase("", "ru", "GitHub и API", english: "GitHub and API"),
        TextCase("", "ru", "Образ диска Apple Mac OS X", english: "Apple disk image"),
        TextCase("", "ru", "5 мин.", english: "5 min"),
        TextCase(
            "",
            "cs",
            "Agent již běží\u{A0}– nový nebude spuštěn",
            english: "The agent is running already, a new one is not started"
        ),
        TextCase(
            "",
            "cs",
            "Zadejte slovo „for“ nebo „man man“",
            english: "Type the word “for” or “man man”"
        ),
        TextCase(
            "",
            "cs",
            "Zavolejte get_url() nebo uvozovku (\")",
            english: "Call get_url() or a quotation mark (\")"
        ),
        TextCase("", "cs", "hebrejsky", english: "Hebrew"),
        TextCase("", "ru", "понедельник", english: "Monday"),
        TextCase("", "ru", "Здравствуйте!", english: "Hello,"),
        TextCase("", "ru", "двадцать четыре и 24", english: "twenty-four and 24"),
        TextCase(
            "",
            "cs",
            "„Praha“ a ‚Brno‘ – různá jména, 50 % i 50% sleva.",
            english: "“Praha” and ‘Brno’: different names, 50% and 50% off."
        ),
        TextCase("", "cs", "aby se se mnou, že to to je, 27. 3. 1990", english: "27 3 1990"),
        TextCase(
            "",
            "cs",
            "Odesláno {n, plural, one {#krát} few {#krát} other {#krát}}",
            english: "Sent {n, plural, one {# time} other {# times}}"
        ),
        TextCase("", "cs", "Status", english: "Status"),
        TextCase("", "cs", "Chléb od 9.00, 1 000 Kč", english: "Bread from 9:00, CZK 1,000"),
        TextCase(
            "",
            "id",
            "Sama-sama, jawab “ya” untuk Anda: pukul 09.00",
            english: "Answer “yes” for you: at 9:00"
        ),
        TextCase("", "id", "nama@example.com", english: "name@example.com"),
        TextCase("", "id", "Anda sudah siap", english: "you are ready"),
        TextCase(
            "",
            "zh",
            "请看看：《条款》（第 1 版）“是”……目的的确如此。",
            english: "See the terms (version 1), “yes”… that is so."
        ),
        TextCase(
            "",
            "zh",
            "10:30 至 12:45，例如 name@example.com。",
            english: "10:30 to 12:45, for example name@example.com."
        ),
        TextCase(
            "",
            "zh",
            "也可以用 :back、Page Up, Page Down",
            english: "Also :back, Page Up, Page Down"
        ),
        TextCase("", "zh", "年轻人研究问题，一个一个来，刚刚天天", english: "Research"),
        TextCase("", "zh", "7|７|七", english: "7|seven"),
        TextCase("", "cs", "{position}/{count}", english: "{position}/{count}"),
        TextCase("", "de", "Straße\"x\" - nichts", english: "Street"),
    ]
}
