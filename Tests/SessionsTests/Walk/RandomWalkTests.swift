import Flows
import Localization
import Screens
import TestTexts
import Testing

@testable import Sessions

@Suite("Random walks")
struct RandomWalkTests {
    /// The same numbers for the same seed.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            // SplitMix64, by Sebastiano Vigna.
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test(arguments: 1...12)
    func `whatever a person does, the walk is saved, told and taken again alike`(
        seed: UInt64
    ) throws {
        var numbers = Numbers(state: seed)
        let bench = try WalkBench()
        var walk = try bench.begin()
        var tokens: [String] = []
        for _ in 0..<80 where walk.session.status == .open {
            act(on: walk, bench, tokens, &numbers)
            if let token = bench.newestToken, tokens.last != token { tokens.append(token) }
            let screen = walk.screen
            #expect(!"\(screen.title) \(screen.notices)".contains("⟦"))
            #expect(walk.state.links.count { $0.status == .open } <= 1)
            if Int.random(in: 0..<10, using: &numbers) == 0 {
                let before = walk.state
                walk = try bench.again().resume(walk.sessionID)
                #expect(walk.state == before || walk.state.sequence > before.sequence)
            }
        }
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
        let made = bench.host.calls.filter { $0.effect == "create_account" }
        #expect(made.count <= 1)
        if !made.isEmpty { #expect(walk.state.links.contains { $0.status == .used }) }
    }

    private func act(
        on walk: Walk,
        _ bench: WalkBench,
        _ tokens: [String],
        _ numbers: inout Numbers
    ) {
        let screen = walk.screen
        switch Int.random(in: 0..<20, using: &numbers) {
        case 0..<5: walk.fill()
        case 5..<9: _ = walk.submit()
        case 9: _ = walk.goBack()
        case 10, 11:
            guard let button = screen.buttons.randomElement(using: &numbers) else { return }
            _ = walk.press(button.event)
        case 12, 13: if let token = tokens.last { _ = walk.openLink(token) }
        case 14: if let token = tokens.randomElement(using: &numbers) { _ = walk.openLink(token) }
        case 15:
            guard let language = walk.languages.randomElement(using: &numbers) else { return }
            walk.choose(language: language)
        case 16:
            let times: [Int64] = [.second, .minute, .hour, 25 * .hour, -.hour]
            bench.clock.move(by: times.randomElement(using: &numbers) ?? 0)
            _ = walk.refresh()
        case 17:
            guard let field = screen.fields.randomElement(using: &numbers) else { return }
            _ = walk.change(field.path)
        case 18:
            guard let field = screen.fields.randomElement(using: &numbers),
                let text = HostileTexts.all.randomElement(using: &numbers)
            else { return }
            walk.reply(text, to: field.path.name)
        default:
            guard let field = screen.fields.randomElement(using: &numbers) else { return }
            walk.reply(Walk.samples[field.path.name] ?? "", to: field.path.name)
        }
    }
}
