import Answers
public import Flows
public import Localization
import Screens
import Secrets

/// Walks that go on on another device.
extension Walk {
    /// Whether the walk goes on on another device: nothing of it is shown here any more.
    public var isContinuedElsewhere: Bool { !session.isHeld }

    /// The code that is typed where the link of this waiting screen is opened on another device: six digits.
    ///
    /// `nil` at any other screen.
    public var codeForElsewhere: String? { engine.shownCode(of: session)?.reveal() }

    /// Opens a link on another device than the one that holds its walk.
    ///
    /// - Parameters:
    ///   - text: The link: a whole address, or a bare token, as it was pasted.
    ///   - code: What was typed of the code that the waiting screen shows; `nil` for nothing.
    ///   - engine: The sessions.
    ///   - surroundings: What the walk needs besides.
    /// - Returns: The walk as the new device sees it, which holds it from now on; or why not. What can't be a code
    ///   is none, and is not counted.
    public static func openElsewhere(
        _ text: String,
        code: String?,
        engine: SessionEngine,
        surroundings: Surroundings
    ) -> ElsewhereReply {
        guard let token = LinkText.token(in: text) else { return .refused(.forged) }
        do throws(SessionFailure) {
            let typed = code.flatMap(surroundings.code)
            switch try engine.openElsewhere(token.hash.bytes, code: typed) {
            case .success(let session):
                return .opened(Walk(session, engine: engine, surroundings: surroundings))
            case .failure(let reason): return .refused(reason.refusal)
            }
        } catch .store(.conflict) {
            return .refused(.stale)
        } catch {
            return .failed(Walk.key(of: error))
        }
    }

    /// Refuses what can't be done at this step, or not from this device any more.
    func refuseHere() -> WalkReply {
        input.refusal = session.isHeld ? .notHere : .continuedElsewhere
        return .refused
    }
}

/// What became of a link that was opened on another device.
public enum ElsewhereReply {
    /// It has gone on: the walk, as the new device sees it.
    case opened(Walk)
    /// It was not possible, for this reason.
    case refused(Refusal)
    /// The service could not do its work; these words say what to do.
    case failed(MessageKey)
}

extension Walk.Surroundings {
    /// The code that was typed, with spaces, hyphens or full-width digits too; `nil` where it can't be one.
    fileprivate func code(_ typed: String) -> ShortCode? {
        let reading = reader.read(
            typed,
            as: .code(digits: ShortCode.digitCount),
            length: LengthBounds(minimum: 0, maximum: ShortCode.digitCount),
            context: AnswerContext(language: catalogs.source, today: 0)
        )
        guard case .value(.text(let digits), _) = reading else { return nil }
        return ShortCode.parse(digits)
    }
}
