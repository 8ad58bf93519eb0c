import Answers
import Flows
import Localization
public import Screens
import Secrets

/// Secrets of a walk: checked in the clear, kept sealed.
extension Walk {
    /// Whether a secret can be taken, before it is typed once more; nothing is kept.
    public func check(secret raw: String, at path: AnswerPath) -> WalkReply {
        guard let place = place(of: path), case .secret = place.part.type else {
            return refuseHere()
        }
        switch prepared(raw, at: path, in: place) {
        case .failure(let stop): return stop.reply
        case .success:
            // What was wrong before stands on the screen no more, so it keeps the form from nothing.
            input.problems[path] = nil
            untaken.remove(path)
            return .accepted
        }
    }

    /// Seals a secret and keeps it if it holds; `repeated` is what was typed the second time.
    public func answer(secret raw: String, repeated: String?, at path: AnswerPath) -> WalkReply {
        guard let place = place(of: path), case .secret(_, let isRepeated) = place.part.type else {
            return refuseHere()
        }
        let secret: String
        switch prepared(raw, at: path, in: place) {
        case .failure(let stop): return stop.reply
        case .success(let text): secret = text
        }
        if let check = place.part.check {
            return judge(secret, against: check, at: path, in: place)
        }
        if isRepeated, let repeated, !isSame(raw, repeated) {
            return refuse(
                FieldProblem(
                    field: path.field,
                    item: path.item,
                    reason: .type(reason: "mismatch", arguments: [:])
                ),
                raw: nil
            )
        }
        let reference = SecretReference(SessionEngine.hex(SystemRandom().bytes(16)))
        do throws(SessionFailure) {
            let rivals = definition.fields[place.slot].unlike
            if try engine.isSame(secret, asIn: rivals, of: session) {
                return refuse(
                    FieldProblem(
                        field: path.field,
                        reason: .type(reason: "unlike", arguments: [:])
                    ),
                    raw: nil
                )
            }
            if place.part.isRelayed {
                let row = engine.relay(secret, as: reference, of: session)
                return keep(.sealed(reference), at: path, in: place, secrets: [row])
            }
            let sealed = try engine.keys.seal(secret, reference: reference.text)
            let row = SecretRow(reference: reference, session: session.id, sealed: sealed)
            return keep(.sealed(reference), at: path, in: place, secrets: [row])
        } catch {
            return .failed("failure.vault")
        }
    }

    /// Why a secret is not taken: the reply that says so.
    private struct Stop: Error {
        let reply: WalkReply
    }

    /// A secret in its one form, if it keeps the rules of its field.
    private func prepared(
        _ raw: String,
        at path: AnswerPath,
        in place: AnswerPlace
    ) -> Result<String, Stop> {
        let refuse = { (reason: FieldProblem.Reason) in
            Result<String, Stop>.failure(
                Stop(
                    reply: self.refuse(
                        FieldProblem(field: path.field, item: path.item, reason: reason),
                        raw: nil
                    )
                )
            )
        }
        // An answer to a question is words; a password is taken as it is.
        let secret: String
        switch SecretText.prepare(raw, isAnswer: place.isAnswer, length: place.part.length) {
        case .problem(let reason, let arguments):
            return refuse(.type(reason: reason, arguments: arguments))
        case .secret(let text): secret = text
        }
        do throws(MachineFailure) {
            let broken = try session.machine.rules.problems(
                withSecret: secret,
                of: place.part,
                state: state,
                now: now
            )
            if let first = broken.first { return refuse(first.reason) }
        } catch {
            return .failure(Stop(reply: stopped(because: error)))
        }
        return .success(secret)
    }

    /// Whether a secret was typed twice alike, byte by byte.
    private func isSame(_ first: String, _ second: String) -> Bool {
        engine.keys.vault.equals(SecretBytes(utf8: first), SecretBytes(utf8: second))
    }
}
