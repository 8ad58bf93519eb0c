import Flows
import Secrets

/// New tokens and codes for one event: what letters carry, and what the machine is told of it.
struct Proofs {
    private var tokens: [Token] = []
    private var codes: [ShortCode] = []
    /// What the machine is told: hashes only.
    private(set) var fresh = Fresh()

    /// None, for what sends nothing.
    init() {}

    /// As many as an event of a session may need.
    init(for machine: FlowMachine, session: SessionID, keys: SessionKeys) {
        let count = machine.tokensPerEvent
        tokens = (0..<count).map { _ in Token() }
        fresh.tokenHashes = tokens.map(\.hash.bytes)
        guard machine.definition.steps.contains(where: { $0.sends.contains { $0.code != nil } })
        else { return }
        codes = (0..<count).map { _ in ShortCode() }
        fresh.codeHashes = codes.map { keys.hash(of: $0, session: session) }
    }

    /// The token that an order's link carries.
    func token(of order: SendOrder) -> Token? {
        order.token.flatMap { tokens.indices.contains($0) ? tokens[$0] : nil }
    }

    /// The code that an order carries.
    func code(of order: SendOrder) -> ShortCode? {
        order.token.flatMap { codes.indices.contains($0) ? codes[$0] : nil }
    }
}

extension SessionKeys {
    /// What is kept of a code that was sent on a session.
    func hash(of code: ShortCode, session: SessionID) -> [UInt8] {
        code.mac(keys: master, owner: "session.\(session)")
    }

    /// What the waiting screen of a visit shows, to be typed where its link is opened on another device.
    func shownCode(of session: SessionID, visit: Int) -> ShortCode {
        ShortCode(of: "elsewhere.\(session).\(visit)", keys: master)
    }

    /// Whether a code is the one that this was kept of, in constant time.
    func matches(_ code: ShortCode, _ hash: [UInt8], session: SessionID) -> Bool {
        code.matches(hash, keys: master, owner: "session.\(session)")
    }
}
