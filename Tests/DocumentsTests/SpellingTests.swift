import Documents
import Testing

@Suite("Spelling")
struct SpellingTests {
    @Test(arguments: [
        ("captha", "captcha"), ("emial", "email"), ("лнг", "лог"), ("landlines", "landline"),
    ])
    func `a word with one slip finds its neighbour`(word: String, meant: String) {
        let candidates = ["captcha", "email", "landline", "лог"]
        #expect(Spelling.nearest(to: word, among: candidates) == meant)
    }

    @Test(arguments: ["", "x", "surname", "capt", "email"])
    func `a word far from all, or one of them, finds nothing`(word: String) {
        #expect(Spelling.nearest(to: word, among: ["captcha", "email", "y"]) == nil)
    }

    @Test func `the first of equally near words wins`() {
        #expect(Spelling.nearest(to: "step_c", among: ["step_b", "step_a"]) == "step_b")
    }

    @Test(arguments: [
        ("captha", ["captcha", "email"], true), ("captha", ["captcha", "captcha"], true),
        ("step_c", ["step_b", "step_a"], false), ("step_aa", ["step_a", "step_b"], false),
        ("step_aa", ["step_b", "step_a"], false), ("registerd", ["register", "registered"], false),
        ("wallet.start.titel", ["wallet.start.intro", "wallet.start.title"], true),
        ("emial", ["mail", "email"], false), ("xx", ["x", "xyz"], false),
        ("trouble_creatin", ["trouble", "trouble_creating"], true),
    ])
    func `a guess is certain where no other word comes near`(
        word: String,
        candidates: [String],
        isCertain: Bool
    ) throws {
        let guess = try #require(Spelling.guess(word, among: candidates))
        #expect(guess.isCertain == isCertain)
    }

    @Test func `a word of a whole file is not compared at all`() {
        let word = String(repeating: "a", count: 500_000)
        #expect(Spelling.nearest(to: word, among: [word + "b"]) == nil)
    }
}
