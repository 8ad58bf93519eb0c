import Flows
import Logging

extension SessionEngine {
    /// Does what time has made due in any session, also where nobody looks: timers, the end of walks that nobody
    /// touches, the letter about a flow that closes.
    ///
    /// A session does the same by itself when it is loaded. A program that serves people asks for it from time to
    /// time, so that what is sent goes out to those who don't come back, too.
    public func wakeSessions() {
        do {
            let due = try store { () throws(StoreFailure) in
                try store.sessions(dueAt: clock())
            }
            for id in due { wake(id) }
        } catch {
            // It is asked again the next time.
            log.warning("no sessions woken: \(error)")
        }
    }

    private func wake(_ id: SessionID) {
        do throws(SessionFailure) {
            let session = try load(id)
            log.debug("\(id): woken at \(session.step.name)")
        } catch {
            // It is said to whoever goes on with it; the others are woken all the same.
            log.warning("\(id): not woken: \(error)")
        }
    }
}
