import Flows
import Localization
import Screens
public import Secrets

/// Links and letters of a walk.
extension Walk {
    public func openLink(_ text: String) -> WalkReply {
        guard let token = LinkText.token(in: text) else {
            input.refusal = .forged
            return .refused
        }
        return open(token.hash.bytes)
    }

    public var canOpenOwnLink: Bool {
        surroundings.isSandbox && lastLetter.flatMap(LinkText.token(in:)) != nil
            && state.links.contains { $0.status == .open }
    }

    public func openOwnLink() -> WalkReply {
        guard canOpenOwnLink, let token = lastLetter.flatMap(LinkText.token(in:)) else {
            return .refused
        }
        return open(token.hash.bytes)
    }

    public var lastLetter: Letter? { engine.lastLetter(of: session)?.letter }

    public var letterPlace: String? { engine.lastLetter(of: session)?.place }

    public var mailbox: Inbox? {
        guard let recipient = lastLetter?.recipient,
            let domain = recipient.split(separator: "@").last
        else { return nil }
        return surroundings.inboxes.first { $0.domains.contains(domain.lowercased()) }
    }

    private func open(_ hash: [UInt8]) -> WalkReply {
        if !state.links.contains(where: { $0.hash == hash }) {
            do throws(SessionFailure) {
                if let other = try engine.session(ofLink: hash), other != session.id {
                    input.refusal = .otherSession
                    return .refused
                }
            } catch {
                return .failed("failure.store")
            }
        }
        return take(.linkOpened(hash: hash))
    }
}

/// Finds the token in what a person pasted.
public enum LinkText {
    /// The token of a whole address, a command line, or a bare token, or `nil` where there is none.
    public static func token(in text: String) -> Token? {
        let parts = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")) }
        return parts.reversed().lazy.compactMap { Token.parse(String($0)) }.first
    }

    static func token(in letter: Letter) -> Token? {
        for paragraph in letter.paragraphs {
            switch paragraph {
            case .link(let text), .code(let text):
                if let token = token(in: text) { return token }
            case .text: continue
            }
        }
        return nil
    }
}
