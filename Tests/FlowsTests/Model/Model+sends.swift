@testable import Flows

/// What the model sends, and how it counts.
extension Model {
    /// Sends what a step sends when it is entered, or notes why it does not.
    ///
    /// A letter goes out now, even if the step was entered at an earlier moment; if its link died before
    /// that, it does not go out at all. What goes out together need not be apart, but each is counted.
    mutating func send(_ place: ModelStep, _ moment: Int64) {
        unsent = nil
        // A code proves one visit.
        for code in place.sends.compactMap(\.code) { values[code] = nil }
        let before = refusal(of: place, clock)
        for send in place.sends where goesOut(send, moment) {
            if send.limit != nil {
                let isUsedUp = count(place, clock).left == 0
                if let refusal = before ?? (isUsedUp ? refusal(of: place, clock) : nil) {
                    unsent = refusal
                    continue
                }
            }
            if send.proof != nil, let death = deadlines.map(\.at).min(), death <= clock { continue }
            if send.limit != nil {
                log.append(ModelSent(step: place.name, at: clock, scopes: scopes(of: place)))
            }
            // A code stands among the links, under the name of its field.
            if let proof = send.proof { links.append(ModelLink(event: proof)) }
            reply.letters.append(
                ModelReply.Letter(
                    name: send.letter,
                    at: clock,
                    expiresAt: send.proof == nil ? nil : deadlines.map(\.at).min(),
                    hasLink: send.proof != nil
                )
            )
        }
    }

    /// Why a button that leads straight to a step is refused.
    func heldBack(at target: String, _ now: Int64) -> Refusal? {
        let place = flow.step(target)
        guard place.sends.contains(where: { $0.limit != nil && goesOut($0, now) })
        else { return nil }
        return refusal(of: place, now)
    }

    private func goesOut(_ send: ModelSend, _ now: Int64) -> Bool {
        (send.only.map { holds($0, now) } ?? true) && !(send.unless.map { holds($0, now) } ?? false)
    }

    /// What a send of a step is counted by, now.
    private func scopes(of place: ModelStep) -> [String: String] {
        var scopes: [String: String] = [:]
        for scope in place.sends.compactMap(\.limit).first?.per ?? [] {
            if scope == "session" {
                scopes[scope] = "this"
            } else if case .text(let text)? = values[scope] {
                scopes[scope] = text
            }
        }
        return scopes
    }

    private func refusal(of place: ModelStep, _ now: Int64) -> Refusal? {
        let state = count(place, now)
        guard let readyAt = state.readyAt else { return .usedUp(readyAt: nil) }
        if state.left == 0 { return .usedUp(readyAt: readyAt) }
        return readyAt > now ? .tooSoon(readyAt: readyAt) : nil
    }

    /// How many may still go out at a step, and when the next; `nil` where none may ever.
    func count(_ place: ModelStep, _ now: Int64) -> (left: Int, readyAt: Int64?) {
        guard let limit = place.sends.compactMap(\.limit).first else { return (.max, now) }
        let mine = scopes(of: place)
        var left = limit.times
        var readyAt = now
        for (scope, value) in mine {
            let moments = log.filter { $0.step == place.name && $0.scopes[scope] == value }.map(
                \.at
            )
            .filter { moment in limit.within.map { moment + $0 > now } ?? true }.sorted()
            left = min(left, max(0, limit.times - moments.count))
            guard moments.count >= limit.times else { continue }
            guard let within = limit.within else { return (0, nil) }
            readyAt = max(readyAt, moments[moments.count - limit.times] + within)
        }
        let last = log.last { $0.step == place.name && $0.scopes == mine }
        if let last { readyAt = max(readyAt, last.at + limit.apart) }
        return (left, readyAt)
    }
}

/// What was sent under a limit: where, when, and the values by which it is counted.
struct ModelSent {
    var step: String
    var at: Int64
    /// By `session` or the name of a field.
    var scopes: [String: String]
}
