import Flows
import Localization
import Screens

/// Flows that are as small as what they are to show.
enum SmallFlows {
    /// Sends a letter before anything is asked; one a day for an address.
    static let inviting = texts(
        """
        flow: inviting
        version: 1
        locale: en
        input:
          guest: {type: email}
        steps:
          - step: invite
            send: {mail: confirm_email, to: guest, link: confirmed, limit: {times: 1, per: [guest], within: 24h}}
            events:
              confirmed: over
            after:
              24h: over
          - step: over
            end: done
        """
    )

    /// Sends a letter when nobody has answered for an hour; one a day for an address.
    static let reminding = texts(
        """
        flow: reminding
        version: 1
        locale: en
        input:
          guest: {type: email}
        fields:
          - nickname: {type: text}
        steps:
          - step: first
            ask: [nickname]
            after:
              1h: remind
            next: over
          - step: remind
            send: {mail: confirm_email, to: guest, link: confirmed, limit: {times: 1, per: [guest], within: 24h}}
            events:
              confirmed: over
            after:
              24h: over
          - step: over
            end: done
        """
    )

    /// Its rule can't be evaluated for 0, nor its secret's for six letters, nor its branch for 5 after an hour.
    static let dividing = texts(
        """
        flow: dividing
        version: 1
        locale: en
        fields:
          - number: {type: integer, min: 0, max: 10, rules: {fair: '10 / value >= 1'}}
          - word: {type: secret, use: new, rules: {long: '10 / (size(value) - 6) < 10'}}
        steps:
          - step: first
            ask: [number]
          - step: second
            ask: [word]
            after:
              1h: parting
          - step: parting
            next:
              - if: '10 / (number - 5) > 3'
                goto: over
              - else: over
          - step: over
            end: done
        """
    )

    /// Two rules each, of which one may read the answer behind it, and an offer of what may be empty.
    static let ranking = texts(
        """
        flow: ranking
        version: 1
        locale: en
        fields:
          - low: {type: integer, rules: {near: 'value < high', far: 'value + 5 < high'}}
          - high: {type: integer, rules: {much: value > 5, more: value > 7}}
          - alias: {type: text, optional: true}
          - remark: {type: text, offer: alias}
        steps:
          - step: first
            ask: [low, high, alias, remark]
          - step: over
            end: done
        """
    )

    fileprivate static func texts(_ flow: String) -> FlowTexts {
        FlowTexts(flow: flow, fields: "fields: {}", effects: "effects: {}")
    }
}

extension SmallFlows {
    /// Two steps with a link each.
    static let twice = texts(
        """
        flow: twice
        version: 1
        locale: en
        input:
          guest: {type: email}
        steps:
          - step: first
            send: {mail: confirm_email, to: guest, link: opened, limit: {times: 9, within: 24h}}
            events:
              opened: over
              other: second
            after:
              24h: over
          - step: second
            send: {mail: confirm_email, to: guest, link: proven, limit: {times: 9, within: 24h}}
            events:
              proven: over
            after:
              24h: over
          - step: over
            end: done
        """
    )
}
