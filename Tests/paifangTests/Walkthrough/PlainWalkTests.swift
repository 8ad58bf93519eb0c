import Flows
import Localization
import Screens
import Sessions
import Testing

@testable import paifang

@Suite("PlainWalk")
struct PlainWalkTests {
    @discardableResult
    private func walk(_ face: FakeWalk, _ lines: FakeLines) -> WalkEnding {
        var walk = PlainWalk(of: face, on: lines)
        return walk.run()
    }

    @Test func `a form is told and answered line by line`() {
        let face = FakeWalk("ru")
        let lines = FakeLines(["1", "Novak", "31.02.1990", "27.02.1990"])
        #expect(walk(face, lines) == .inputEnded(AnswerPath("citizenship")))
        #expect(
            lines.written == """

                Регистрация. Шаг 1 из 5: Личные данные
                :lang en English · :lang ru Русский · :lang zh 中文 · :lang id Bahasa Indonesia · :lang cs Čeština
                Пишите так, как в документе, который вы загрузите позже.
                Команды: :назад, :помощь, :язык, :выход (:back, :help, :lang, :quit тоже годятся)
                Вопрос 1 из 4: Пол
                  1  Женский
                  2  Мужской
                > 1
                Принято: Женский
                Вопрос 2 из 4: Фамилия
                > Novak
                Принято: Novak
                Вопрос 3 из 4: Дата рождения
                Подсказка. День, месяц, год — например, 27.03.1990.
                > 31.02.1990
                Ошибка. В феврале 1990 года 28 дней. Исправьте день или месяц.
                > 27.02.1990
                Принято: 27.02.1990
                Вопрос 4 из 4: Гражданство
                Внимание. Гражданство задаётся один раз.
                Введите любую часть названия страны — по-русски или по-английски.
                >\u{20}
                Ввод закончился слишком рано. Ещё не отвечено: Гражданство
                Сохранено. Чтобы продолжить, выполните `paifang run --resume 7c1e`

                """
        )
    }

    @Test func `why an answer is asked again is told with the question, until there is one`() {
        let face = FakeWalk("ru")
        face.cleared = ["family_name"]
        let lines = FakeLines(["1", "", "Novak"])
        walk(face, lines)
        #expect(
            lines.written.contains(
                "Вопрос 2 из 4: Фамилия\nОбратите внимание. Ответ больше не подходит.\n>"
            )
        )
        #expect(lines.written.ranges(of: "не подходит").count == 1)
    }

    @Test func `the whole way can be walked by a script`() {
        let face = FakeWalk("en")
        let lines = FakeLines([
            "female", "Воронцова", "=", "27.03.1990", "CZ", "=", "730164", "730164", "2",
            ":read", "1", "", "1", "2", "", "", "", "", "4",
        ])
        #expect(walk(face, lines) == .finished)
        #expect(face.answers["family_name"] == "VORONTSOVA")
        #expect(face.secrets == [["730164", "730164"]])
        #expect(lines.hidden == ["730164", "730164"])
        #expect(!lines.written.contains("730164"))
        #expect(lines.written.contains("Point 30 of the agreement."))
        #expect(lines.written.hasSuffix("Your account: paifang run account\n"))
    }

    @Test func `countries that may be meant are numbered`() {
        let face = FakeWalk("ru")
        face.answers = ["gender": "female", "family_name": "x", "birth_date": "y"]
        let lines = FakeLines(["нигде", "CZ"])
        walk(face, lines)
        #expect(lines.written.contains("Ошибка. Такой страны нет."))
        #expect(face.answers["citizenship"] == "CZ")
    }

    @Test(arguments: [":quit", ":выход", "：выход", ":QUIT"])
    func `commands are known in English and in the reader's language`(line: String) {
        let lines = FakeLines([line])
        #expect(walk(FakeWalk("ru"), lines) == .left)
        #expect(lines.written.contains("paifang run --resume 7c1e"))
    }

    @Test func `another language is chosen at once, and the question comes again in it`() {
        let face = FakeWalk("ru")
        let lines = FakeLines(["1", ":язык zh"])
        walk(face, lines)
        #expect(face.language == LanguageTag("zh"))
        #expect(lines.written.contains("注册，第 1 步（共 5 步）：个人信息"))
        #expect(lines.written.contains("第 2 项（共 4 项）：姓"))
    }

    @Test func `a language that is not there is answered with those that are`() {
        let lines = FakeLines([":lang", ":lang xx"])
        walk(FakeWalk("cs"), lines)
        #expect(lines.written.contains(":jazyk ru  Русский"))
    }

    @Test func `an unknown command is no answer, and two colons make one of it`() {
        let face = FakeWalk()
        face.answers["gender"] = "female"
        let lines = FakeLines([":bakc", "::x"])
        walk(face, lines)
        #expect(lines.written.contains("There is no command :bakc."))
        #expect(face.answers["family_name"] == ":x")
    }

    @Test func `a secret may begin with a colon`() {
        let face = FakeWalk(at: .secure)
        walk(face, FakeLines(["=", ":12", ":12"]))
        #expect(face.secrets == [[":12", ":12"]])
    }

    @Test func `back leads to the step before`() {
        let face = FakeWalk(at: .secure)
        walk(face, FakeLines([":back"]))
        #expect(face.stage == .personal)
    }

    @Test func `an empty line keeps the answer that is there`() {
        let face = FakeWalk()
        face.answers = [
            "gender": "female", "family_name": "Novak", "birth_date": "1", "citizenship": "CZ",
        ]
        let lines = FakeLines(["", "", "", ""])
        walk(face, lines)
        #expect(lines.written.contains("Answer so far: Novak. Press Enter to keep it."))
        #expect(face.stage == .secure)
        #expect(face.answers["family_name"] == "Novak")
    }

    @Test func `after an error an empty line keeps the answer from before`() {
        let face = FakeWalk()
        face.answers = [
            "gender": "female", "family_name": "Novak", "birth_date": "1", "citizenship": "CZ",
        ]
        walk(face, FakeLines(["", "", "31.02.1990", "", ""]))
        #expect(face.answers["birth_date"] == "1")
        #expect(face.stage == .secure)
    }

    @Test func `back leads to the question before, and help asks the same one again`() {
        let lines = FakeLines(["1", ":back", ":help"])
        walk(FakeWalk(), lines)
        #expect(lines.written.ranges(of: "Question 1 of 4").count == 3)
    }

    @Test func `another spelling can be left with an empty line, and that is said`() {
        let face = FakeWalk()
        let lines = FakeLines(["1", "Воронцова", ""])
        walk(face, lines)
        #expect(lines.written.contains("Answer so far: Воронцова. Press Enter to keep it."))
        #expect(face.answers["family_name"] == "Воронцова")
    }

    @Test func `an empty line says again what is wrong with a secret`() {
        let face = FakeWalk(at: .secure)
        let lines = FakeLines(["=", "730164", "1", ""])
        walk(face, lines)
        #expect(lines.written.matches(of: /Error: The two differ\./).count == 2)
        #expect(face.secrets == [["730164", "1"]])
    }

    @Test func `a weak secret is refused before it is asked once more`() {
        let face = FakeWalk(at: .secure)
        let lines = FakeLines(["=", "weak", "730164", "730164"])
        walk(face, lines)
        #expect(lines.written.contains("Too easy."))
        #expect(face.secrets == [["730164", "730164"]])
    }

    @Test func `a review has numbers for the answers and one to go on`() {
        let face = FakeWalk(at: .review)
        face.answers = ["gender": "female", "family_name": "Novak", "birth_date": "1"]
        let lines = FakeLines(["99", "2"])
        walk(face, lines)
        #expect(lines.written.contains("2 Last name: Novak"))
        #expect(lines.written.contains("4  Confirm and send"))
        #expect(lines.written.contains("Type a number from 1 to 4."))
        #expect(lines.written.contains("Question 2 of 4: Last name"))
    }

    @Test func `a letter is told whole, its link followed by number or by pasting it`() {
        for line in ["1", "paifang open k3Jq0yXf", " https://x/?t=k3Jq0yXf"] {
            let face = FakeWalk(at: .waiting)
            let lines = FakeLines([line])
            walk(face, lines)
            #expect(lines.written.contains("Subject: Confirm your address"))
            #expect(face.stage == .review)
        }
    }

    @Test func `a button that can't be pressed yet says when, and why it was refused`() {
        let face = FakeWalk(at: .waiting)
        let lines = FakeLines(["2"])
        walk(face, lines)
        #expect(lines.written.contains("2  Send again · available in 40 s"))
        #expect(lines.written.contains("> 2\nToo early.\n"))
    }

    @Test func `what another terminal did is told while a line is awaited`() {
        let face = FakeWalk(at: .waiting)
        face.movesBy = .review
        let lines = FakeLines(inputs: [.idle, .ended])
        walk(face, lines)
        #expect(lines.written.contains("Check your answers"))
    }

    @Test func `the service is waited for without taking a line`() {
        let face = FakeWalk(at: .working)
        face.movesBy = .review
        let lines = FakeLines(["4"])
        #expect(walk(face, lines) == .finished)
    }

    @Test func `where nobody can type any more, waiting for the service ends`() {
        #expect(walk(FakeWalk(at: .working), FakeLines([])) == .inputEnded(nil))
    }

    @Test func `what the service could not do is said`() {
        let face = FakeWalk()
        face.failure = "failure.store"
        let lines = FakeLines(["1"])
        walk(face, lines)
        #expect(lines.written.contains("Disk full."))
    }

    @Test func `Ctrl+C and a lost terminal are endings`() {
        #expect(walk(FakeWalk(), FakeLines(inputs: [.interrupted])) == .left)
        #expect(walk(FakeWalk(), FakeLines(inputs: [.hungUp])) == .hungUp)
    }

    @Test func `hostile text is told as text`() {
        let face = FakeWalk()
        face.hostile = "\u{1B}[2J\u{9B}1m\u{202E}"
        let lines = FakeLines(["\u{1B}]0;x\u{7}"])
        walk(face, lines)
        let obeyed = lines.written.unicodeScalars.contains {
            ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}"
        }
        #expect(!obeyed)
    }

    @Test(arguments: SampleWords.languages)
    func `every word is there in every language`(language: LanguageTag) {
        let catalogs = SampleWords.catalogs
        let missing = ChromeKey.allCases.filter { !catalogs.has($0.key, in: language) }
        #expect(missing.map(\.rawValue) == [])
    }

    @Test(arguments: SampleWords.languages)
    func `no two commands of a language are the same word`(language: LanguageTag) {
        let keys: [ChromeKey] = [
            .commandBack, .commandHelp, .commandLanguage, .commandLeave, .commandRead,
            .commandAnother,
        ]
        let words = keys.map { SampleWords.catalogs.words($0.key, in: language).text }
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { !$0.contains(" ") })
    }
}
