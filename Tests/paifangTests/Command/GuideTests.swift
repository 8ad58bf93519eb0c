import Foundation
import Testing

/// Does what the pages for authors say.
///
/// With `PAIFANG_RECORD=1` what the commands say is written into the page.
@Suite("Pages for authors")
struct GuideTests {
    private let isRecording = ProcessInfo.processInfo.environment["PAIFANG_RECORD"] == "1"

    @Test func `the guide works as it is written, in its order`() async throws {
        let home = try CommandHome()
        #expect(try await home.run(["init", "letters"], in: .untold).status == 0)
        let page = try ExecutedPage("docs/guide.md")
        #expect(try await page.perform(in: home, "letters", isRecording: isRecording) == 13)
    }

    @Test func `a newcomer's hour goes as it is told, word by word`() async throws {
        let home = try CommandHome()
        let page = try ExecutedPage("docs/newcomers-hour.md")
        #expect(try await page.perform(in: home, ".", isRecording: isRecording) > 20)
    }

    @Test func `what is told of states of translations is so`() async throws {
        let home = try CommandHome()
        let page = try ExecutedPage("docs/locale-state.md")
        #expect(try await page.perform(in: home, ".", isRecording: isRecording) > 12)
    }

    @Test func `what is told of translators' tools is so`() async throws {
        let home = try CommandHome()
        let page = try ExecutedPage("docs/exchange.md")
        #expect(try await page.perform(in: home, ".", isRecording: isRecording) > 12)
    }

    @Test(arguments: Translating.pages)
    func `a translator sees what the guide in their language shows`(page: String) async throws {
        let home = try CommandHome()
        let page = try ExecutedPage(page)
        #expect(try await page.perform(in: home, ".", isRecording: isRecording) == 17)
    }

    @Test(arguments: Translating.pages)
    func `the guide for translators has the same parts in each language`(page: String) throws {
        let parts = try Translating.parts(of: page)
        #expect(parts == (try Translating.parts(of: "docs/translating.md")))
        #expect(parts.count > 30)
    }

    @Test func `a translator's day goes as it is told`() async throws {
        let home = try CommandHome()
        let page = try ExecutedPage("docs/translators-day.md")
        #expect(try await page.perform(in: home, ".", isRecording: isRecording) > 20)
    }

    @Test(arguments: [
        (["a", "b"], ["a", "b"], true), (["a"], ["b"], false), ([], [], true), (["a"], [], false),
        (["a", "b", "c"], ["a", "…", "c"], true), (["a", "c"], ["a", "…", "c"], true),
        (["a", "b"], ["a", "…", "c"], false), (["a 1 b"], ["a … b"], true),
        (["a 1 c"], ["a … b"], false),
        (["a", "b"], ["a"], false), (["a … b"], ["a … b"], true),
    ])
    func `three dots stand for anything`(lines: [String], pattern: [String], fits: Bool) {
        #expect(ExecutedPage.fits(lines[...], pattern[...]) == fits)
    }
}

/// The guide for translators, which is there in each language.
private enum Translating {
    static let pages = ["", ".ru", ".zh", ".id", ".cs"].map { "docs/translating\($0).md" }

    /// What a page is made of, without its words: levels of headings, kinds of blocks, commands.
    static func parts(of page: String) throws -> [String] {
        let bytes = try CommandHome.bytes(CommandHome.repository + "/" + page)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            if line.hasPrefix("#") { return String(line.prefix { $0 == "#" }) }
            if line.hasPrefix("$ ") {
                let language = /\b(ru|zh|id|cs)\b/.wordBoundaryKind(.simple)
                return String(line).replacing(language, with: "LANGUAGE")
            }
            return line.hasPrefix("```") ? String(line) : nil
        }
    }
}
