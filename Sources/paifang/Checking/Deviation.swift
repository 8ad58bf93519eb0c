import Documents
import Flows

/// Something that a flow asks for and good practice advises against; it is a policy, and said aloud.
///
/// Everything is found in what the flow does: how long a secret may be, which texts its rules refuse, how
/// long a link lives. No name of a field decides.
struct Deviation {
    /// The advice, by its number.
    let advice: String
    /// What the flow does, with the name of the field or the letter.
    let what: String
    /// Why that is advised against.
    let reason: String
    let range: SourceRange

    /// All deviations of a flow, in the order of its fields, then of its steps.
    static func all(in flow: FlowDefinition, _ names: AuditNames) -> [Deviation] {
        flow.fields.flatMap { ofField($0, slots: flow.fields.count) }
            + flow.steps.indices.flatMap { ofStep($0, flow, names) }
    }

    // MARK: - Fields

    private static func ofField(_ field: FieldDefinition, slots: Int) -> [Deviation] {
        switch field.type {
        case .secret(.new, _): return ofPassword(field, slots: slots)
        case .list(let inner, _):
            let secrets = inner.filter { $0.type.keyword == "secret" }
            let asksQuestion = inner.contains { $0.type.keyword == "choice" }
            guard asksQuestion else {
                return secrets.flatMap { ofField($0, slots: slots) }
            }
            return secrets.map { secret in
                Deviation(
                    advice: "OWASP ASVS 5.0, 6.4.2",
                    what: "\(field.name) asks for secret answers to questions that are chosen",
                    reason: "answers to such questions can be found out or guessed by others, and "
                        + "can't be changed; they should be no way to prove who one is",
                    range: secret.range
                )
            }
        case .text, .name, .email, .phone, .date, .country, .postcode, .document, .choice, .bool,
            .integer, .money, .file, .captcha, .consent, .code, .secret:
            return []
        }
    }

    private static func ofPassword(_ field: FieldDefinition, slots: Int) -> [Deviation] {
        var found: [Deviation] = []
        if field.length.minimum < 8 {
            found.append(
                Deviation(
                    advice: "OWASP ASVS 5.0, 6.2.1",
                    what: "\(field.name) may have as few as \(field.length.minimum) "
                        + "character\(field.length.minimum == 1 ? "" : "s")",
                    reason: "fewer than 8 are soon found by trying; 15 are advised",
                    range: field.range
                )
            )
        }
        if field.length.maximum < 64 {
            found.append(
                Deviation(
                    advice: "OWASP ASVS 5.0, 6.2.9",
                    what: "\(field.name) may have no more than \(field.length.maximum) characters",
                    reason: "64 should be taken, so that a sentence or a password manager's "
                        + "choice has room",
                    range: field.range
                )
            )
        }
        for rule in field.rules {
            guard let verdict = SecretSamples.verdict(on: rule, of: field, slots: slots) else {
                continue
            }
            found.append(
                Deviation(
                    advice: "OWASP ASVS 5.0, 6.2.5",
                    what: "the rule \(rule.name) of \(field.name) \(verdict)",
                    reason: "any characters should be taken: the fewer there are to choose from, "
                        + "the sooner a password is found by trying",
                    range: rule.range
                )
            )
        }
        return found
    }

    // MARK: - Letters

    private static func ofStep(
        _ index: Int,
        _ flow: FlowDefinition,
        _ names: AuditNames
    ) -> [Deviation] {
        let step = flow.steps[index]
        let life = step.timers.map(\.after).min()
        var found: [Deviation] = []
        for send in step.sends where send.carriesProof {
            let isLink = send.link != nil
            let most: Int64 = isLink ? 86_400_000 : 600_000
            if life.map({ $0 > most }) ?? true {
                let thing = isLink ? "link" : "code"
                let span = life.map { "\(names.duration($0))" } ?? "as long as the step is not left"
                found.append(
                    Deviation(
                        advice: isLink ? "NIST SP 800-63A, 4.4.1.6" : "OWASP ASVS 5.0, 6.5.5",
                        what: "the \(thing) of \(send.name) lives \(span)",
                        reason: "who gets hold of an old letter can use it; a \(thing) should be "
                            + "dead after \(isLink ? "24 hours" : "10 minutes")",
                        range: send.range
                    )
                )
            }
            guard send.code != nil else { continue }
            let times = step.attempts?.times
            if times.map({ $0 > 5 }) ?? true {
                found.append(
                    Deviation(
                        advice: "OWASP ASVS 5.0, 6.6.3",
                        what: "the code of \(send.name) may be tried "
                            + (times.map { "\($0) times" } ?? "any number of times"),
                        reason: "a code is short, so that few tries should be borne: 5 are enough "
                            + "for slips of the finger",
                        range: send.range
                    )
                )
            }
        }
        return found
    }
}
