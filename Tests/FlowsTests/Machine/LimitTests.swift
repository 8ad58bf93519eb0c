import Testing

@testable import Flows

@Suite("Limits")
struct LimitTests {
    static let limit = LimitDefinition(
        times: 3,
        apart: .minute,
        scopes: [.session],
        within: .hour
    )

    @Test func `without a history anything may go out`() {
        #expect(Self.limit.refusal(after: nil, now: 0) == nil)
        #expect(Self.limit.left(after: SendHistory(), now: 0) == 3)
        #expect(Self.limit.nextMoment(after: SendHistory(), now: 7) == 7)
    }

    @Test(
        arguments: [
            (59_999, Refusal.tooSoon(readyAt: 60_000)), (60_000, nil),
        ] as [(Int64, Refusal?)]
    )
    func `two stand apart, to the millisecond`(now: Int64, refusal: Refusal?) {
        let history = SendHistory(inWindow: [0], last: 0)
        #expect(Self.limit.refusal(after: history, now: now) == refusal)
    }

    @Test(arguments: [(Int64.hour - 1, 0), (.hour, 1), (.hour + 1, 1), (.hour + 10_000, 2)])
    func `each leaves the window after its time`(now: Int64, left: Int) {
        let history = SendHistory(inWindow: [0, 10_000, 20_000], last: nil)
        #expect(Self.limit.left(after: history, now: now) == left)
    }

    @Test func `the next moment is when enough have left the window`() {
        let history = SendHistory(inWindow: [0, 10, 20, 30, 40], last: nil)
        #expect(Self.limit.refusal(after: history, now: 50) == .usedUp(readyAt: .hour + 20))
    }

    @Test func `the next moment is far enough from the last one too`() {
        let history = SendHistory(
            inWindow: [0, 10, .hour - 1],
            last: .hour - 1
        )
        #expect(
            Self.limit.nextMoment(after: history, now: .hour - 1) == .hour - 1 + .minute
        )
    }

    @Test func `what all people have used up is used up for each, until one leaves the window`() {
        var limit = Self.limit
        limit.inAll = 2
        #expect(limit.isFullUntil(after: [5]) == nil)
        #expect(limit.isFullUntil(after: [5, 10]) == .hour + 5)
        #expect(limit.isFullUntil(after: [5, 10, 15]) == .hour + 10)
        let full = SendHistory(isFullUntil: .hour + 5)
        #expect(limit.refusal(after: full, now: .hour + 4) == .usedUp(readyAt: .hour + 5))
        #expect(limit.left(after: full, now: .hour + 4) == 0)
        #expect(limit.refusal(after: full, now: .hour + 5) == nil)
        #expect(limit.left(after: full, now: .hour + 5) == 3)
    }

    @Test func `who must wait for the others still waits apart from the last of their own`() {
        var limit = Self.limit
        limit.inAll = 2
        let history = SendHistory(inWindow: [.hour], last: .hour, isFullUntil: .hour + 5)
        #expect(limit.refusal(after: history, now: .hour) == .usedUp(readyAt: .hour + .minute))
    }

    @Test func `without a window what is used up stays so`() {
        let limit = LimitDefinition(times: 1)
        let history = SendHistory(inWindow: [0], last: 0)
        #expect(limit.refusal(after: history, now: 1_000 * .day) == .usedUp(readyAt: nil))
        #expect(limit.nextMoment(after: history, now: 5) == nil)
    }

    @Test func `a clock that was set back refuses, and says when`() {
        let history = SendHistory(inWindow: [.hour], last: .hour)
        #expect(
            Self.limit.refusal(after: history, now: 0) == .tooSoon(readyAt: .hour + .minute)
        )
    }
}
