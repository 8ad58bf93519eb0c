import Flows

@testable import Sessions

extension WalkBench {
    /// A walk as the device looks at it on which it began, such as a browser with its cookie.
    func first(_ id: SessionID) throws -> Walk {
        Walk(try engine.load(id, as: 0), engine: engine, surroundings: surroundings)
    }

    /// A walk that waits for its letter, as the device looks at it on which it began.
    func waiting() throws -> Walk { try first(walk(to: "check_mail").sessionID) }

    /// Another code.
    func wrong(_ code: String) -> String { code == "000000" ? "000001" : "000000" }

    /// Opens a link on a new device: the newest without one.
    func elsewhere(_ code: String?, link: String? = nil) -> ElsewhereReply {
        Walk.openElsewhere(
            link ?? newestToken ?? "",
            code: code,
            engine: engine,
            surroundings: surroundings
        )
    }
}

extension ElsewhereReply {
    var walk: Walk? { if case .opened(let walk) = self { walk } else { nil } }
    var refusal: Refusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }
}
