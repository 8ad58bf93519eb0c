import Documents
import Testing

@Suite("UnifiedDiff")
struct UnifiedDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        UnifiedDiff.of(
            SourceText(path: "flows/a.yaml", text: old),
            SourceText(path: "flows/a.yaml", text: new)
        )
    }

    private let numbers = (1...20).map { "\($0)\n" }

    @Test func `nothing is said where nothing has changed`() {
        #expect(diff("a\nb\n", "a\nb\n").isEmpty)
    }

    @Test func `a change stands among three lines on each side`() {
        var changed = numbers
        changed[9] = "ten\n"
        #expect(
            diff(numbers.joined(), changed.joined()) == """
                --- a/flows/a.yaml
                +++ b/flows/a.yaml
                @@ -7,7 +7,7 @@
                 7
                 8
                 9
                -10
                +ten
                 11
                 12
                 13

                """
        )
    }

    @Test func `changes that are near stand together, others apart`() {
        var changed = numbers
        changed[0] = "one\n"
        changed[1] = "two\n"
        changed[7] = "eight\n"
        changed[19] = "twenty"
        let lines = diff(numbers.joined(), changed.joined()).split(separator: "\n")
        #expect(
            lines.filter { $0.hasPrefix("@@") } == ["@@ -1,11 +1,11 @@", "@@ -17,4 +17,4 @@"]
        )
        #expect(lines[3...6] == ["-1", "-2", "+one", "+two"])
        #expect(lines.suffix(3) == ["-20", "+twenty", "\\ No newline at end of file"])
    }

    @Test func `line ends of other systems stay where they are`() {
        #expect(diff("a\r\nb\r\n", "a\r\nc\r\n").hasSuffix(" a\r\n-b\r\n+c\r\n"))
    }

    @Test func `lines come and go`() {
        var changed = numbers
        changed.remove(at: 17)
        changed.insert("new\n", at: 4)
        let lines = diff(numbers.joined(), changed.joined()).split(separator: "\n")
        #expect(
            lines.filter { $0.hasPrefix("@@") } == ["@@ -2,6 +2,7 @@", "@@ -15,6 +16,5 @@"]
        )
        #expect(lines[6] == "+new" && lines.contains("-18"))
        #expect(diff("", "a\n") == "--- a/flows/a.yaml\n+++ b/flows/a.yaml\n@@ -0,0 +1,1 @@\n+a\n")
    }
}
