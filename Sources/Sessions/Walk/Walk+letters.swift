import Flows
import Localization
import Screens
public import Secrets

/// Links and letters of a walk.
extension Walk {
    /// Opens a link: a whole address, a command line or a bare token, as it was pasted.
    public func openLink(_ text: String) -> WalkReply {
        guard session.isHeld else { return refuseHere() }
        guard let token = LinkText.token(in: text) else {
            input.refusal = .forged
            return .refused
        }
        return open(token.hash.bytes)
    }

    /// Whether the link of the last letter can be followed by itself; in a sandbox only.
    public var canOpenOwnLink: Bool { session.isHeld && ownLink != nil }

    /// Follows the link of the last letter, in a sandbox.
    public func openOwnLink() -> WalkReply {
        guard session.isHeld, let hash = ownLink else { return refuseHere() }
        return take(.linkOpened(hash: hash))
    }

    /// The hash of the open link in the newest letter that has one.
    private var ownLink: [UInt8]? {
        guard surroundings.isSandbox, state.links.contains(where: { $0.status == .open }) else {
            return nil
        }
        return engine.readableLetters(of: session).lazy
            .compactMap { LinkText.token(in: $0)?.hash.bytes }
            .first { hash in self.state.links.contains { $0.hash == hash && $0.status == .open } }
    }

    /// The last letter that was delivered on this walk, where it can still be read: in a sandbox only.
    public var lastLetter: Letter? {
        session.isHeld ? engine.readableLetters(of: session).first : nil
    }

    /// Where the last letter was put, or `nil` where that says nothing.
    public var letterPlace: String? { lastLetter.flatMap(engine.transport.place(of:)) }

    /// The inbox of the address the letter went to, where the provider is known.
    public var mailbox: Inbox? {
        guard session.isHeld, let send = session.step.sends.first(where: { $0.channel == .mail }),
            case .text(let recipient)? = state.fields[send.recipient],
            let domain = recipient.split(separator: "@").last
        else { return nil }
        return surroundings.inboxes.first { $0.domains.contains(domain.lowercased()) }
    }

    /// What keeps the letter that is waited for from arriving.
    var letterTrouble: LetterTrouble? {
        guard !session.step.sends.isEmpty else { return nil }
        return engine.letterTrouble(of: session)
    }

    private func open(_ hash: [UInt8]) -> WalkReply {
        if !state.links.contains(where: { $0.hash == hash }) {
            do throws(SessionFailure) {
                switch try engine.session(ofLink: hash) {
                case nil: break
                case session.id?:
                    // Another terminal had it sent; or it is so old that the state has let go of it.
                    _ = refresh()
                    guard state.links.contains(where: { $0.hash == hash }) else {
                        input.refusal = .superseded
                        return .refused
                    }
                default:
                    input.refusal = .otherSession
                    return .refused
                }
            } catch {
                return .failed(Walk.key(of: error))
            }
        }
        return take(.linkOpened(hash: hash))
    }
}

/// Finds the token in what a person pasted.
public enum LinkText {
    /// The token of a whole address, a command line, or a bare token, or `nil` where there is none.
    public static func token(in text: String) -> Token? {
        let parts = text.split {
            !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"))
        }
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
