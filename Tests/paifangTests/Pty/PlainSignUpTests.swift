import Localization
import Testing

@testable import paifang

extension Pty {
    /// The whole sign-up as a person walks it line by line, with a mistake at every question.
    @Suite("Plain sign-up")
    struct PlainSignUpTests {
        @Test(arguments: [("ru", "zh"), ("zh", "ru")])
        func `a whole walk with every mistake makes the account that was typed`(
            language: String,
            other: String
        ) async throws {
            let household = try Household()
            let first = try household.paifang(["run", "--plain", "--lang", language])
            let name = try walkToPhones(first, Speech(language), Speech(other))
            let second = try household.paifang(["run", "--plain", "--resume", name])
            try walkToEnd(second, Speech(language))
            for terminal in [first, second] {
                terminal.expectNever(SignUp.secrets)
                // Nothing steers the terminal: it may be no more than a printer.
                #expect(!terminal.output.contains(0x1B))
            }
            try await household.expectAccount(acceptedIn: language)
        }

        private func walkToPhones(
            _ terminal: PseudoTerminal,
            _ speech: Speech,
            _ other: Speech
        ) throws -> String {
            let person = PlainPerson(terminal: terminal, speech: speech)
            let story = SignUp(speech: speech)
            try person.begin()
            for language in Speech.project.languages {
                try person.heard(
                    ":lang \(language.rawValue) \(RegionalFormats.ownName(of: language))"
                )
            }
            try person.answer(story.email)
            try person.heardAccepted(story.email)
            try person.passCaptcha()
            try person.accept("agreement", document: "user-agreement")
            try person.heard(speech("wallet-signup.check_mail.title"))
            try person.type(person.number(of: speech("chrome.letter.open")))
            try fillPersonalData(person, other)
            for question in story.document { try person.answer(question) }
            try fillAddress(person)
            try person.answer(story.mobile)
            try person.heardAccepted(story.mobile)
            try person.fail(story.landline)
            return try person.leaveForNow()
        }

        /// With a change of language where something is wrong, and a way back from the next step.
        private func fillPersonalData(_ person: PlainPerson, _ other: Speech) throws {
            let speech = person.speech
            let story = SignUp(speech: speech)
            let date = story.personal[3]
            for question in story.personal.prefix(3) {
                try person.answer(question)
                try person.heardAccepted(question)
            }
            try person.fail(date)
            try person.type("\(person.command("language")) \(other.language.rawValue)")
            try person.heard(date.label(in: other))
            try person.heard(date.problem(in: other))
            try person.type(":lang \(speech.language.rawValue)")
            try person.heard(date.problem(in: speech))
            try person.mend(date)
            try person.answer(story.personal[4])
            try person.heard(speech("field.document_type.label"))
            try person.type(person.command("back"))
            try person.heard(speech("wallet-signup.personal.title"))
            for question in story.personal {
                try person.heard(question.label(in: speech))
                let answer = question.shown ?? question.right
                try person.heard(speech("chrome.plain.current", ["answer": .text(answer)]))
                try person.type("")
            }
        }

        private func fillAddress(_ person: PlainPerson) throws {
            let speech = person.speech
            let story = SignUp(speech: speech)
            // What is filled in already is said, and an empty line keeps it.
            try person.heard(story.country.label(in: speech))
            try person.heard(
                speech("chrome.plain.current", ["answer": .text(speech.country("RU"))])
            )
            try person.answer(story.country)
            try person.heardAccepted(story.country)
            try person.type(person.command("back"))
            try person.heard(
                speech("chrome.plain.current", ["answer": .text(speech.country("CZ"))])
            )
            try person.type("")
            for question in story.address {
                try person.answer(question)
                try person.heardAccepted(question)
            }
        }

        private func walkToEnd(_ terminal: PseudoTerminal, _ speech: Speech) throws {
            let person = PlainPerson(terminal: terminal, speech: speech)
            let story = SignUp(speech: speech)
            try person.begin()
            try person.heard(story.mobile.right)
            try person.answer(story.landline)
            try choosePassword(person)
            for number in 1...3 {
                try person.answer(story.question(number))
                try person.answer(story.answer(number))
            }
            try person.accept("terms", document: "service-terms")
            try person.fail(story.refund)
            try person.type("1")
            try changeStreet(person)
            for question in [story.landline, story.refund] {
                try person.heard(question.label(in: speech))
            }
            try person.heard(speech("field.payment_password.label"))
            let confirm = try person.number(of: speech("chrome.button.confirm"))
            terminal.send(confirm + "\n")
            #expect(try terminal.ending() == .exited(0))
            let registered = ScreenReading.squeezed(speech("wallet-signup.registered.title"))
            #expect(ScreenReading.squeezed(terminal.transcript).contains(registered))
            terminal.expectRestored()
        }

        /// A sequence first, then two different ones.
        private func choosePassword(_ person: PlainPerson) throws {
            let problem = { (key: String) in
                person.speech("chrome.line.problem", ["text": .text(person.speech(key))])
            }
            try person.heard(person.speech("field.payment_password.label"))
            try person.type("345678")
            try person.heard(problem("field.payment_password.error.no_sequence"))
            try person.type(SignUp.password)
            try person.heard(person.speech("chrome.plain.again"))
            try person.type("730165")
            try person.heard(problem("error.secret.mismatch"))
            try person.type(SignUp.password)
            try person.type(SignUp.password)
            try person.heard(person.speech("chrome.plain.kept"))
        }

        private func changeStreet(_ person: PlainPerson) throws {
            let label = person.speech("field.street.label")
            try person.heard(person.speech("wallet-signup.check_answers.title"))
            try person.heard(person.line(11, "field.street.label", "Dlouhá 5"))
            try person.type("11")
            try person.heard(label)
            try person.type("Dlouhá 7")
            try person.heard(person.speech("field.postcode.label"))
            try person.type("")
            try person.heard(person.speech("wallet-signup.check_answers.title"))
            try person.heard(person.line(11, "field.street.label", "Dlouhá 7"))
        }
    }
}
