/// What one language says: messages that no rule has anything to say about.
struct LoadingPhrases {
    let language: String
    /// Without arguments, with a name, with a number.
    let plain: [String]
    let named: [String]
    let counted: [String]

    /// A locale file; half of its messages are plain, three of ten have a name, two of ten count.
    func file(messages: Int) -> String {
        let kinds = [plain, named, plain, counted, plain, named, plain, counted, plain, named]
        return (0..<messages).reduce(into: "") { text, number in
            if number % 20 == 0 { text += "step\(number / 20):\n" }
            let list = kinds[number % 10]
            text += "  message\(number): \(list[number / 10 % list.count])\n"
        }
    }

    static let all = [
        LoadingPhrases(
            language: "en",
            plain: [
                "\"Check your mail: we have sent you a letter\"", "Choose your country",
                "The code in the letter is good for one hour", "Enter your first name",
                "We could not save the answer. Please try again.",
            ],
            named: [
                "\"{who}, your wallet is ready.\"", "The letter went to {address}",
                "\"Welcome back, {who}!\"",
            ],
            counted: [
                "\"{n, plural, one {# day left} other {# days left}}\"",
                "\"{n, plural, one {You have # try left} other {You have # tries left}}\"",
            ]
        ),
        LoadingPhrases(
            language: "ru",
            plain: [
                "\"Проверьте почту: мы отправили вам письмо\"", "Выберите свою страну",
                "Код из письма действует один час", "Введите своё имя",
                "Не удалось сохранить ответ. Попробуйте ещё раз.",
            ],
            named: [
                "\"{who}, ваш кошелёк готов.\"", "Письмо ушло на адрес {address}",
                "\"С возвращением, {who}!\"",
            ],
            counted: [
                "\"{n, plural, one {Остался # день} few {Осталось # дня} many {Осталось # дней} other {Осталось # дня}}\"",
                "\"{n, plural, one {У вас # попытка} few {У вас # попытки} many {У вас # попыток} other {У вас # попытки}}\"",
            ]
        ),
        LoadingPhrases(
            language: "zh",
            plain: [
                "请查收邮件：我们给您发了一封信", "请选择您的国家", "邮件中的验证码一小时内有效", "请输入您的名字",
                "答案没有保存，请再试一次。",
            ],
            named: [
                "\"{who}，您的钱包已准备好。\"", "邮件已发送至 {address}", "\"欢迎回来，{who}！\"",
            ],
            counted: ["\"{n, plural, other {还剩 # 天}}\"", "\"{n, plural, other {您还可以试 # 次}}\""]
        ),
        LoadingPhrases(
            language: "id",
            plain: [
                "\"Periksa email Anda: kami sudah mengirim surat\"", "Pilih negara Anda",
                "Kode dalam surat itu berlaku satu jam", "Masukkan nama depan Anda",
                "Jawaban tidak dapat disimpan. Silakan coba lagi.",
            ],
            named: [
                "\"{who}, dompet Anda sudah siap.\"", "Surat dikirim ke {address}",
                "\"Selamat datang kembali, {who}!\"",
            ],
            counted: [
                "\"{n, plural, other {Sisa # hari}}\"",
                "\"{n, plural, other {Anda punya # kesempatan lagi}}\"",
            ]
        ),
        LoadingPhrases(
            language: "cs",
            plain: [
                "\"Zkontrolujte poštu: poslali jsme vám dopis\"", "Vyberte svou zemi",
                "Kód z dopisu platí jednu hodinu", "Zadejte své jméno",
                "Odpověď se nepodařilo uložit. Zkuste to prosím znovu.",
            ],
            named: [
                "\"{who}, vaše peněženka je připravena.\"", "Dopis odešel na adresu {address}",
                "\"Vítejte zpět, {who}!\"",
            ],
            counted: [
                "\"{n, plural, one {Zbývá # den} few {Zbývají # dny} many {Zbývá # dne} other {Zbývá # dní}}\"",
                "\"{n, plural, one {Máte # pokus} few {Máte # pokusy} many {Máte # pokusu} other {Máte # pokusů}}\"",
            ]
        ),
    ]
}
