extension TextCases {
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
        TextCase("L102", "id", "Gagal. Sila cuba lagi", english: "That failed. Try again"),
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
        // A part of a word is no word: “tě” of “světě”, “is” of “tulis”.
        TextCase(
            "L113",
            "cs",
            "Jste ve svě\u{AD}tě",
            english: "You are in the world",
            mended: "Jste ve světě"
        ),
        TextCase(
            "L113",
            "id",
            "Anda tul\u{200B}is",
            english: "You write",
            mended: "Anda tulis"
        ),
        // What is not translated is not looked at as if it were.
        TextCase("L101", "ru", "Type “six” in 6 letters", english: "Type “six” in 6 letters"),
        TextCase("L101", "zh", "What is two times five?", english: "What is two times five?"),
        TextCase("L102", "ru", "Сумму enter здесь", english: "Here you enter the amount"),
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
}
