extension TextCases {
    /// Messages without a finding, however near they come to one.
    static let sound = [
        TextCase("", "en", "“Open” the link, don’t wait: it’s 9:00 (GMT+8)… {n}% of it."),
        TextCase(
            "",
            "en",
            "He said that that was all. See https://example.com/a,b?c=d or name@example.com."
        ),
        TextCase("", "en", "Type code.PDF, plan B.A, firm.CZ or 5 a.m.Q"),
        TextCase("", "ru", "Файл «код.PDF», к{n}п", english: "The file code.PDF, k{n}p"),
        TextCase("", "cs", "Verze v{version}", english: "Version {version}"),
        TextCase("", "cs", "Verze V{version}", english: "Version {version}"),
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
        TextCase("", "ru", "Нажмите Enter", english: "Press Enter, or enter a name"),
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
