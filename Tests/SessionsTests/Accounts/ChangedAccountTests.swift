import Flows
import Localization
import Screens
import Testing

@testable import Sessions

/// An account that is changed, found again without its password, and deleted.
@Suite("Accounts that change")
struct ChangedAccountTests {
    private static let fields = """
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
    private static let effects = """
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
          delete_account: {needs: account.id, outcomes: {done: {success: true}}}
        """
    private static let signIn = """
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

    private static func texts(_ flow: String) -> FlowTexts {
        var texts = FlowTexts(flow: flow, fields: fields, effects: effects)
        texts.others = [signIn]
        return texts
    }

    private static let signUp = texts(
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
    private static let settings = texts(
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
    private static let forgotten = texts(
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
    private static let recovery = texts(
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

    private static let pin = "2468"

    /// A bench on which `a@b.cz` has an account, with another flow to be walked.
    private static func bench(_ texts: FlowTexts) throws -> WalkBench {
        let bench = try WalkBench(WalkBench.Parts(texts: signUp))
        let walk = try bench.begin()
        let answer = { (path: AnswerPath, text: String) in
            #expect(walk.answer(text, at: path) == .accepted)
        }
        answer(AnswerPath("email"), "a@b.cz")
        answer(AnswerPath("citizenship"), "CZ")
        answer(AnswerPath("nickname"), "Jana")
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

    private static func signedIn(_ bench: WalkBench, _ pin: String = pin) throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.answer("a@b.cz", at: AnswerPath("sign_in.email")) == .accepted)
        #expect(walk.answer(pin, at: AnswerPath("sign_in.known")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk
    }

    private static func account(_ bench: WalkBench) throws -> AccountRecord? {
        try bench.store.account(emailIndex: bench.keys.index(ofAddress: "a@b.cz"))
    }

    // MARK: - Changes

    @Test
    func `what was filled in is written, and the walk knows it at once`() throws {
        let bench = try Self.bench(Self.settings)
        let walk = try Self.signedIn(bench)
        #expect(walk.press("name") == .moved)
        #expect(walk.answer("Eva", at: AnswerPath("nickname")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "menu")
        let fields = try bench.engine.accountFields(of: try #require(try Self.account(bench)))
        #expect(fields["nickname"] == .text("Eva"))
        #expect(fields["is_informed"] == .bool(true))
        #expect(fields["citizenship"] == .text("CZ"))
        let slot = try #require(walk.definition.fields.firstIndex { $0.name == "account.nickname" })
        #expect(walk.state.fields[slot] == .text("Eva"))
        #expect(try walk.account()?.fields["nickname"] == .text("Eva"))
        #expect(try walk.account()?.fixed == ["citizenship"])
    }

    @Test
    func `a call that comes again after a crash changes nothing twice`() throws {
        let bench = try Self.bench(Self.settings)
        let walk = try Self.signedIn(bench)
        #expect(walk.press("name") == .moved)
        #expect(walk.answer("Eva", at: AnswerPath("nickname")) == .accepted)
        #expect(walk.submit() == .moved)
        let call = try #require(bench.host.calls.last { $0.effect == "rename" })
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.serves(call))
        let version = try Self.account(bench)?.version
        #expect(host.perform(call).outcome == "done")
        #expect(try Self.account(bench)?.version == version)
    }

    @Test
    func `what is set once is refused by the store, whoever asks`() throws {
        let bench = try Self.bench(Self.settings)
        let walk = try Self.signedIn(bench)
        let slot = try #require(walk.definition.fields.firstIndex { $0.name == .accountID })
        let id = try #require(walk.state.fields[slot])
        let call = EffectCall(
            key: "k",
            session: walk.sessionID,
            effect: "anything",
            values: [.accountID: id],
            writes: ["citizenship": .text("RU"), "nickname": .text("Eva")],
            endings: [EffectEnding(outcome: "done")],
            locale: "en",
            now: 1
        )
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.perform(call).outcome == OutcomeDefinition.unavailable)
        let fields = try bench.engine.accountFields(of: try #require(try Self.account(bench)))
        #expect(fields["citizenship"] == .text("CZ") && fields["nickname"] == .text("Jana"))
    }

    // MARK: - Another secret

    private static func change(_ walk: Walk, to pin: String) -> WalkReply {
        #expect(walk.press("code") == .moved)
        #expect(walk.answer(Self.pin, at: AnswerPath("old")) == .accepted)
        #expect(walk.answer(secret: pin, repeated: nil, at: AnswerPath("pin")) == .accepted)
        return walk.submit()
    }

    @Test
    func `the new secret counts, the old one no more, and the walk that gave it may go on`() throws
    {
        let bench = try Self.bench(Self.settings)
        let walk = try Self.signedIn(bench)
        #expect(Self.change(walk, to: "1357") == .moved)
        #expect(walk.screen.step == "menu")
        let old = try bench.begin()
        #expect(old.answer("a@b.cz", at: AnswerPath("sign_in.email")) == .accepted)
        #expect(old.answer(Self.pin, at: AnswerPath("sign_in.known")) == .problem)
        let new = try Self.signedIn(bench, "1357")
        #expect(new.screen.step == "menu")
        // The walk lets go of the secret that it has given; the account does not.
        #expect(walk.press("code") == .moved)
        #expect(walk.answer("1357", at: AnswerPath("old")) == .accepted)
        #expect(walk.answer(secret: "9753", repeated: nil, at: AnswerPath("pin")) == .accepted)
        _ = try Self.signedIn(bench, "1357")
    }

    @Test
    func `the old secret is not taken as a new one, and not told to who has not given it`() throws {
        let bench = try Self.bench(Self.settings)
        let walk = try Self.signedIn(bench)
        #expect(walk.press("code") == .moved)
        // Without the old one nobody learns that this is it.
        #expect(walk.answer(secret: Self.pin, repeated: nil, at: AnswerPath("pin")) == .accepted)
        #expect(walk.answer(Self.pin, at: AnswerPath("old")) == .accepted)
        #expect(walk.answer(secret: Self.pin, repeated: nil, at: AnswerPath("pin")) == .problem)
    }

    @Test
    func `everybody else is signed out, also who has the walk open just then`() throws {
        let bench = try Self.bench(Self.settings)
        let other = try Self.signedIn(bench)
        let begun = try bench.begin()
        let walk = try Self.signedIn(bench)
        #expect(Self.change(walk, to: "1357") == .moved)
        #expect(other.press("name") == .failed("failure.signed_out"))
        #expect(other.press("name") == .failed("failure.signed_out"))
        #expect(other.screen.notices.contains { $0.key == "failure.signed_out" })
        let resumed = try bench.resume(other.sessionID)
        #expect(resumed.submit() == .failed("failure.signed_out"))
        #expect(try bench.engine.journalFinding(of: other.sessionID) == nil)
        // Who has only begun to sign in, and said nothing yet, is nobody's.
        #expect(begun.answer("a@b.cz", at: AnswerPath("sign_in.email")) == .accepted)
    }

    // MARK: - Without the secret

    private static func proven(_ bench: WalkBench) throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.answer("A@b.cz", at: AnswerPath("email")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk
    }

    @Test
    func `a link and a new secret: the old one, other links and all sessions are dead`() throws {
        let bench = try Self.bench(Self.forgotten)
        let settings = try bench.again { $0.texts = Self.settings }
        let signedIn = try Self.signedIn(settings)
        let rival = try Self.proven(bench)
        let walk = try Self.proven(bench)
        #expect(walk.openOwnLink() == .moved)
        #expect(walk.answer(secret: "1357", repeated: nil, at: AnswerPath("pin")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.state.outcome == "gone")
        #expect(rival.openOwnLink() == .failed("failure.signed_out"))
        #expect(signedIn.press("name") == .failed("failure.signed_out"))
        _ = try Self.signedIn(settings, "1357")
    }

    @Test
    func `an account that is not there is not changed`() throws {
        let bench = try Self.bench(Self.forgotten)
        let walk = try bench.begin()
        #expect(walk.answer("nobody@b.cz", at: AnswerPath("email")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.openOwnLink() == .moved)
        #expect(walk.answer(secret: "1357", repeated: nil, at: AnswerPath("pin")) == .accepted)
        #expect(walk.submit() == .moved)
        let call = try #require(bench.host.calls.last)
        #expect(call.effect == "reset")
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.perform(call).outcome == OutcomeDefinition.unavailable)
    }

    // MARK: - Questions

    private static func asked(_ bench: WalkBench, _ address: String) throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.answer(address, at: AnswerPath("email")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk
    }

    /// What the walk asks, as plain words: values of fields do not show themselves.
    private static func questions(_ walk: Walk) -> [String] {
        ["first", "second"].compactMap { name in
            let slot = walk.definition.fields.firstIndex { $0.name.text == name }
            guard case .text(let question)? = slot.flatMap({ walk.state.fields[$0] }) else {
                return nil
            }
            return question
        }
    }

    @Test
    func `the questions are the person's, and the answers compared letter by letter`() throws {
        let bench = try Self.bench(Self.recovery)
        let walk = try Self.asked(bench, "a@b.cz")
        // In the order of the options, whatever order they were chosen in.
        #expect(Self.questions(walk) == ["pet", "town"])
        #expect(walk.answer("praha", at: AnswerPath("two")) == .problem)
        #expect(walk.answer("Praha", at: AnswerPath("two")) == .accepted)
        // The same letter, written as two code points.
        #expect(walk.answer("\u{0418}\u{0306}", at: AnswerPath("one")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.state.outcome == "known")
    }

    @Test
    func `the answer to another question is wrong`() throws {
        let walk = try Self.asked(try Self.bench(Self.recovery), "a@b.cz")
        #expect(walk.answer("Praha", at: AnswerPath("one")) == .problem)
    }

    @Test
    func `an address that nobody has is asked questions, the same each time, and none is right`()
        throws
    {
        let bench = try Self.bench(Self.recovery)
        let walk = try Self.asked(bench, "nobody@b.cz")
        let questions = Self.questions(walk)
        #expect(questions.count == 2 && Set(questions).count == 2)
        #expect(Self.questions(try Self.asked(bench, "Nobody@b.cz")) == questions)
        #expect(walk.answer("Praha", at: AnswerPath("one")) == .problem)
        let known = try Self.asked(bench, "a@b.cz")
        #expect(known.answer("praha", at: AnswerPath("one")) == .problem)
        // The screens tell nobody apart, but for the questions themselves.
        #expect(walk.screen.step == known.screen.step)
        #expect(walk.screen.title.text == known.screen.title.text)
        #expect(
            walk.field("one")?.problem?.text == known.field("one")?.problem?.text
                && walk.field("one")?.problem != nil
        )
        #expect(walk.screen.buttons.map(\.event) == known.screen.buttons.map(\.event))
    }

    @Test
    func `different addresses that nobody has are asked different questions`() throws {
        let bench = try Self.bench(Self.recovery)
        let all = try (0..<12).map { Self.questions(try Self.asked(bench, "n\($0)@b.cz")) }
        #expect(Set(all).count > 1)
    }

    @Test
    func `guesses at once on one answer are counted before they are compared`() throws {
        let bench = try Self.bench(Self.recovery)
        var wrong = 0
        for _ in 0..<8 {
            // Each begins anew, as somebody with many machines would.
            let walk = try Self.asked(bench, "a@b.cz")
            guard walk.screen.step == "prove" else { continue }
            if walk.answer("Brno", at: AnswerPath("two")) == .problem { wrong += 1 }
        }
        #expect(wrong == 4)
        let walk = try Self.asked(bench, "a@b.cz")
        #expect(walk.answer("Praha", at: AnswerPath("two")) == .moved)
        #expect(walk.state.outcome == "locked")
    }

    // MARK: - The end

    @Test
    func `a deleted account is unreadable, and its sessions with it`() throws {
        let bench = try Self.bench(Self.settings)
        let other = try Self.signedIn(bench)
        let walk = try Self.signedIn(bench)
        let account = try #require(try Self.account(bench))
        let stored = try bench.store.fields(of: account.id)
        #expect(walk.press("away") == .moved)
        #expect(walk.state.outcome == "gone")
        #expect(try Self.account(bench) == nil)
        #expect(try bench.store.account(account.id) == nil)
        #expect(try bench.store.fields(of: account.id).isEmpty && !stored.isEmpty)
        #expect(throws: SessionFailure.noSession) { try bench.engine.read(other.sessionID) }
        #expect(throws: SessionFailure.noSession) { try bench.resume(other.sessionID) }
        #expect(
            other.press("name") == .failed("failure.no_session") || other.press("name") != .moved
        )
        // The walk that deleted it says its last words, and goes.
        #expect(try walk.account() == nil)
        #expect(try walk.erase())
        #expect(throws: SessionFailure.noSession) { try bench.engine.read(walk.sessionID) }
        // Nobody signs in there any more, and asking twice does no harm.
        let late = try bench.begin()
        #expect(late.answer("a@b.cz", at: AnswerPath("sign_in.email")) == .accepted)
        #expect(late.answer(Self.pin, at: AnswerPath("sign_in.known")) == .problem)
        let call = try #require(bench.host.calls.last { $0.effect == "delete_account" })
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.perform(call).outcome == "done")
        // The walk that made the account held the same data.
        #expect(try bench.engine.sessions().count { $0.status == .open } >= 1)
        for session in try bench.engine.sessions() where session.flow == "joining" {
            #expect(throws: SessionFailure.noSession) { try bench.engine.read(session.id) }
        }
    }
}
