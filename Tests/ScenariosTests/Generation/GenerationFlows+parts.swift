import Flows
import Testing

/// Flows that run flows, with codes, late hosts, times to begin and lists.
extension GenerationFlows {
    /// The flow that `paifang init` writes.
    static func starter() throws -> [FlowMachine] {
        try machines(
            [("flows/registration.yaml", text("Starter/flows/registration.yaml"))],
            fields: text("Starter/flows/fields.yaml"),
            effects: text("Starter/flows/effects.yaml")
        )
    }

    /// The flows of the page for newcomers, as it leaves them.
    static func guide() throws -> [FlowMachine] {
        let page = try text("docs/newcomers-hour.md")
        let written = { (path: String) throws -> (path: String, text: String) in
            let start = try #require(
                page.ranges(of: "<!-- write \(path) -->\n```yaml\n").last?.upperBound
            )
            let end = try #require(page[start...].firstRange(of: "\n```"))
            return (path, String(page[start..<end.lowerBound]))
        }
        return try machines(
            [try written("flows/ask-book.yaml"), try written("flows/club.yaml")],
            fields: text("Starter/flows/fields.yaml"),
            effects: text("Starter/flows/effects.yaml")
        )
    }

    /// A flow that runs another one twice, and that one by itself.
    static func parts() throws -> [FlowMachine] {
        try machines(
            [("flows/order.yaml", order), ("flows/verify-phone.yaml", verifyPhone)],
            fields: """
                fields:
                  email: {type: email}
                  mobile: {type: phone}
                """,
            effects: """
                effects:
                  register_phone:
                    needs: [phone]
                    outcomes:
                      done: {gives: {is_company: {type: bool}}, success: true}
                      taken: {}
                  place_order:
                    needs: [email]
                    may_use: [pets]
                    outcomes:
                      done: {gives: {number: text, total: {type: money, currency: USD}}, success: true}
                      declined: {gives: {reason: text}}
                      waiting: {}
                    once: flow
                signals: [number_lost, shop_closed]
                """
        )
    }

    /// Runs a flow twice, behind a barrier and before a review; begins at certain times only.
    static let order = """
        flow: order
        version: 1
        open: {from: 2026-02-01, until: 2026-06-01, notice: 100d}
        closed: too_early_or_late
        constants: {limit: 100 USD}
        expires: {after: 6d, goto: idle}
        fields:
          - [email, mobile]
          - other: {type: phone, optional: true}
          - wish: {type: text, length: {max: 40}}
          - pets:
              type: list
              count: 2
              of:
                name: {type: name}
                species: {type: choice, of: [cat, dog]}
                born: {type: date}
              rules: {different: 'value.all(a, value.exists_one(b, b.name == a.name))'}
        steps:
          - {step: start, ask: [email, mobile]}
          - step: phone
            run: verify-phone
            with: {phone: mobile}
            events: {verified: pets, company: pets, not_mine: start, too_late: gave_up}
          - step: pets
            back: never
            ask: [pets]
            next:
              - {if: 'pets.exists(p, p.species == "dog") && pets[0].species == "cat"', goto: both}
              - {else: second}
          - {step: both, events: {go_on: second, shop_closed: gave_up}}
          - {step: second, ask: [other], next: [{if: has(other), goto: another}, {else: last}]}
          - step: another
            run: verify-phone
            with: {phone: other}
            events: {verified: last, company: second, not_mine: second, too_late: last}
          - {step: last, ask: [wish]}
          - {step: check, review: all}
          - step: place
            call: place_order
            events:
              done: [{if: total > limit, goto: big}, {else: done}]
              declined: [{if: 'reason == "stock"', goto: told_why}, {else: trouble}]
              waiting: trouble
              unavailable: trouble
              shop_closed: gave_up
            after: {2d: trouble}
          - {step: told_why, events: {again: place, correct: check}}
          - {step: trouble, events: {again: place, stop: gave_up}, after: {1d: gave_up}}
          - {step: idle, back: never, events: {wake: start}}
          - {step: big, end: big}
          - {step: done, end: done}
          - {step: gave_up, end: gave_up}
          - {step: too_early_or_late, end: closed}
        promises:
          place_order.done: {at_most: 1}
        """

    /// Proves a number by a code, and registers it.
    static let verifyPhone = """
        flow: verify-phone
        version: 1
        input: {phone: phone}
        fields:
          - code: {type: code, digits: 6}
          - note: {type: text, optional: true, length: {max: 20}}
        steps:
          - step: enter
            ask: [code, note]
            send: {sms: your_code, code: code, to: phone, limit: {times: 2, apart: 60s, per: [session, phone], within: 24h}}
            attempts: {times: 2, goto: locked}
            events: {resend: enter, other: not_mine, number_lost: not_mine}
            after: {10m: old}
            next:
              - {if: 'has(note) && note == "hurry"', goto: verified}
              - {else: register}
          - {step: old, events: {again: enter, other: not_mine}, after: {2d: too_late}}
          - {step: locked, events: {other: not_mine}, after: {1h: enter}}
          - step: register
            call: register_phone
            events:
              done: [{if: is_company, goto: company}, {else: verified}]
              taken: not_mine
              unavailable: busy
              number_lost: stay
            after: {30m: busy}
          - {step: busy, back: never, events: {again: register, stop: too_late}, after: {1d: register}}
          - {step: verified, end: verified}
          - {step: company, end: company}
          - {step: not_mine, end: not_mine}
          - {step: too_late, end: too_late}
        """
}
