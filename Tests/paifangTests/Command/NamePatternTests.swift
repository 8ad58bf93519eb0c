import Testing

@testable import paifang

@Suite("NamePattern")
struct NamePatternTests {
    @Test(arguments: [
        ("abc", "abc", true), ("abc", "abcd", false), ("a*", "abc", true), ("*c", "abc", true),
        ("a?c", "abc", true), ("a?c", "ac", false), ("*b*", "abc", true), ("*", "", true),
        ("?", "", false), ("a*b*c", "axxbyyc", true), ("a*b*c", "axxbyy", false), ("", "a", false),
        ("a**", "a", true), ("*ab", "aab", true),
    ])
    func `a star stands for any text, a question mark for one character`(
        _ pattern: String,
        _ name: String,
        _ fits: Bool
    ) {
        #expect(NamePattern(pattern).fits(name) == fits)
    }
}
