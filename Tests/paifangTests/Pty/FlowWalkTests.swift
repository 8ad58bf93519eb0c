import Foundation
import Testing
import Uploads

@testable import paifang

extension Pty {
    /// Each flow of this package, as a person walks it on a drawn screen.
    @Suite("Walks of the flows")
    struct FlowWalkTests {
        @Test(arguments: FlowWalk.all)
        func `it is walked to its end, mistakes and all`(walk: FlowWalk) throws {
            let household = try Household()
            try household.makePictures()
            for flow in walk.before { try household.prepare(flow, in: walk.language) }
            let terminal = try household.paifang(
                ["run", walk.flow, "--lang", walk.language] + walk.options,
                rows: 40
            )
            let walker = FlowWalker(
                household: household,
                person: DrawnPerson(terminal: terminal, speech: Speech(walk.language))
            )
            for move in walk.moves { try walker.take(move) }
            try walker.end(with: walk.end)
            terminal.expectNever(FlowWalk.secrets)
        }

        @Test func `each flow has a walk, and each language is walked`() throws {
            let folder = CommandHome.repository + "/flows"
            let flows = try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
                .filter { $0 != "fields" && $0 != "effects" }
            #expect(FlowWalk.all.map(\.flow).sorted() == flows.sorted())
            #expect(Set(FlowWalk.all.map(\.language)) == Set(Languages.all))
        }
    }
}

extension Household {
    /// Walks a flow with a file of answers.
    fileprivate func prepare(_ walk: FlowWalk.Preparation, in language: String) throws {
        let file = path(of: "answers.yaml")
        try walk.answers.write(toFile: file, atomically: true, encoding: .utf8)
        let terminal = try paifang(
            ["run", walk.flow, "--no-input", "--answers", file, "--lang", language]
        )
        guard try terminal.ending() == .exited(0) else {
            throw terminal.failure("\(walk.flow) did not end")
        }
    }

    /// Makes the pictures that may be sent in.
    fileprivate func makePictures() throws {
        let picture = Data(SampleFile.bytes(of: "png") ?? [])
        for name in ["photo.png", "cover.png"] {
            try picture.write(to: URL(filePath: path(of: name)))
        }
        try picture.dropLast(20).write(to: URL(filePath: path(of: "broken.png")))
    }
}
