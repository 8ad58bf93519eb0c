import Flows
import Sessions
import Testing

extension StoreConformance {
    private static let reference = SecretReference("secret-1")

    private static func secret(_ reference: SecretReference = reference) -> SecretRow {
        SecretRow(reference: reference, session: Samples.id, sealed: [5, 5, 5])
    }

    static let belongings: [StoreBehaviour] = [
        StoreBehaviour("a link leads to the session that sent it") { store in
            var first = Samples.beginning()
            first.links = [[1, 2], [1, 3]]
            try store.save(first)
            var other = Samples.beginning(SessionID("other"))
            other.links = [[1, 4]]
            try store.save(other)
            #expect(try store.session(ofLink: [1, 3]) == Samples.id)
            #expect(try store.session(ofLink: [1, 4]) == SessionID("other"))
            #expect(try store.session(ofLink: [1]) == nil)
        },
        StoreBehaviour("a link that is there already undoes the whole step") { store in
            var first = Samples.beginning()
            first.links = [[1, 2]]
            try store.save(first)
            let before = try store.session(Samples.id)
            var second = Samples.step(2)
            second.links = [[9, 9], [1, 2]]
            second.letters = [Samples.letter("letter")]
            second.sends = [SendRow(scope: [1], at: 5)]
            second.secrets = [secret()]
            #expect(throws: StoreFailure.duplicate) { try store.save(second) }
            #expect(try store.session(Samples.id) == before)
            #expect(try store.journal(of: Samples.id).count == 1)
            #expect(try store.session(ofLink: [9, 9]) == nil)
            #expect(try store.letters(of: Samples.id).isEmpty)
            #expect(try store.sends(inScope: [1], after: 0).isEmpty)
            #expect(try store.secret(reference) == nil)
        },
        StoreBehaviour("sends are counted in their scope, after the moment only") { store in
            var commit = Samples.beginning()
            commit.sends = [(1, 30), (1, 10), (1, 20), (1, 20), (2, 20)].map {
                SendRow(scope: [$0.0], at: $0.1)
            }
            try store.save(commit)
            #expect(try store.sends(inScope: [1], after: 10) == [20, 20, 30])
            #expect(try store.sends(inScope: [1], after: 9) == [10, 20, 20, 30])
            #expect(try store.sends(inScope: [2], after: 0) == [20])
            #expect(try store.sends(inScope: [3], after: 0).isEmpty)
        },
        StoreBehaviour("a secret is kept until it is dropped") { store in
            var first = Samples.beginning()
            first.secrets = [secret()]
            try store.save(first)
            #expect(try store.secret(reference) == secret())
            #expect(try store.secret(SecretReference("another")) == nil)
            var second = Samples.step(2)
            second.secrets = [secret(SecretReference("secret-2"))]
            second.droppedSecrets = [reference]
            try store.save(second)
            #expect(try store.secret(reference) == nil)
            #expect(try store.secret(SecretReference("secret-2")) != nil)
        },
        StoreBehaviour("a secret never takes the place of another") { store in
            var first = Samples.beginning()
            first.secrets = [secret()]
            try store.save(first)
            var second = Samples.step(2)
            second.secrets = [SecretRow(reference: reference, session: Samples.id, sealed: [6])]
            #expect(throws: StoreFailure.duplicate) { try store.save(second) }
            #expect(try store.secret(reference) == secret())
        },
        StoreBehaviour("a refused step drops no secret") { store in
            var first = Samples.beginning()
            first.secrets = [secret()]
            first.links = [[1]]
            try store.save(first)
            var second = Samples.step(2)
            second.droppedSecrets = [reference]
            second.links = [[1]]
            #expect(throws: StoreFailure.duplicate) { try store.save(second) }
            #expect(try store.secret(reference) == secret())
        },
        StoreBehaviour("texts are kept under their hash, the first ones") { store in
            #expect(try store.texts(ofHash: "h") == nil)
            try store.keep(texts: [1, 2, 3], hash: "h")
            try store.keep(texts: [9], hash: "h")
            try store.keep(texts: [], hash: "empty")
            #expect(try store.texts(ofHash: "h") == [1, 2, 3])
            #expect(try store.texts(ofHash: "empty") == [])
        },
        StoreBehaviour("texts of a megabyte come back whole") { store in
            let texts = (0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 ^ $0 >> 8) }
            try store.keep(texts: texts, hash: "big")
            #expect(try store.texts(ofHash: "big") == texts)
        },
    ]
}
