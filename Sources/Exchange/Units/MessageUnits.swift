import Localization

/// How messages are cut into units.
public enum UnitCut: Sendable, Hashable {
    /// One unit a message.
    case whole
    /// One unit a branch.
    case split
}

/// The units of one message, and the way back.
struct MessageUnits {
    let message: ExchangeMessage
    let cut: UnitCut
    let units: [ExchangeUnit]
    /// The message that the units are put into.
    let form: MessageForm

    /// Cuts a message into units.
    ///
    /// - Throws: ``MessageProblem`` where the message itself can't be read.
    init(
        _ message: ExchangeMessage,
        cut: UnitCut,
        for language: LanguageTag
    ) throws(MessageProblem) {
        let source = try MessageForm(message.source)
        let target = try message.target.map { text throws(MessageProblem) in try MessageForm(text) }
        self.message = message
        let id = NameToken.of(message.key.rawValue)
        switch cut {
        case .split where !(source.blocks.isEmpty && target?.blocks.isEmpty != false):
            let isRebuilt = message.status == .stale && target?.choosesAs(source) == false
            let kept = isRebuilt ? nil : target
            form =
                kept?.completed(from: source, for: language) ?? source.adapted(to: language)
            var splitting = Splitting(
                id: id,
                status: kept == nil ? .missing : message.status,
                language: language,
                source: source
            )
            splitting.add(form, source, path: [], branch: nil, isAdded: kept == nil)
            units = splitting.units
            self.cut = .split
        case .split, .whole:
            form = target ?? source
            self.cut = .whole
            let (first, own) = UnitPart.numbered(UnitPart.whole(source), UnitPart.whole(form))
            units = [
                ExchangeUnit(
                    id: id,
                    path: [],
                    source: first,
                    target: target == nil ? nil : own,
                    own: own,
                    status: message.status,
                    notes: [],
                    isFlat: source.blocks.isEmpty && form.blocks.isEmpty,
                    branch: nil
                )
            ]
        }
    }

    /// The message with other words; units that are not named stay.
    ///
    /// - Parameter texts: What the units say now, by their ids.
    /// - Returns: The message's pattern.
    func joined(_ texts: [String: [UnitPart]]) -> String {
        guard cut == .split else {
            return units.first.flatMap { texts[$0.id] }.map { UnitPart.raw($0) } ?? form.pattern
        }
        let byPath = Dictionary(units.map { ($0.path, $0) }) { first, _ in first }
        return Joining(units: byPath, texts: texts).text(of: form, path: [])
    }
}
