import Flows
import Localization
import Screens
import Testing

@testable import Sessions

/// Flows that change an account, and benches on which `a@b.cz` has one.
enum ChangedAccount {
    static let fields = """
        fields:
          email: {type: email, privacy: personal}
          citizenship: {type: country, privacy: personal, set: once}
          nickname: {type: text, optional: true}
          is_informed: {type: bool, default: false}
          pin: {type: secret, use: new, length: {min: 4, max: 8}}
          security_answers:
            type: list
            count: 2
            of: {question: {type: choice, of: questions}, answer: {type: secret, use: new}}
        options: {questions: [pet, town, job, book]}
        """
    static let effects = """
        effects:
          create_account:
            needs: [email, citizenship, pin, security_answers]
            may_use: [nickname]
            outcomes: {done: {gives: {account_id: text}, success: true}, email_taken: {}}
            once: flow
          open_account: {needs: [email], outcomes: {opened: {gives: account, success: true}}}
          find_questions:
            needs: email
            outcomes:
              answered: {gives: {first: {type: choice, of: questions}, second: {type: choice, of: questions}}}
          rename:
            needs: account.id
            writes: [nickname, {is_informed: true}]
            outcomes: {done: {gives: account, success: true}}
          change_pin:
            needs: account.id
            writes: pin
            ends: sessions
            outcomes: {done: {success: true}}
          reset: {needs: email, writes: pin, ends: sessions, outcomes: {done: {success: true}}}
          change: {needs: [account.id], outcomes: {done: {success: true}}}
          delete_account: {needs: account.id, outcomes: {done: {success: true}}}
          find_address:
            needs: [account.id, email]
            outcomes: {answered: {gives: {is_known: bool, old_email: email}}}
          change_email:
            needs: account.id
            writes: email
            ends: sessions
            outcomes: {done: {gives: account, success: true}, address_taken: {}}
        """
    static let signIn = """
        flow: sign-in
        version: 1
        fields: [email, {known: {type: secret, use: check, check: account.pin}}]
        steps:
          - step: enter
            ask: [email, known]
            attempts: {times: 5, per: [session, email], within: 24h, goto: locked}
          - {step: open, call: open_account, events: {opened: signed_in, unavailable: enter}}
          - {step: signed_in, end: signed_in}
          - {step: locked, end: locked}
        """

    static func texts(_ flow: String) -> FlowTexts {
        var texts = FlowTexts(flow: flow, fields: fields, effects: effects)
        texts.others = [signIn]
        return texts
    }

