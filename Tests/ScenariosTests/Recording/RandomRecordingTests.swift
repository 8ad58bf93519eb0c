import Flows
import Testing

@testable import Scenarios

/// People who do anything at all are recorded, and their scenarios are played.
@Suite("Recordings of random walks")
struct RandomRecordingTests {
    /// A flow with what the sample project has not: codes, attempts, a host that is slow and speaks by itself.
    static let hostFlow = """
        flow: example
        version: 1
        expires: {after: 7d, goto: gone}
        fields:
          - mobile: {type: phone, privacy: personal}
          - code: {type: code, digits: 6}
          - wish: {type: choice, of: [tea, cake]}
        steps:
          - step: number
            ask: [mobile]
          - step: enter
            next: wishes
            ask: [code]
            send: {sms: your_code, code: code, to: mobile, limit: {times: 2, apart: 60s, per: [session, mobile], within: 24h}}
            attempts: {times: 2, goto: locked}
            events: {resend: enter, other: number}
            after: {10m: locked}
          - {step: locked, events: {again: number}, after: {1h: number}}
          - {step: wishes, ask: [wish]}
          - {step: look, review: all}
          - step: bake
            call: bake
            events:
              done: [{if: is_hot, goto: done}, {else: cold}]
              burnt: cold
              unavailable: cold
              shop_closed: gone
            after: {2h: cold}
          - {step: cold, events: {again: bake, shop_closed: gone}, after: {30m: bake}}
          - {step: done, end: done}
          - {step: gone, end: gone}
        """

    static let hostEffects = """
        effects:
          bake:
            needs: [mobile]
            outcomes: {done: {gives: {is_hot: bool}, success: true}, burnt: {}}
        signals: [shop_closed]
        """

    private static func hostProject() throws -> SampleProject {
        // What can be wrong with a field is known from its messages.
        let words = SampleProject.english.replacing(
            "error:\n  missing:",
            with: "error:\n  code:\n    wrong: Not this.\n    characters: Digits.\n  missing:"
        )
        return try SampleProject(flow: hostFlow, effects: hostEffects, english: words)
    }

    @Test(arguments: 0..<25)
    func `whatever is done, the recording passes and has nothing of what was typed`(
        seed: UInt64
    ) throws {
        try walk(try SampleProject(), seed: seed)
    }

    @Test(arguments: 0..<25)
    func `codes, mistakes and a slow host are recorded, too`(seed: UInt64) throws {
        try walk(try Self.hostProject(), seed: seed)
    }

    @Test
    func `nearly all that is done is said`() throws {
        var ends = 0
        var leftOut = 0
        var entries = 0
        var texts = ""
        for seed in UInt64(0)..<60 {
            let walker = try RandomWalker(try Self.hostProject(), seed: seed)
            let recorder = try walker.walked(30)
            ends += recorder.end == nil ? 0 : 1
            leftOut += recorder.leftOut
            entries += recorder.entries.count
            texts += recorder.text
        }
        #expect(ends == 0)
        #expect(leftOut * 20 < entries, "\(leftOut) of \(entries)")
        #expect(entries > 200)
        for part in [
            "code: shown", "errors: {code: wrong}", "outcome: none", "after: ",
            "signal: shop_closed",
            "at: locked", "switch_locale: ru", "change: wish",
        ] {
            #expect(texts.contains(part), "\(part)")
        }
    }

    private func walk(_ project: SampleProject, seed: UInt64) throws {
        let walker = try RandomWalker(project, seed: seed)
        let recorder = try walker.walked(25)
        let text = recorder.text
        let result = try project.play(text)
        let failures = result.scenarios.flatMap(\.failures).flatMap(\.mismatches)
        #expect(result.passedCount == 1 && failures.isEmpty, "\(text)\n\(failures)")
        for canary in RandomWalker.canaries {
            #expect(!text.lowercased().contains(canary), "\(text)")
        }
    }
}
