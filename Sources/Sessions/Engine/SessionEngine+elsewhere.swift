import Flows
import Secrets

/// Links that are opened on another device than the one that holds the walk.
extension SessionEngine {
    /// What a waiting screen shows, to be typed where its link is opened on another device.
    ///
    /// By the step and not by its links: a known address must not be told from an unknown one.
    func shownCode(of session: LiveSession) -> ShortCode? {
        guard session.isHeld, session.status == .open, session.state.outcome == nil,
            session.step.sends.contains(where: { $0.link != nil })
        else { return nil }
        return keys.shownCode(of: session.id, visit: session.state.visit)
    }

    /// Opens a link on another device, which holds the walk if it went on.
    ///
    /// It gives the session as the new device looks at it, or why the link was not opened. A wrong code is counted
    /// on the disk before this returns.
    func openElsewhere(
        _ hash: [UInt8],
        code: ShortCode?
    ) throws(SessionFailure) -> Result<LiveSession, ElsewhereRefusal> {
        guard let id = try session(ofLink: hash) else { return .failure(ElsewhereRefusal(.forged)) }
        var triesLeft = 3
        while true {
            var session = try load(id)
            // It is so old that the state has let go of it.
            guard session.state.links.contains(where: { $0.hash == hash }) else {
                return .failure(ElsewhereRefusal(.superseded))
            }
            let event = FlowEvent.linkOpenedElsewhere(hash: hash, code: verdict(code, in: session))
            do throws(SessionFailure) {
                if let refusal = try take(event, in: &session).refusal {
                    return .failure(ElsewhereRefusal(refusal))
                }
                session.device = session.state.holder
                return .success(session)
            } catch .store(.conflict) where triesLeft > 0 {
                // What was found out about the code is told to nobody; it is looked at anew.
                triesLeft -= 1
            } catch {
                throw error
            }
        }
    }

    /// A link that is open belongs to the present visit, so it is the code of that which counts.
    private func verdict(_ code: ShortCode?, in session: LiveSession) -> CodeVerdict {
        guard let code else { return .missing }
        let shown = keys.shownCode(of: session.id, visit: session.state.visit)
        return shown.isSame(as: code) ? .right : .wrong
    }
}

/// Why a link was not opened on another device.
struct ElsewhereRefusal: Error {
    let refusal: Refusal

    init(_ refusal: Refusal) { self.refusal = refusal }
}
