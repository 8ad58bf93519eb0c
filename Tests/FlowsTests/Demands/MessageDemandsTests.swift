import Documents
import Flows
import Testing

@Suite("MessageDemands")
struct MessageDemandsTests {
    /// The arguments as `name:kind`, for short.
    private func arguments(_ key: String, in texts: [DemandedText]) throws -> [String] {
        let text = try #require(texts.first { $0.keys.contains(key) }, "\(key)")
        return text.arguments.map { "\($0.name):\($0.kind)" }
    }

    private func demands(_ flows: [String]) throws -> MessageDemands {
        let (project, problems) = FlowFiles.read(
            flows.enumerated().map { ("\($0).yaml", "version: 1\n" + $1) },
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        )
        #expect(problems.map { "\($0.code) \($0.message)" } == [])
        return MessageDemands.of(project)
    }

    private static let sample = """
        flow: sample
        constants: {most: 500 USD, pause: 1h, name: Paifang}
        fields:
          - [email, citizenship, pet]
          - proof: {type: captcha}
          - pin: {type: secret, use: new, rules: {digits: 'value.matches("^[0-9]+$")'}}
          - flag: {type: bool, default: false}
          - answers:
              type: list
              count: 2
              of: {question: {type: choice, of: pets}, answer: {type: secret, use: new}}
              rules: {different: 'value.all(a, value.exists_one(b, b.question == a.question))'}
        steps:
          - {step: start, ask: [email, proof]}
          - step: wait
            send: {mail: letter, link: opened,
                   limit: {times: 2, apart: 60s, within: 24h, per: email}}
            events: {opened: more, again: wait}
            after: {24h: late}
          - {step: more, ask: [citizenship, pet, pin, answers, flag],
             next: [{if: flag, goto: fork}, {else: done}]}
          - {step: fork, next: [{if: 'pet == "cat"', goto: done}, {else: late}]}
          - {step: done, send: {sms: note, to: phone}, end: done, offer: [other, missing]}
          - {step: late, end: late}
        input: {phone: phone}
        """

    private static let other = """
        flow: other
        fields: [email, document_type, citizenship]
        steps:
          - {step: start, ask: [email, citizenship, document_type]}
          - {step: done, send: {mail: letter}, end: done}
        """

