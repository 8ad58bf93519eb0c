import Flows
import Localization
import Screens

extension FakeWalk {
    /// The fields of the present form.
    var asked: [FieldName] {
        switch stage {
        case .personal:
            (asksCode ? ["sms_code"] : []) + ["gender", "family_name", "birth_date", "citizenship"]
        case .secure: ["landline", "password", "captcha", "agreement", "refund"]
        case .waiting, .review, .working, .end: []
        }
    }

    var screen: Screen {
        var screen = Screen(
            flow: "wallet-signup",
            step: StepName("\(stage)"),
            visit: stage.rawValue,
            kind: kind,
            language: language,
            flowTitle: words("Wallet sign-up", "Регистрация", "注册"),
            title: title
        )
        screen.intro = words(
            "Write as in your document.",
            "Пишите так, как в документе, который вы загрузите позже.",
            "请按照您稍后上传的证件填写。"
        )
        screen.help = words("Help is here.", "Здесь справка.", "这里是帮助。")
        if stage != .end {
            screen.progress = Screen.Progress(position: stage.rawValue + 1, count: 5)
        }
        screen.notices = refusal.map { [Words(text: $0, language: language)] } ?? []
        screen.allowsBack = stage.rawValue > 0 && stage != .end
        screen.fields = (stage == .review ? ["gender", "family_name", "birth_date"] : asked).map(
            field
        )
        if stage == .waiting {
            screen.advice = words("Look in spam.", "Посмотрите в спаме.", "请查看垃圾邮件。")
            var timing = ScreenTiming()
            timing.linksExpireAt = now + 86_400_000
            timing.sendsLeft = sendsLeft
            screen.timing = timing
            screen.buttons = [
                ScreenButton(
                    event: "resend",
                    words: words("Send again", "Отправить ещё раз", "重新发送"),
                    readyAt: resendAt
                ),
                ScreenButton(
                    event: "change",
                    words: words("Change address", "Изменить адрес", "更改邮箱")
                ),
            ]
        }
        if stage == .end {
            screen.offers = [
                FlowOffer(
                    flow: "account",
                    words: words("Your account", "Ваш счёт", "您的账户"),
                    isOpen: true
                )
            ]
        }
        return screen
    }

    /// When the letter can be sent again.
    var resendAt: Int64 { 1_790_000_040_000 }

    private var kind: Screen.Kind {
        switch stage {
        case .personal, .secure: .form
        case .waiting: .waiting
        case .review: .review
        case .working: .working
        case .end: .end
        }
    }

    private var title: Words {
        switch stage {
        case .personal: words("About you", "Личные данные", "个人信息")
        case .secure: words("Security", "Безопасность", "安全")
        case .waiting: words("Your mail", "Ваша почта", "您的邮箱")
        case .review: words("Check your answers", "Проверьте ответы", "请核对")
        case .working: words("One moment", "Минуту", "请稍候")
        case .end: words("Done", "Готово", "完成")
        }
    }

    func words(_ english: String, _ russian: String, _ chinese: String) -> Words {
        Words(text: say(english, russian, chinese), language: language)
    }

    private func field(_ name: FieldName) -> ScreenField {
        var field = ScreenField(path: AnswerPath(name), label: label(name), control: control(name))
        field.isAnswered = answers[name] != nil
        field.isOptional = name == "refund"
        field.shown = answers[name].map { shown($0, name) }
        field.editable = field.isAnswered && !field.isSecret ? answers[name] : nil
        field.rejected = rejected[name]
        field.problem = problems[name].map(problem)
        if cleared.contains(name), answers[name] == nil {
            field.notes = [words("It no longer fits.", "Ответ больше не подходит.", "已不适用。")]
        }
        if name == "birth_date" {
            field.hint = words(
                "Day, month, year.",
                "День, месяц, год — например, 27.03.1990.",
                "请输入年、月、日，例如 1990-03-27。"
            )
        }
        if name == "citizenship" {
            field.warning = words(
                "Citizenship is chosen once.",
                "Гражданство задаётся один раз.",
                "国籍只能设置一次。"
            )
        }
        if name == "landline" {
            field.offer = ScreenField.Offer(
                words: words("Same as mobile: +7 900", "Как мобильный: +7 900", "与手机相同：+7 900"),
                raw: "+7900"
            )
        }
        if name == "family_name", answers[name] == "Воронцова" {
            field.suggestion = ScreenField.Offer(
                words: words("Latin: VORONTSOVA", "Латиницей: VORONTSOVA", "拉丁字母：VORONTSOVA"),
                raw: "VORONTSOVA"
            )
        }
        return field
    }

