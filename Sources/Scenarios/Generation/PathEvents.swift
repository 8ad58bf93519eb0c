import Flows

/// Everything that is worth trying at one place of a walk, the usual first.
struct PathEvents {
    let walk: VirtualWalk
    let candidates: SampleCandidates
    let conditions: ConditionsAhead
    let canned: [EffectName: SampleOutcome]

    /// The events, each with how long it waits; and whether the form here, if any, could be filled in.
    func all() -> (events: [(after: Int64, event: PathEvent)], isFilled: Bool) {
        guard walk.state.outcome == nil else { return ([], true) }
        let submits = submits
        let effects = EffectSamples(
            walk: walk,
            candidates: candidates,
            conditions: conditions,
            canned: canned
        ).events
        let atOnce = submits + effects + links + buttonsAndSignals + wrongAnswers
        var events = atOnce.map { (after: Int64(0), event: $0) }
        let left = walk.machine.nextMoveMoment(of: walk.state).map { $0 - walk.now } ?? .max
        events += moments.filter { $0 < left }.map { ($0, .wait) }
        if left > 0, left < .max { events.append((left, .wait)) }
        // The host may take its time: what it says at the last moment finds a session nearly expired.
        if walk.machine.definition.expiry != nil, left > Self.moment, left < .max {
            events += atOnce.filter { !$0.isOfPerson }.map { (left - Self.moment, $0) }
        }
        // Where that can't be told, trying it says why.
        if (try? walk.machine.canGoBack(walk.state, now: walk.now)) != false {
            events.append((0, .back))
        }
        events += changes.map { (0, $0) }
        let isFilled = walk.step.next == nil || !walk.step.canRest || !submits.isEmpty
        // Without its code, which may go out later, no form is left.
        return (events, isFilled || walk.state.unsent != nil)
    }

    private static let moment: Int64 = 1_000

    /// How long it is to the moments that conditions ahead name.
    private var moments: [Int64] {
        conditions.moments[walk.state.step].filter { $0 > walk.now }.map { $0 - walk.now }
    }

    private var submits: [PathEvent] {
        switch walk.step.kind {
        case .form:
            var samples = FormSamples(walk, candidates: candidates, conditions: conditions)
            return samples.forms().map(PathEvent.submit)
        case .review: return [.submit([])]
        case .call, .waiting, .branch, .end: return []
        }
    }

    private var links: [PathEvent] {
        let definition = walk.machine.definition
        var letters: [LetterName] = []
        for link in walk.state.links.reversed() where link.status == .open {
            let sends = definition.steps[link.step].sends.filter { $0.link == link.event }
            for send in sends where !letters.contains(send.name) { letters.append(send.name) }
        }
        return letters.reversed().map(PathEvent.openLink)
    }

    private var buttonsAndSignals: [PathEvent] {
        walk.step.events.compactMap { event in
            switch event.source {
            case .button: .press(event.name)
            case .signal: .signal(event.name)
            case .link, .outcome: nil
            }
        }
    }

    /// One wrong answer more, where the step counts them: a code or secret, where one is asked.
    private var wrongAnswers: [PathEvent] {
        guard walk.step.attempts != nil else { return [] }
        let fields = walk.step.asked.map { walk.machine.definition.fields[$0] }
        let judged = fields.first { field in
            switch field.type {
            case .code, .secret(.check, _): true
            case .text, .name, .email, .phone, .date, .country, .postcode, .document, .choice,
                .bool, .integer, .money, .list, .file, .captcha, .consent, .secret:
                false
            }
        }
        return [judged ?? fields.first].compactMap(\.self).map { .fail($0.name) }
    }

    private var changes: [PathEvent] {
        guard case .review = walk.step.kind else { return [] }
        return walk.machine.reviewed(in: walk.state)
            .filter { !walk.state.fixed.contains($0) }
            .map { .change(walk.machine.definition.fields[$0].name) }
    }
}
