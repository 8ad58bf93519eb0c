import Testing

@testable import paifang

struct PathCompletionTests {
    private static let folders = [
        "/home/jana/": ["photo page.png", "photo back.png", "scans/", ".hidden.png"],
        "/home/jana/scans/": ["passport.jpg"],
        "./": ["it's.png"],
    ]
    private let completion = PathCompletion(home: "/home/jana") { Self.folders[$0] ?? [] }

    @Test(arguments: [
        "~/ph": "~/photo\\ ", "~/photo\\ p": "~/photo\\ page.png", "~/s": "~/scans/",
        "/home/jana/scans/": "/home/jana/scans/passport.jpg",
        "'/home/jana/photo b": "'/home/jana/photo back.png", "~/.h": "~/.hidden.png",
        "it": "it\\'s.png", "/first.png ~/sc": "/first.png ~/scans/",
    ])
    func `what is certain is added as it would be typed`(_ line: (begun: String, whole: String)) {
        #expect(completion.completed(line.begun) == line.whole)
    }

    @Test(arguments: [
        "", "~/photo\\ ", "~/x", "~/", "/nowhere/a", "~/scans/passport.jpg", "~/scans/ ",
    ])
    func `nothing is added where nothing is certain`(line: String) {
        #expect(completion.completed(line) == nil)
    }
}