    private func control(_ name: FieldName) -> ScreenField.Control {
        let yes = ScreenField.Option(raw: "true", words: words("Yes", "Да", "是"))
        let no = ScreenField.Option(raw: "false", words: words("No", "Нет", "否"))
        switch name {
        case "gender":
            return .choice([
                ScreenField.Option(raw: "female", words: words("Female", "Женский", "女")),
                ScreenField.Option(raw: "male", words: words("Male", "Мужской", "男")),
            ])
        case "family_name": return .line(.name)
        case "birth_date": return .line(.date)
        case "landline": return .line(.phone)
        case "sms_code": return .line(.code)
        case "citizenship":
            let formats = formats
            return .country(
                codes.map {
                    ScreenField.Option(
                        raw: $0,
                        words: Words(text: formats.countryName($0) ?? $0, language: language)
                    )
                }
            )
        case "password": return .secret(isRepeated: true)
        case "captcha":
            return .captcha(
                question: words("\(captcha) + 1?", "\(captcha) + 1?", "\(captcha) + 1？")
            )
        case "agreement":
            return .consent(
                document: "user-agreement",
                summary: [say("You may leave.", "Вы можете уйти.", "您可以随时离开。")],
                options: [
                    ScreenField.Option(raw: "true", words: words("I accept", "Принимаю", "我接受"))
                ]
            )
        default: return .yesNo([yes, no])
        }
    }

    private func label(_ name: FieldName) -> Words {
        if let hostile { return Words(text: hostile, language: language) }
        switch name {
        case "gender": return words("Gender", "Пол", "性别")
        case "family_name": return words("Last name", "Фамилия", "姓")
        case "birth_date": return words("Date of birth", "Дата рождения", "出生日期")
        case "citizenship": return words("Citizenship", "Гражданство", "国籍")
        case "sms_code": return words("Code", "Код", "验证码")
        case "landline": return words("Landline", "Городской телефон", "固定电话")
        case "password": return words("Payment password", "Платёжный пароль", "支付密码")
        case "captcha": return words("Question", "Вопрос", "问题")
        case "agreement": return words("Agreement", "Соглашение", "协议")
        default: return words("Refunds to the wallet", "Возвраты на кошелёк", "退款到钱包")
        }
    }

    private func shown(_ answer: String, _ name: FieldName) -> String {
        switch answer {
        case "female": say("Female", "Женский", "女")
        case "male": say("Male", "Мужской", "男")
        case "true": say("Yes", "Да", "是")
        case "false": say("No", "Нет", "否")
        case "kept": say("kept", "сохранено", "已保存")
        default: formats.countryName(answer) ?? answer
        }
    }

    private func problem(_ reason: String) -> Words {
        switch reason {
        case "no_such_day":
            words(
                "February 1990 has 28 days.",
                "В феврале 1990 года 28 дней. Исправьте день или месяц.",
                "1990年2月只有28天。请修改日期或月份。"
            )
        case "mismatch": words("The two differ.", "Введено по-разному.", "两次输入不一致。")
        case "wrong": words("Another code was sent.", "Отправлен другой код.", "发送的是另一个验证码。")
        case "weak": words("Too easy.", "Слишком просто.", "太简单。")
        case "unknown": words("No such country.", "Такой страны нет.", "没有这个国家。")
        default: words("This is needed.", "Нужен ответ.", "此项必填。")
        }
    }
}

extension ScreenField {
    fileprivate var isSecret: Bool {
        if case .secret = control { true } else { false }
    }
}
