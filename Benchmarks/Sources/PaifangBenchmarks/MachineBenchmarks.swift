import Documents
import Flows
import Foundation
import YAML

/// The wallet sign-up, walked by one person for whom all goes well: 13 events.
enum MachineBenchmarks {
    static func run() {
        do {
            let machine = try machine()
            let walk = try walk(machine)
            var visits = 0
            let all = Figure.measure(times: 2_000) {
                var state = walk.start
                for step in walk.steps {
                    // It went well when the walk was recorded.
                    guard
                        let advance = try? machine.advance(
                            state,
                            step.event,
                            now: step.now,
                            fresh: step.fresh
                        )
                    else { return }
                    state = advance.state
                }
                visits &+= state.visit
            }
            precondition(visits > 0, "the optimizer must not drop what is measured")
            Figure(name: "machine.walletStep", nanoseconds: all / Double(walk.steps.count)).report()
            for step in walk.steps {
                let one = Figure.measure(times: 2_000) {
                    let advance = try? machine.advance(
                        step.before,
                        step.event,
                        now: step.now,
                        fresh: step.fresh
                    )
                    visits &+= advance?.state.visit ?? 0
                }
                Figure(name: "machine.wallet.\(step.name)", nanoseconds: one).report()
            }
            let counting = Figure.measure(times: 2_000) {
                visits &+= machine.sendCounts(for: nil, in: walk.start).count
            }
            Figure(name: "machine.sendCounts", nanoseconds: counting).report()
        } catch {
            print("machine: \(error)")
        }
    }

    /// One event with everything that belongs to it.
    private struct Step {
        let name: String
        let before: FlowState
        let event: FlowEvent
        let now: Int64
        let fresh: Fresh
    }

    private struct Missing: Error {
        let what: String
    }

    private static func machine() throws -> FlowMachine {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../flows")
        let file = { (name: String) throws -> ProjectFile in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let source = SourceText(path: name, text: text)
            guard let root = YAMLReader.read(source).root else { throw Missing(what: name) }
            return ProjectFile(source: source, root: root)
        }
        let project = FlowProject.read(
            flows: [try file("wallet-signup.yaml")],
            fields: try file("fields.yaml"),
            effects: try file("effects.yaml"),
            hash: { _ in "" }
        ).project
        guard let flow = project.flows.first else { throw Missing(what: "wallet-signup") }
        return FlowMachine(flow, formats: AnyFormat())
    }

    /// Records a walk: each event depends on what came before.
    private static func walk(_ machine: FlowMachine) throws -> (start: FlowState, steps: [Step]) {
        let start: Int64 = 1_700_000_000_000
        let token = (0..<32).map { UInt8($0) }
        let started = try machine.begin(
            input: [:],
            locale: "en",
            zone: "UTC",
            now: start,
            fresh: Fresh(tokenHashes: [token])
        ).state
        var state = started
        var steps: [Step] = []
        for (index, event) in events.enumerated() {
            let now = start + Int64(index) * 60_000
            let hash = token.map { $0 &+ UInt8(index) }
            let fresh = Fresh(
                tokenHashes: [hash],
                history: [2: SendHistory(inWindow: [], last: nil)]
            )
            let taken = event.make(state)
            steps.append(
                Step(name: event.name, before: state, event: taken, now: now, fresh: fresh)
            )
            let advance = try machine.advance(state, taken, now: now, fresh: fresh)
            guard advance.refusal == nil, advance.problems.isEmpty else {
                throw Missing(what: "\(event.name): \(advance.problems)")
            }
            state = advance.state
        }
        guard state.outcome != nil else { throw Missing(what: "an end") }
        return (started, steps)
    }

    private static let secret = FieldValue.sealed(SecretReference("0123456789abcdef"))

    private static func consent(_ document: String) -> FieldValue {
        .consent(Consent(document: document, version: 1, at: 0, locale: "en"))
    }

    private static func submit(
        _ name: String,
        _ answers: [FieldName: FieldValue]
    ) -> (name: String, make: (FlowState) -> FlowEvent) {
        (name, { .submitted(visit: $0.visit, answers: answers) })
    }

    private static var events: [(name: String, make: (FlowState) -> FlowEvent)] {
        [
            submit(
                "start",
                [
                    "email": .text("jana@example.cz"), "captcha": .passed,
                    "agreement": consent("user-agreement"),
                ]
            ),
            (
                "answered",
                {
                    .effectEnded(
                        key: $0.pendingCall ?? "",
                        outcome: "answered",
                        gives: ["is_known": .bool(false)]
                    )
                }
            ),
            ("resend", { .pressed(visit: $0.visit, event: "resend") }),
            ("link", { .linkOpened(hash: $0.links.last?.hash ?? []) }),
            submit(
                "personal",
                [
                    "gender": .text("female"), "given_name": .text("Jana"),
                    "family_name": .text("Nováková"), "birth_date": .date(milliseconds: 0),
                    "citizenship": .text("CZ"),
                ]
            ),
            submit(
                "document",
                ["document_type": .text("passport"), "document_number": .text("12345678")]
            ),
            submit(
                "address",
                [
                    "region": .text("Praha"), "city": .text("Praha"), "street": .text("Ulice 1"),
                    "postcode": .text("120 00"),
                ]
            ),
            submit(
                "phones",
                ["mobile": .text("+420601123456"), "landline": .text("+420601123456")]
            ),
            (
                "password",
                { .answered(visit: $0.visit, answers: ["payment_password": secret]) }
            ),
            submit(
                "questions",
                [
                    "security_answers": .list([
                        [.text("first_pet"), secret], [.text("first_job"), secret],
                        [.text("birth_city"), secret],
                    ])
                ]
            ),
            submit(
                "wallet",
                ["terms": consent("service-terms"), "refund_to_wallet": .bool(true)]
            ),
            submit("review", [:]),
            (
                "done",
                {
                    .effectEnded(
                        key: $0.pendingCall ?? "",
                        outcome: "done",
                        gives: ["account_id": .text("7")]
                    )
                }
            ),
        ]
    }

    private struct AnyFormat: FieldFormats {
        func problem(withPostcode code: String, of country: String) -> FieldProblem.Reason? { nil }

        func problem(
            withDocument number: String,
            kind: String,
            of country: String
        ) -> FieldProblem.Reason? { nil }
    }
}
