import Testing
import Uploads

struct TypedPathsTests {
    @Test(arguments: [
        "/a/b.png": ["/a/b.png"],
        "  /a/b.png ": ["/a/b.png"],
        #"/a/my\ photo.png"#: ["/a/my photo.png"],
        #"'/a/my photo.png'"#: ["/a/my photo.png"],
        #"'/a/it'\''s.png'"#: ["/a/it's.png"],
        #""/a/my \"photo\".png""#: [#"/a/my "photo".png"#],
        "/a.png /b.png": ["/a.png", "/b.png"],
        "'/a b.png' '/c d.png' ": ["/a b.png", "/c d.png"],
        "~/b.png": ["/home/jana/b.png"],
        "'~/b.png'": ["~/b.png"],
        "~other/b.png": ["~other/b.png"],
        "file:///a/my%20photo.png": ["/a/my photo.png"],
        "file://machine/a%C5%BE.png": ["/až.png"],
        "file:///100%": ["/100%"],
        #"a\"#: [#"a\"#],
        "": [],
        "   ": [],
    ])
    func `A line is read as terminals write it`(_ line: (typed: String, paths: [String])) {
        let paths = TypedPaths.paths(in: line.typed, home: "/home/jana") { _ in false }
        #expect(paths == line.paths)
    }

    @Test
    func `What is a file as it stands is one path`() {
        let paths = TypedPaths.paths(in: " ~/my photo.png ", home: "/home/jana") {
            $0 == "/home/jana/my photo.png"
        }
        #expect(paths == ["/home/jana/my photo.png"])
    }

    @Test(arguments: ["/a b.png", #"it's "so".png"#, #"a\b"#, "a\u{a0}b", "plain"])
    func `What was quoted is read back`(path: String) {
        let line = TypedPaths.quoted(path) + " " + TypedPaths.quoted(path)
        #expect(TypedPaths.paths(in: line, home: nil) { _ in false } == [path, path])
    }
}
