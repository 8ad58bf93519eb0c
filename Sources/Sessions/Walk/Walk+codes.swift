import Answers
import Flows
import Screens
import Secrets

/// Codes that were sent, and are typed.
extension Walk {
    /// Judges a code; a wrong one counts as an attempt, one that has died does not.
    func judge(code raw: String, at path: AnswerPath, in place: AnswerPlace) -> WalkReply {
        let reading = surroundings.reader.read(
            raw,
            as: place.part.type,
            length: place.part.length,
            context: AnswerContext(language: language, today: 0)
        )
        let typed: ShortCode
        switch reading {
        case .value(.text(let digits), _):
            guard let code = ShortCode.parse(digits) else { return refuse(code: "length", path) }
            typed = code
        case .problem(let reason, let arguments):
            return refuse(code: reason, path, arguments)
        case .empty, .value:
            return refuse(FieldProblem(field: path.field, reason: .missing), raw: nil)
        }
        return judge(at: path, in: place) { () throws(SessionFailure) in
            // Every record is compared, so that the time tells nothing about which one it was.
            let matching = state.links.filter { record in
                record.event.text == path.field.text
                    && engine.keys.matches(typed, record.hash, session: session.id)
            }
            if matching.contains(where: { $0.status == .open && $0.step == state.step }) {
                return .right
            }
            switch matching.last?.status {
            case .expired: return .dead(reason: "expired")
            case .superseded, .used, .blocked: return .dead(reason: "superseded")
            case .open, nil: return .wrong
            }
        }
    }

    /// The code that can be typed now, from the message that brought it; in a sandbox only.
    public var ownCode: String? {
        guard surroundings.isSandbox, session.isHeld else { return nil }
        let open = state.links.filter { $0.status == .open && $0.step == state.step }
        guard !open.isEmpty else { return nil }
        for letter in engine.readableLetters(of: session) {
            for case .text(let text) in letter.paragraphs {
                let numbers = text.split { !$0.isASCII || !$0.isNumber }.map(String.init)
                let code = numbers.first { number in
                    guard let code = ShortCode.parse(number) else { return false }
                    return open.contains {
                        engine.keys.matches(code, $0.hash, session: session.id)
                    }
                }
                if let code { return code }
            }
        }
        return nil
    }

    private func refuse(
        code reason: String,
        _ path: AnswerPath,
        _ arguments: [String: ProblemArgument] = [:]
    ) -> WalkReply {
        refuse(
            FieldProblem(field: path.field, reason: .type(reason: reason, arguments: arguments)),
            raw: nil
        )
    }
}
