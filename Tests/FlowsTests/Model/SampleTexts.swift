/// Small flows with what the wallet sign-up lacks.
enum SampleTexts {
    static let fields = """
        fields:
          email: {type: email, privacy: personal}
          mobile: {type: phone, line: mobile}
          citizenship: {type: country, set: once}
          document_type: {type: choice, of: [passport, {licence: 'citizenship == "RU"'}]}
          document_number: {type: document, country: citizenship, kind: document_type}
          country: {type: country, prefill: citizenship}
          postcode: {type: postcode, country: country}
          nickname: {type: text, optional: true, length: {min: 2, max: 8}}
          wants_news: {type: bool, default: false}
          birth_date: {type: date, rules: {in_the_past: value < today, plausible: years(value) < 120}}
          captcha: {type: captcha}
          agreement: {type: consent, document: user-agreement}
          pin: {type: secret, use: new, length: {min: 4, max: 8}}
          card: {type: secret, use: relay}
          answers:
            type: list
            count: 2
            of:
              question: {type: choice, of: questions}
              answer: {type: secret, use: new}
              remark: {type: text, optional: true, length: {min: 2, max: 6}}
            rules:
              all_different: value.all(a, value.exists_one(b, b.question == a.question))
        options:
          questions: [pet, city, school]
        """

    static let effects = """
        effects:
          find_account:
            needs: [email]
            outcomes: {answered: {gives: {is_known: {type: bool}}}}
          create_account:
            needs: [email]
            may_use: [citizenship]
            outcomes:
              done: {gives: {account_id: text}, success: true}
              failed: {}
            once: flow
          ping:
            outcomes: {done: {success: true}, slow: {}}
          charge:
            needs: [card]
            may_use: [email]
            outcomes: {done: {success: true}, declined: {}}
        signals: [account_suspended]
        """

    static let flows: [(name: String, text: String)] = [
        ("forks", forks), ("letters", letters), ("tries", tries), ("papers", papers),
        ("calls", calls), ("notices", notices), ("codes", codes),
        ("guesses", guesses),
    ]

    /// Closes to newcomers ten days after a walk begins, and says so for the last six.
    private static let notices = """
        open: {from: 2023-11-01, until: '2023-11-25T00:13:20Z', notice: 6d}
        closed: over
        expires: {after: 5d, goto: over}
        fields: [email, captcha]
        steps:
          - step: start
            ask: [captcha]
            events: {later: pause}
            next: address
          - {step: address, ask: [email], events: {no_address: pause}}
          - step: check
            send: {mail: confirm, link: confirmed, limit: {times: 2, apart: 1h, per: email, within: 3d}}
            events: {confirmed: pause, other: address, resend: check}
            after: {2d: pause}
          - {step: pause, events: {go_on: start, stop: over}, after: {3d: check_again}}
          - {step: check_again, next: [{if: has(email), goto: check}, {else: over}]}
          - {step: over, end: over}
        """

    /// Branches, `stay`, conditional events, rules between fields, several timers.
    private static let forks = """
        expires: {after: 5d, goto: idle}
        fields:
          - [email, citizenship, nickname, wants_news]
          - a: {type: integer, min: 0, max: 9}
          - b: {type: integer, min: 0, max: 9, rules: {more: value > a}}
          - c: {type: integer, min: 0, max: 9, rules: {most: value > a && value > b, odd: value % 2 == 1}}
          - low: {type: integer, rules: {at_most: value <= b}}
          - kind: {type: choice, of: [private, business, {ministry: 'citizenship == "RU"'}]}
          - company: {type: text, length: {min: 3, max: 20}}
          - room: {type: text, optional: true}
        steps:
          - {step: start, ask: [email, nickname], events: {aside: extra, look: stay}}
          - {step: people, ask: [citizenship, kind, a]}
          - step: split
            next:
              - {if: 'kind == "business"', goto: firm}
              - {if: 'has(nickname) && nickname == "admin"', goto: desk}
              - {else: numbers}
          - {step: firm, ask: [company], events: {no_firm: people}, next: numbers}
          - {step: desk, ask: [room], next: numbers}
          - {step: numbers, ask: [low, b, c, wants_news]}
          - step: check
            review: all
            events: {once_more: start, ahead: {if: wants_news, goto: last}}
          - step: last
            events:
              again: {if: 'c > 5', goto: check}
              stop: done
              look: stay
              itself: last
            after: {1d: late, 36h: gone}
          - {step: late, events: {redo: last, look: stay, leave: gone}, after: {1h: extra}}
          - {step: extra, ask: [nickname], next: people}
          - {step: idle, back: never, events: {wake: start}, after: {1d: start}}
          - {step: gone, end: gone}
          - {step: done, end: done}
        """

    /// Two links at once, limits of all kinds, timers that send, expiry that is no end.
    private static let letters = """
        expires: {after: 3d, goto: asleep}
        fields: [email, mobile, captcha]
        steps:
          - {step: start, ask: [email, captcha]}
          - step: both
            send:
              - {mail: confirm, link: confirmed, limit: {times: 3, apart: 60s, per: [session, email], within: 12h}}
              - mail: warn
                link: disowned
                unless: 'email == "a@b.cz"'
                limit: {times: 3, apart: 60s, per: [session, email], within: 12h}
            events:
              confirmed:    phone
              disowned:     stay
              resend:       both
              change_email: correct
              more_time:    stay
            after: {6h: cold, 10h: over}
          - step: cold
            events: {again: both, other: start, correct: correct}
            after: {1h: both}
          - {step: correct, ask: [email], next: both, after: {2h: both}}
          - {step: phone, back: never, ask: [mobile], after: {2d: over}}
          - step: message
            send: {sms: hello, limit: {times: 2, apart: 10s}}
            events: {again: message, other: phone, onward: finish}
            after: {12h: finish}
          - step: finish
            send: {sms: bye, link: bye, limit: {times: 2}}
            events: {bye: done, stop: done, account_suspended: finish}
            after: {20h: done}
          - {step: asleep, events: {wake: start}, after: {1d: start}}
          - {step: over, end: over}
          - step: done
            send:
              - {mail: welcome, if: 'mobile.startsWith("+420")'}
              - {sms: thanks, limit: {times: 1}}
            end: done
        """