    @Test
    func `what must be there follows from the names, in file order`() throws {
        let keys = try demands([Self.sample]).required.map(\.keys.first)
        #expect(
            keys == [
                "sample.title", "sample.start.title", "sample.wait.title", "sample.wait.again",
                "mail.sender", "mail.letter.subject", "mail.letter.body", "sample.more.title",
                "sample.done.title", "sms.note.text", "sample.late.title",
                "error.email.missing", "sample.email.label",
                "error.country.missing", "sample.citizenship.label",
                "error.choice.missing", "sample.pet.label", "sample.pet.option.cat",
                "sample.pet.option.dog",
                "error.captcha.missing", "sample.proof.label",
                "sample.pin.error.digits", "error.secret.missing", "sample.pin.label",
                "sample.flag.label",
                "sample.answers.error.different", "error.list.missing",
                "sample.answers.question.label", "sample.answers.question.option.cat",
                "sample.answers.question.option.dog", "sample.answers.answer.label",
                "refused.stale", "refused.not_here", "refused.no_way_back", "refused.ended",
                "refused.too_soon", "refused.used_up", "refused.used", "refused.expired",
                "refused.superseded", "refused.forged", "refused.code_needed",
                "refused.wrong_code", "refused.too_many_tries", "refused.continued_elsewhere",
                "refused.fixed",
            ]
        )
    }

    @Test
    func `words are shared between flows, and options between fields`() throws {
        let required = try demands([Self.sample]).required
        #expect(
            required.contains { $0.keys == ["sample.email.label", "field.email.label"] }
        )
        #expect(
            required.contains {
                $0.keys == [
                    "sample.answers.question.option.cat", "field.answers.question.option.cat",
                    "options.pets.cat",
                ]
            }
        )
        #expect(
            required.contains { $0.keys == ["error.email.missing", "error.missing"] }
        )
    }

    @Test
    func `a step's messages may use what is certainly set, and no secret`() throws {
        let required = try demands([Self.sample]).required
        #expect(
            try arguments("sample.start.title", in: required)
                == ["flag:choice", "most:money", "name:text", "phone:text"]
        )
        #expect(
            try arguments("sample.wait.title", in: required) == [
                "email:text", "expires_at:time", "flag:choice", "hours:integer", "most:money",
                "name:text", "phone:text", "sends_left:integer", "wait_seconds:integer",
            ]
        )
        #expect(
            try arguments("sample.done.title", in: required) == [
                "citizenship:text", "email:text", "flag:choice", "most:money", "name:text",
                "pet:text", "phone:text",
            ]
        )
    }

    @Test
    func `a letter with a link may say how long it lives`() throws {
        let required = try demands([Self.sample]).required
        #expect(
            try arguments("mail.letter.body", in: required) == [
                "delivery:choice", "email:text", "expires_at:time", "flag:choice", "hours:integer",
                "link:text",
                "most:money", "name:text", "phone:text",
            ]
        )
    }

    @Test
    func `a letter of two flows may use what both give`() throws {
        let required = try demands([Self.sample, Self.other]).required
        #expect(required.count { $0.keys == ["mail.letter.body"] } == 1)
        #expect(try arguments("mail.letter.body", in: required) == ["email:text"])
    }

    @Test
    func `only flows that exist need words for being offered`() throws {
        let alone = try demands([Self.sample])
        #expect(!alone.required.contains { $0.keys == ["sample.done.offer.other"] })
        #expect(alone.allowed.contains { $0.keys == ["sample.done.offer.other"] })
        let both = try demands([Self.sample, Self.other])
        #expect(both.required.contains { $0.keys == ["sample.done.offer.other"] })
        #expect(both.allowed.contains { $0.keys == ["sample.done.offer.missing"] })
    }

    @Test
    func `what may be there is known too`() throws {
        let allowed = Set(try demands([Self.sample]).allowed.flatMap(\.keys))
        for key in [
            "sample.start.intro", "sample.wait.advice", "sample.done.help", "field.email.hint",
            "sample.citizenship.warning", "hint.email", "field.flag.option.true",
            "sample.email.error.missing",
        ] {
            #expect(allowed.contains(key), "\(key)")
        }
        #expect(!allowed.contains { $0.contains("fork") })
    }

    @Test
    func `a record's words may say which record it is`() throws {
        let required = try demands([Self.sample]).required
        #expect(
            try arguments("sample.answers.question.label", in: required) == ["number:integer"]
        )
        #expect(
            try arguments("sample.answers.answer.label", in: required) == ["number:integer"]
        )
    }

    @Test func `a rule and a hint may say the constants, and what is set where the field is asked`()
        throws
    {
        let demands = try demands([Self.sample])
        let atMore = ["email:text", "flag:choice", "most:money", "name:text", "phone:text"]
        #expect(
            try arguments("sample.answers.error.different", in: demands.required) == atMore
        )
        #expect(try arguments("sample.citizenship.hint", in: demands.allowed) == atMore)
        // At the first step nobody has answered anything.
        #expect(
            try arguments("sample.email.hint", in: demands.allowed)
                == ["flag:choice", "most:money", "name:text", "phone:text"]
        )
        #expect(try arguments("sample.citizenship.label", in: demands.required) == [])
    }

    @Test func `an option may say what its condition asks for`() throws {
        let flow = """
            flow: pets
            fields:
              - dog_name: {type: text, optional: true}
              - mine: {type: choice, of: [cat, {dog: 'has(dog_name) && dog_name != "x"'}]}
            steps:
              - {step: start, ask: [dog_name]}
              - {step: which, ask: [mine]}
              - {step: done, end: done}
            """
        let required = try demands([flow]).required
        #expect(try arguments("pets.mine.option.dog", in: required) == ["dog_name:text"])
        #expect(try arguments("pets.mine.option.cat", in: required) == [])
    }

    @Test
    func `refusals may say what is known`() throws {
        let required = try demands([Self.sample]).required
        let waiting = ["ready_at:time", "wait_seconds:integer"]
        #expect(try arguments("refused.too_soon", in: required) == waiting)
        #expect(try arguments("refused.used_up", in: required) == waiting)
        #expect(try arguments("refused.fixed", in: required) == ["field:text"])
        let other = try demands([Self.other]).required.flatMap(\.keys)
        #expect(!other.contains("refused.used_up"))
        #expect(!other.contains("refused.expired"))
    }
}
