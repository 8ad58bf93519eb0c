import Sessions
import Testing

extension StoreConformance {
    private static func file(_ name: String = "file-1") -> FileRow {
        FileRow(name: name, session: Samples.id, body: [4, 4, 4])
    }

    private static func review(_ byte: UInt8) -> ReviewRow {
        ReviewRow(session: Samples.id, body: [byte])
    }

    static let files: [StoreBehaviour] = [
        StoreBehaviour("a file is kept with the step that brought it, until it is dropped") {
            store in
            var first = Samples.beginning()
            first.files = [file()]
            try store.save(first)
            #expect(try store.file("file-1") == file())
            #expect(try store.file("another") == nil)
            var second = Samples.step(2)
            second.files = [file("file-2")]
            second.droppedFiles = ["file-1"]
            try store.save(second)
            #expect(try store.file("file-1") == nil)
            #expect(try store.file("file-2") == file("file-2"))
        },
        StoreBehaviour("a refused step keeps no file and drops none") { store in
            var first = Samples.beginning()
            first.files = [file()]
            try store.save(first)
            var late = Samples.step(3)
            late.files = [file("file-2")]
            late.droppedFiles = ["file-1"]
            #expect(throws: StoreFailure.conflict) { try store.save(late) }
            #expect(try store.file("file-1") == file())
            #expect(try store.file("file-2") == nil)
        },
        StoreBehaviour("a file never takes the place of another") { store in
            var first = Samples.beginning()
            first.files = [file()]
            try store.save(first)
            var second = Samples.step(2)
            second.files = [FileRow(name: "file-1", session: Samples.id, body: [6])]
            #expect(throws: StoreFailure.duplicate) { try store.save(second) }
            #expect(try store.file("file-1") == file())
        },
        StoreBehaviour("a decision is taken by one call, and by that as often as it asks") {
            store in
            try store.save(Samples.beginning())
            try store.keep(review(1))
            #expect(try store.takeReview(of: Samples.id, forCall: "a") == review(1))
            #expect(try store.takeReview(of: Samples.id, forCall: "b") == nil)
            #expect(try store.takeReview(of: Samples.id, forCall: "a") == review(1))
            try store.keep(review(2))
            #expect(try store.takeReview(of: Samples.id, forCall: "a") == review(1))
            #expect(try store.takeReview(of: Samples.id, forCall: "b") == review(2))
        },
        StoreBehaviour("of decisions that nobody has taken the last counts") { store in
            try store.save(Samples.beginning())
            try store.save(Samples.beginning(SessionID("other")))
            try store.keep(review(1))
            try store.keep(review(2))
            #expect(try store.takeReview(of: SessionID("other"), forCall: "a") == nil)
            #expect(try store.takeReview(of: Samples.id, forCall: "a") == review(2))
            #expect(try store.takeReview(of: Samples.id, forCall: "b") == nil)
        },
        StoreBehaviour("whoever is erased leaves no file and no decision") { store in
            var first = Samples.beginning()
            first.files = [file()]
            try store.save(first)
            try store.keep(review(1))
            try store.erase(Samples.id)
            #expect(try store.file("file-1") == nil)
            #expect(try store.takeReview(of: Samples.id, forCall: "a") == nil)
        },
    ]
}
