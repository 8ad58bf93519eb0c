public import Flows
import Logging

/// A walk that waits for a reviewer.
public struct ReviewCase: Sendable {
    /// The walk.
    public let session: LiveSession
    /// Since when, in milliseconds since 1970.
    public let since: Int64

    /// What it is about.
    public var flow: FlowDefinition { session.machine.definition }
    /// The step at which it waits.
    public var step: StepName { session.step.name }

    /// Whether its flow asks for what was decided about pictures.
    public var canBeRefused: Bool { asks("read_review") }
    /// Whether its flow asks for an answer.
    public var canBeAnswered: Bool { asks("read_reply") }

    /// The reasons for which it may be refused, in the order of the file.
    public var reasons: [String] {
        guard case .choice(let options)? = flow.field("decline_reason")?.type else { return [] }
        return options.map(\.value)
    }

    /// How long a reviewer's own words may be, by the name of the field that takes them.
    public func mostLetters(in field: FieldName) -> Int {
        flow.field(field)?.length.maximum ?? 0
    }

    private func asks(_ effect: EffectName) -> Bool { flow.effect(effect) != nil }
}

extension SessionEngine {
    /// What wakes a walk when something was decided about it.
    public static let reviewDecided: EventName = "review_decided"

    /// The walks that wait for a reviewer, the longest waiting first.
    ///
    /// One that can't be read is left out, and noted.
    public func reviewCases() throws(SessionFailure) -> [ReviewCase] {
        var cases: [ReviewCase] = []
        for summary in try sessions() where summary.status == .open {
            do throws(SessionFailure) {
                if let found = try reviewCase(of: summary.id) { cases.append(found) }
            } catch {
                log.warning("\(summary.id): not listed: \(error)")
            }
        }
        return cases.sorted { $0.since < $1.since }
    }

    /// A walk that waits for a reviewer; `nil` where it does not wait for one.
    public func reviewCase(of id: SessionID) throws(SessionFailure) -> ReviewCase? {
        let session = try read(id)
        guard session.status == .open, session.state.outcome == nil,
            session.step.events.contains(where: { $0.name == Self.reviewDecided })
        else { return nil }
        return ReviewCase(session: session, since: session.record.updatedAt)
    }

    /// Keeps what was decided about a case and wakes its walk, which asks for it.
    ///
    /// - Returns: Why the walk did not take it: it waits no more.
    public func decide(
        _ decision: ReviewDecision,
        on found: ReviewCase
    ) throws(SessionFailure) -> Refusal? {
        let bytes = try StateCoder.bytes(decision)
        let body = found.session.cipher.seal(bytes, table: "reviews", column: "body", version: 1)
        let row = ReviewRow(session: found.session.id, body: body)
        try store { () throws(StoreFailure) in try store.keep(row) }
        return try signal(Self.reviewDecided, to: found.session.id)
    }
}
