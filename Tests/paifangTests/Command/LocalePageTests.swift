import Foundation
import Testing

@Suite("The page for translators")
struct LocalePageTests {
    private let isRecording = ProcessInfo.processInfo.environment["PAIFANG_RECORD"] == "1"

    @Test func `what the page shows is what the commands say`() async throws {
        let home = try CommandHome()
        _ = try home.copyProject()
        let page = try ExecutedPage("docs/locale.md")
        #expect(try await page.perform(in: home, "project", isRecording: isRecording) == 10)
    }
}
