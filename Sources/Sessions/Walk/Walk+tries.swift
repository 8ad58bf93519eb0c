import Flows
import Logging
import Screens
import Secrets

/// What may be guessed: counted first, judged then.
extension Walk {
    /// What a try was.
    enum Verdict {
        case right, wrong
        /// It would have been right once, so it does not count.
        case dead(reason: String)
    }

    /// Compares a secret with what an account has; only right or wrong comes of it.
    func judge(
        _ secret: String,
        against check: SecretCheck,
        at path: AnswerPath,
        in place: AnswerPlace
    ) -> WalkReply {
        guard state.fields[check.whose] != nil else {
            let name = definition.fields[check.whose].name
            return refuse(FieldProblem(field: name, reason: .missing), raw: nil)
        }
        return judge(at: path, in: place, of: check) { () throws(SessionFailure) in
            try engine.isRight(secret, for: check, in: session) ? .right : .wrong
        }
    }

    /// Judges a try that there is room for; a wrong one counts, any other is taken back.
    func judge(
        at path: AnswerPath,
        in place: AnswerPlace,
        of check: SecretCheck? = nil,
        verdict: () throws(SessionFailure) -> Verdict
    ) -> WalkReply {
        let visit = state.visit
        let isOut: Bool
        do throws(SessionFailure) {
            // Whoever holds the walk no more has nothing to try.
            guard session.isHeld else { return refuseHere() }
            switch try engine.count(tryAt: session, of: check, now: now) {
            case .tooSoon(let readyAt):
                input.refusal = .tooSoon(readyAt: readyAt)
                return .refused
            case .usedUp:
                isOut = true
            case .counted(let attempt):
                switch try verdict() {
                case .right:
                    try engine.takeBack(attempt)
                    return keep(.passed, at: path, in: place)
                case .dead(let reason):
                    try engine.takeBack(attempt)
                    return refuse(
                        FieldProblem(
                            field: path.field,
                            reason: .type(reason: reason, arguments: [:])
                        ),
                        raw: nil
                    )
                case .wrong:
                    isOut = try engine.isTriedOut(session, now: now)
                }
            }
        } catch {
            engine.log.error("\(session.id): \(error)")
            return .failed(Walk.key(of: error))
        }
        let reply = take(
            isOut
                ? .triesUsedUp(visit: visit, field: path.field)
                : .answerFailed(visit: visit, field: path.field)
        )
        guard state.visit == visit, reply == .problem || reply == .accepted else { return reply }
        return refuse(
            FieldProblem(field: path.field, reason: .type(reason: "wrong", arguments: [:])),
            raw: nil
        )
    }
}
