import Documents
import Flows
import Localization
import Screens

/// Holds what must be so against what is.
struct ExpectationCheck {
    /// A mismatch: what must be so, and what is.
    typealias Difference = (expected: String, actual: String)

    /// The visit at which the entry began.
    let visitBefore: Int
    /// How many letters had gone out when the entry began.
    let lettersBefore: Int
    /// The screen behind the entry, once something was asked about it.
    private var screen: Screen?

    init(visitBefore: Int, lettersBefore: Int) {
        self.visitBefore = visitBefore
        self.lettersBefore = lettersBefore
    }

    /// What does not hold of an expectation, as a player stands; `nil` where it holds.
    mutating func mismatch(
        _ expectation: Expectation,
        of player: borrowing Player
    ) throws(PlayFailure) -> ScenarioFailure.Mismatch? {
        let difference: Difference?
        do throws(MachineFailure) {
            difference = try self.difference(expectation.kind, of: player)
        } catch {
            throw .stopped(error)
        }
        return difference.map {
            ScenarioFailure.Mismatch(
                subject: expectation.kind.subject,
                expected: $0.expected,
                actual: $0.actual,
                range: expectation.range
            )
        }
    }

    private mutating func difference(
        _ kind: Expectation.Kind,
        of player: borrowing Player
    ) throws(MachineFailure) -> Difference? {
        switch kind {
        case .at(let step): return compare(step.text, player.step.name.text)
        case .sent(let letters):
            let sent = player.letters.dropFirst(lettersBefore).map(\.name)
            return compare(list(letters), list(sent))
        case .refused(let reason):
            return compare(reason ?? "not refused", refusal(of: player)?.reason ?? "not refused")
        case .readyIn(let milliseconds):
            let ready = try readyAt(player).map {
                DurationText.text(of: $0 - player.now, withMilliseconds: true)
            }
            return compare(DurationText.text(of: milliseconds), ready ?? "never")
        case .left(let button, let count):
            return compare("\(count)", try left(by: button, player).map(String.init) ?? "no limit")
        case .can(let button, let isPossible):
            return compare(
                can(button, isPossible),
                can(button, try isPressable(button, player))
            )
        case .canGoBack(let isPossible):
            let machine = player.flow.machine
            var actual = try machine.canGoBack(player.state, now: player.now)
            if player.isOutside { actual = false }
            return compare(can("back", isPossible), can("back", actual))
        case .errors(let path, let reasons):
            let found = player.problems.filter { $0.field == path.field && $0.item == path.item }
                .map(\.reason.name)
            return compare(list(reasons.sorted()), list(Set(found).sorted()), at: path.written)
        case .noErrors:
            let found = player.problems.map {
                "\(AnswerPath($0.field, item: $0.item).written): \($0.reason.name)"
            }
            return compare("no errors", found.isEmpty ? "no errors" : list(found))
        case .ended(let outcome):
            return compare(outcome?.text ?? "goes on", player.state.outcome?.text ?? "goes on")
        case .field(let name, let text): return field(name, text, of: player)
        case .showsMessage(let key):
            return try isShown(to: player) { $0.allWords.contains { $0.key?.rawValue == key } }
                ? nil : (key, "not on the screen")
        case .showsText(let text, let language):
            if let language, language != player.language { return nil }
            return try isShown(to: player) { ScreenText($0, width: nil).contains(text) }
                ? nil : (text, "not on the screen")
        }
    }

    /// Whether something is on the screen.
    ///
    /// Most of what is expected stands outside of the fields, or at one with which something is wrong; only where it
    /// does not, the whole screen is made, once for all expectations of an entry.
    private mutating func isShown(
        to player: borrowing Player,
        _ isOn: (Screen) -> Bool
    ) throws(MachineFailure) -> Bool {
        if let screen { return isOn(screen) }
        let asked = player.step.asked
        let wrong = asked.filter { slot in
            player.problems.contains { $0.field == player.definition.fields[slot].name }
        }
        if wrong.count < asked.count, isOn(try player.screen(showing: wrong)) { return true }
        let made = try player.screen()
        screen = made
        return isOn(made)
    }

    private func compare(_ expected: String, _ actual: String, at place: String? = nil)
        -> Difference?
    {
        guard expected != actual else { return nil }
        let prefix = place.map { "\($0): " } ?? ""
        return (prefix + expected, prefix + actual)
    }

    private func list(_ names: [String]) -> String {
        names.isEmpty ? "nothing" : names.joined(separator: ", ")
    }

    private func can(_ button: EventName, _ isPossible: Bool) -> String {
        "\(button) \(isPossible ? "can" : "can't") be pressed"
    }

    /// Why the event was refused, or what was not sent on entering the step.
    private func refusal(of player: borrowing Player) -> Refusal? {
        player.input.refusal
            ?? (player.state.visit != visitBefore ? player.state.unsent : nil)
    }

    private func readyAt(_ player: borrowing Player) throws(MachineFailure) -> Int64? {
        switch refusal(of: player) {
        case .tooSoon(let moment): return moment
        case .usedUp(let moment): return moment
        case nil, .stale, .noWayBack, .notHere, .used, .expired, .superseded, .forged,
            .otherSession, .codeNeeded, .wrongCode, .tooManyTries, .continuedElsewhere, .fixed,
            .ended:
            let controls = try player.controls()
            return controls.timing?.nextSendAt
                ?? controls.buttons.lazy.compactMap(\.readyAt).first
        }
    }

    private func left(
        by button: EventName,
        _ player: borrowing Player
    ) throws(MachineFailure) -> Int? {
        let machine = player.flow.machine
        guard let event = player.step.event(button),
            let (step, limit) = try machine.limit(
                behind: event,
                in: player.state,
                now: player.now
            )
        else { return nil }
        let counts = machine.sendCounts(for: nil, in: player.state)
        let history = player.log.history(of: counts, now: player.now)[step]
        return limit.left(after: history ?? SendHistory(), now: player.now)
    }

    private func isPressable(
        _ button: EventName,
        _ player: borrowing Player
    ) throws(MachineFailure) -> Bool {
        try player.controls().buttons.contains {
            $0.event == button && $0.readyAt == nil && !$0.isUsedUp
        }
    }

    // MARK: - Fields

    private func field(
        _ name: FieldName,
        _ text: String?,
        of player: borrowing Player
    ) -> Difference? {
        guard let slot = player.definition.fields.firstIndex(where: { $0.name == name }) else {
            return nil
        }
        let field = player.definition.fields[slot]
        let value = player.state.fields[slot]
        let actual = value.map { FieldText.of($0, field: field) } ?? "not set"
        guard let text else { return compare("not set", actual, at: name.text) }
        if value != nil, text == actual { return nil }
        let range = field.range
        // A text that is no such value is like no value of the field.
        let meant = try? player.stage.value(ScenarioText(text, at: range), of: field)
        if let meant, meant == value { return nil }
        return compare(text, actual, at: name.text)
    }
}

extension FieldProblem.Reason {
    /// The reason as scenarios name it.
    var name: String {
        switch self {
        case .missing: "missing"
        case .rule(let name): name
        case .type(let reason, _): reason
        }
    }
}

extension Expectation.Kind {
    /// The key under which it stands.
    var subject: String {
        switch self {
        case .at: "at"
        case .sent: "sent"
        case .refused: "refused"
        case .readyIn: "ready_in"
        case .left: "left"
        case .can, .canGoBack: "can"
        case .errors, .noErrors: "errors"
        case .ended: "ended"
        case .field: "fields"
        case .showsMessage, .showsText: "shows"
        }
    }
}