    /// A number that is proven by a code, and a letter behind it whose link may be opened elsewhere.
    private static let codes = """
        expires: {after: 5d, goto: over}
        fields:
          - [email, mobile]
          - sms_code: {type: code, digits: 6}
          - [nickname, citizenship, country]
        steps:
          - {step: start, ask: [mobile, email]}
          - step: enter
            send: {sms: verify, code: sms_code, limit: {times: 3, apart: 60s, per: [session, mobile], within: 1h}}
            ask: [sms_code, nickname]
            attempts: {times: 3, goto: gave_up}
            events: {resend: enter, skip: about}
            after: {10m: gave_up}
          - {step: about, ask: [citizenship]}
          - {step: check, review: all}
          - step: letter
            send: {mail: confirm, link: confirmed, limit: {times: 9}}
            events: {confirmed: again, number: start}
            after: {1h: gave_up}
          - {step: again, ask: [country, nickname, mobile]}
          - {step: last, review: all}
          - {step: done, end: done}
          - {step: gave_up, events: {again: enter, number: start}, after: {1d: over}}
          - {step: over, end: over}
        """

    /// A secret that is compared, one that must be unlike another, one that is handed on and kept by nobody.
    private static let guesses = """
        expires: {after: 6d, goto: over}
        fields:
          - [email, card, pin]
          - known: {type: secret, use: check, check: account.pin}
          - other: {type: secret, use: new, unlike: pin}
        steps:
          - step: start
            ask: [email, known]
            attempts: {times: 3, per: [session, email], within: 24h, goto: locked}
          - {step: fresh, ask: [pin, other], next: pay, events: {another: address}}
          - {step: address, ask: [email], next: start}
          - {step: pay, ask: [card], after: {2d: over}}
          - {step: check, review: all}
          - step: charging
            call: charge
            events: {done: paid, declined: pay, unavailable: pay, stop: fresh}
          - {step: paid, events: {again: pay, begin: start}, after: {1d: over}}
          - {step: locked, events: {again: start, stop: over}, after: {1h: start}}
          - {step: over, end: over}
        """

    /// Attempts, proofs, secrets.
    private static let tries = """
        fields: [email, pin, captcha, wants_news, agreement]
        steps:
          - {step: start, ask: [email]}
          - step: hidden
            ask: [pin, captcha]
            attempts: {times: 3, goto: locked}
            events: {forgot: reset}
            after: {30m: locked}
          - {step: second, ask: [agreement, wants_news], attempts: {times: 2, goto: start}}
          - {step: check, review: all}
          - {step: done, end: done}
          - step: locked
            events: {again: hidden, stop: gone}
            after: {1h: start}
          - {step: reset, ask: [email], next: hidden}
          - {step: gone, end: gone}
        """

    /// Answers that depend on others, lists, what stands there already, input.
    private static let papers = """
        expires: {after: 7d, goto: over}
        input: {given_email: {type: email, optional: true}, level: {type: integer, default: 2}}
        constants: {top: 5}
        fields:
          - email: {prefill: given_email}
          - [citizenship, document_type, document_number, country, postcode, answers, birth_date]
          - remark: {type: text}
          - note: {type: text, optional: true, rules: {not_admin: 'value != "admin" || level > top'}}
          - contact: {type: phone, country: country}
        steps:
          - {step: start, ask: [email, citizenship]}
          - {step: document, ask: [document_type, document_number], after: {1h: aside}}
          - {step: address, ask: [country, postcode, contact]}
          - {step: questions, ask: [answers, birth_date, note]}
          - {step: check, review: all}
          - {step: done, end: done}
          - {step: aside, ask: [remark], next: address}
          - {step: over, end: over}
        """

    /// Calls that end late, again, or without leaving; signals; what is set once.
    private static let calls = """
        expires: {after: 4d, goto: over}
        fields: [email, citizenship]
        steps:
          - {step: start, ask: [email, citizenship]}
          - step: find
            call: find_account
            events:
              answered:
                - {if: is_known, goto: known}
                - {else: make}
              unavailable: stay
              again: find
              account_suspended: known
            after: {10m: known, 20m: over}
          - step: make
            call: create_account
            events:
              done: made
              failed:
                - {if: 'citizenship == "RU"', goto: start}
                - {else: check}
              unavailable: stay
              cancel: known
            after: {1h: start}
          - {step: check, review: all, next: make}
          - {step: known, events: {go_on: make, ping: pinged, account_suspended: over}}
          - step: pinged
            call: ping
            events: {done: known, slow: known, unavailable: stay, stop: known}
          - step: made
            events:
              again: make
              correct: check
              once_more: start
              ping: pinged
              stop: done
              account_suspended: stay
          - {step: over, end: over}
          - {step: done, end: done}
        """
}
