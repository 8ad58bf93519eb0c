import Flows

/// The security questions of an account, for whoever must answer them.
extension AccountHost {
    /// The questions that somebody has chosen, each in a value that the call gives, in their order.
    ///
    /// An address that nobody has gets questions as well, always the same ones: nobody learns from them who has an
    /// account. Their order is that of the options for everybody, since people choose in an order of their own.
    func questions(_ call: EffectCall) throws(SessionFailure) -> EffectResult {
        guard case .text(let address)? = call.values["email"] else {
            return EffectResult(OutcomeDefinition.unavailable)
        }
        let given = call.endings.first { $0.outcome == "answered" }?.gives ?? []
        var options: [String] = []
        if case .choice(let known)? = given.first?.type { options = known.map(\.value) }
        let account = try account(of: call)
        let fields = try account.map { account throws(SessionFailure) in
            try Self.fields(of: account, in: store, keys: keys)
        }
        var chosen = Self.invented(for: keys.questionSeed(ofAddress: address), among: options)
        if case .list(let items)? = fields?["security_answers"] {
            let own = items.compactMap { item -> String? in
                if case .text(let question)?? = item.first { question } else { nil }
            }
            if own.count >= given.count { chosen = own }
        }
        let places = Dictionary(
            options.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        let sorted = chosen.prefix(given.count).sorted {
            (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1)
        }
        return EffectResult(
            "answered",
            gives: Dictionary(
                zip(given.map(\.name), sorted.map { FieldValue.text($0) }),
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    /// Options in an order that follows from a seed.
    private static func invented(for seed: [UInt8], among options: [String]) -> [String] {
        var rest = options
        var picked: [String] = []
        for byte in seed where !rest.isEmpty {
            picked.append(rest.remove(at: Int(byte) % rest.count))
        }
        return picked
    }
}
