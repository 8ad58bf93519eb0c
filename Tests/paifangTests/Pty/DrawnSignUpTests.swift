import Flows
import Localization
import Testing

@testable import paifang

extension Pty {
    /// The whole sign-up as a person walks it on a drawn screen, with a mistake at every question.
    @Suite("Drawn sign-up")
    struct DrawnSignUpTests {
        @Test(arguments: [("ru", "zh"), ("zh", "ru")])
        func `a whole walk with every mistake makes the account that was typed`(
            language: String,
            other: String
        ) async throws {
            let household = try Household()
            let first = try household.paifang(["run", "--lang", language])
            let name = try walkToPhones(first, Speech(language), Speech(other))
            let second = try household.paifang(["run", "--resume", name])
            try walkToEnd(second, Speech(language))
            for terminal in [first, second] {
                terminal.expectNever(SignUp.secrets)
                #expect(!terminal.screen.hasWrapped)
            }
            try await household.expectAccount(acceptedIn: language)
        }

        private func walkToPhones(
            _ terminal: PseudoTerminal,
            _ speech: Speech,
            _ other: Speech
        ) throws -> String {
            let person = DrawnPerson(terminal: terminal, speech: speech)
            let story = SignUp(speech: speech)
            try person.answer(story.email)
            try person.passCaptcha()
            try person.accept("agreement", document: "user-agreement", by: " ")
            try person.atContinue()
            person.press("\r")
            try person.see(speech("wallet-signup.check_mail.title"))
            person.press("\r")
            try fillPersonalData(person, other)
            for question in story.document { try person.answer(question) }
            try person.atContinue()
            person.press("\r")
            try fillAddress(person)
            try person.answer(story.mobile)
            try person.fail(story.landline)
            #expect(person.hasTicked(story.mobile))
            return try person.leaveForNow()
        }