    static let signUp = texts(
        """
        flow: joining
        version: 1
        fields: [email, citizenship, nickname, pin, security_answers]
        steps:
          - {step: start, ask: [email, citizenship, nickname, pin, security_answers]}
          - {step: make, call: create_account, events: {done: over, email_taken: over, unavailable: over}}
          - {step: over, end: done}
        """
    )
    static let settings = texts(
        """
        flow: settings
        version: 1
        account: required
        expires: {after: 1h, goto: gone}
        fields:
          - old: {type: secret, use: check, check: account.pin}
          - nickname
          - pin: {unlike: old}
        steps:
          - {step: menu, events: {name: name, code: code, away: away}}
          - {step: name, ask: [nickname]}
          - {step: named, next: [{if: has(nickname), goto: rename}, {else: menu}]}
          - {step: rename, call: rename, events: {done: menu, unavailable: gone}}
          - step: code
            ask: [old, pin]
            attempts: {times: 3, per: account, within: 24h, goto: gone}
          - {step: save, call: change_pin, events: {done: menu, unavailable: gone}}
          - {step: away, call: delete_account, events: {done: gone, unavailable: menu}}
          - {step: gone, end: gone}
        """
    )
    static let forgotten = texts(
        """
        flow: forgotten
        version: 1
        expires: {after: 7d, goto: gone}
        fields: [email, pin]
        steps:
          - {step: start, ask: [email]}
          - step: wait
            send: {mail: confirm_email, link: proven, limit: {times: 9, per: email, within: 24h}}
            events: {proven: choose}
            after: {24h: gone}
          - {step: choose, back: never, ask: [pin]}
          - {step: save, call: reset, events: {done: gone, unavailable: gone}}
          - {step: gone, end: gone}
        promises: {reset.done: {only_after: wait.proven}}
        """
    )
    /// Changes the address, once the new one is proven.
    static let moving = texts(
        """
        flow: moving
        version: 1
        account: required
        expires: {after: 1h, goto: gone}
        fields: [email]
        steps:
          - {step: start, ask: [email]}
          - {step: look, call: find_address, events: {answered: wait, unavailable: gone}}
          - step: wait
            send: {mail: confirm_email, link: proven, unless: is_known, limit: {times: 4, per: email, within: 24h}}
            events: {proven: save}
            after: {30m: gone}
          - {step: save, call: change_email, events: {done: moved, address_taken: taken, unavailable: gone}}
          - {step: moved, send: {mail: confirm_email, to: old_email}, end: moved}
          - {step: taken, end: taken}
          - {step: gone, end: gone}
        promises: {change_email.done: {only_after: wait.proven}}
        """
    )
    /// Names the address, and gets nobody into the account.
    static let ticket = texts(
        """
        flow: ticket
        version: 1
        expires: {after: 7d, goto: gone}
        fields: [email]
        steps:
          - {step: start, ask: [email]}
          - {step: wait, events: {answered: gone}}
          - {step: gone, end: gone}
        """
    )
    static let recovery = texts(
        """
        flow: recovery
        version: 1
        expires: {after: 7d, goto: gone}
        fields:
          - email
          - one: {type: secret, use: check, check: account.security_answers.answer, where: {question: first}}
          - two: {type: secret, use: check, check: account.security_answers.answer, where: {question: second}}
        steps:
          - {step: start, ask: [email]}
          - {step: look, call: find_questions, events: {answered: prove, unavailable: gone}}
          - step: prove
            ask: [one, two]
            attempts: {times: 5, per: [session, email], within: 24h, goto: locked}
          - {step: open, call: open_account, events: {opened: known, unavailable: gone}}
          - {step: known, end: known}
          - {step: locked, end: locked}
          - {step: gone, end: gone}
        """
    )

    static let pin = "2468"

    /// A bench on which `a@b.cz` has an account, with another flow to be walked.
    static func bench(_ texts: FlowTexts, nickname: String = "Jana") throws -> WalkBench {
        let bench = try WalkBench(WalkBench.Parts(texts: signUp))
        let walk = try bench.begin()
        let answer = { (path: AnswerPath, text: String) in
            #expect(walk.answer(text, at: path) == .accepted)
        }
        answer(AnswerPath("email"), "a@b.cz")
        answer(AnswerPath("citizenship"), "CZ")
        answer(AnswerPath("nickname"), nickname)
        answer(AnswerPath("pin"), pin)
        for (index, (question, text)) in [("town", "Praha"), ("pet", "Й")].enumerated() {
            answer(
                AnswerPath("security_answers", item: ItemPath(index: index, field: "question")),
                question
            )
            answer(
                AnswerPath("security_answers", item: ItemPath(index: index, field: "answer")),
                text
            )
        }
        #expect(walk.submit() == .moved)
        #expect(walk.state.outcome == "done")
        return try bench.again { $0.texts = texts }
    }

    static func signedIn(
        _ bench: WalkBench,
        _ pin: String = pin,
        as address: String = "a@b.cz"
    ) throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.answer(address, at: AnswerPath("sign_in.email")) == .accepted)
        #expect(walk.answer(pin, at: AnswerPath("sign_in.known")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk
    }

    static func account(_ bench: WalkBench) throws -> AccountRecord? {
        try bench.store.account(emailIndex: bench.keys.index(ofAddress: "a@b.cz"))
    }
}