        /// With a change of language where something is wrong, and a way back from the next step.
        private func fillPersonalData(_ person: DrawnPerson, _ other: Speech) throws {
            let story = SignUp(speech: person.speech)
            let date = story.personal[3]
            for question in story.personal.prefix(3) { try person.answer(question) }
            try person.fail(date)
            try person.choose(other)
            let foreigner = DrawnPerson(terminal: person.terminal, speech: other)
            try foreigner.at(date.label(in: other), saying: date.problem(in: other))
            #expect(foreigner.reading.isAt(date.label(in: other), saying: date.wrong))
            for question in SignUp(speech: other).personal.prefix(3) {
                #expect(foreigner.hasTicked(question))
            }
            try foreigner.choose(person.speech)
            try person.at(date.label(in: person.speech), saying: date.problem(in: person.speech))
            try person.mend(date)
            try person.answer(story.personal[4])
            try person.atContinue()
            for question in story.personal { #expect(person.hasTicked(question)) }
            person.press("\r")
            try person.at(person.speech("field.document_type.label"))
            person.press(DrawnPerson.back)
            try person.see(person.speech("wallet-signup.personal.title"))
            try person.atContinue()
            for question in story.personal.reversed() {
                person.press(DrawnPerson.back)
                try person.at(question.label(in: person.speech))
            }
            for question in story.personal {
                try person.at(question.label(in: person.speech))
                person.press("\t")
            }
            try person.atContinue()
            for question in story.personal { #expect(person.hasTicked(question)) }
            person.press("\r")
        }

        private func fillAddress(_ person: DrawnPerson) throws {
            let story = SignUp(speech: person.speech)
            try person.at(
                story.country.label(in: person.speech),
                saying: person.speech.country("RU")
            )
            try person.answer(story.country)
            for question in story.address { try person.answer(question) }
            try person.atContinue()
            for question in [story.country] + story.address { #expect(person.hasTicked(question)) }
            person.press("\r")
        }

        private func walkToEnd(_ terminal: PseudoTerminal, _ speech: Speech) throws {
            let person = DrawnPerson(terminal: terminal, speech: speech)
            let story = SignUp(speech: speech)
            try person.at(speech("field.landline.label"))
            #expect(person.hasTicked(story.mobile))
            try person.answer(story.landline)
            try person.atContinue()
            person.press("\r")
            try choosePassword(person)
            for number in 1...3 {
                try person.answer(story.question(number))
                try person.answer(story.answer(number))
            }
            try person.atContinue()
            person.press("\r")
            try person.accept(
                "terms",
                document: "service-terms",
                by: String(speech("input.yes").prefix { $0 != "|" })
            )
            try person.answer(story.refund)
            try person.atContinue()
            person.press("\r")
            try changeStreet(person)
            person.press(DrawnPerson.end)
            try person.at("[ \(speech("chrome.button.confirm")) ]")
            for question in [story.refund, story.landline] {
                #expect(person.reading.says(question.label(in: speech)))
            }
            #expect(person.reading.says(speech("field.payment_password.label")))
            person.press("\r")
            try person.see(speech("wallet-signup.registered.title"))
            #expect(try terminal.ending() == .exited(0))
            terminal.expectRestored()
        }

        /// A sequence first, then two different ones.
        private func choosePassword(_ person: DrawnPerson) throws {
            let label = person.speech("field.payment_password.label")
            let problem = { (key: String) in
                person.speech("chrome.line.problem", ["text": .text(person.speech(key))])
            }
            try person.at(label)
            person.press("345678\r")
            try person.at(label, saying: problem("field.payment_password.error.no_sequence"))
            person.press("\(SignUp.password)\r")
            try person.at(label, saying: person.speech("chrome.secret.again"))
            person.press("730165\r")
            try person.at(label, saying: problem("error.secret.mismatch"))
            person.press("\(SignUp.password)\r\(SignUp.password)\r")
        }

        private func changeStreet(_ person: DrawnPerson) throws {
            let label = person.speech("field.street.label")
            try person.see(person.speech("wallet-signup.check_answers.title"))
            person.press("11")
            try person.at("11 \(label)", saying: "Dlouhá 5")
            person.press("\r")
            try person.at(label, saying: "Dlouhá 5")
            person.press("\u{15}Dlouhá 7\r")
            try person.at(person.speech("field.postcode.label"))
            person.press("\t")
            try person.atContinue()
            person.press("\r")
            try person.see(person.speech("wallet-signup.check_answers.title"))
            #expect(person.reading.says("\(label) Dlouhá 7"))
        }
    }
}

extension Household {
    /// Holds that there is exactly the account that everybody of the sign-ups typed.
    func expectAccount(
        acceptedIn language: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var fields = try #require(try account(of: SignUp.address), sourceLocation: sourceLocation)
        #expect(
            try await holds(
                fields.removeValue(forKey: "payment_password"),
                secret: SignUp.password
            ),
            sourceLocation: sourceLocation
        )
        guard case .list(let answers)? = fields.removeValue(forKey: "security_answers") else {
            throw PtyFailure("no answers in the account")
        }
        #expect(
            answers.map(\.first) == SignUp.questions.map { .text($0) },
            sourceLocation: sourceLocation
        )
        for (answer, text) in zip(answers, SignUp.answers) {
            #expect(
                try await holds(answer.last ?? nil, secret: text),
                sourceLocation: sourceLocation
            )
        }
        for (field, document) in [("agreement", "user-agreement"), ("terms", "service-terms")] {
            guard case .consent(let consent)? = fields.removeValue(forKey: FieldName(field)) else {
                throw PtyFailure("\(field) was not accepted")
            }
            #expect(consent.document == document, sourceLocation: sourceLocation)
            #expect(consent.version == 1, sourceLocation: sourceLocation)
            #expect(consent.locale == language, sourceLocation: sourceLocation)
        }
        // Letters to whoever has the account are in the language of the last visit.
        #expect(
            fields.removeValue(forKey: "language") == .text(language),
            sourceLocation: sourceLocation
        )
        #expect(Set(fields.keys) == Set(SignUp.account.keys), sourceLocation: sourceLocation)
        for (name, value) in SignUp.account {
            // A value has no description, so the name stands beside it.
            #expect(fields[name] == value, "\(name)", sourceLocation: sourceLocation)
        }
    }
}
