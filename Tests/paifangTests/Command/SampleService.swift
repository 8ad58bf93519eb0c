import Localization
import Sessions

@testable import paifang

/// The services of the command, put together in the test's own process on the same files.
struct SampleService {
    /// This package's flows and words.
    static let project = Project.read(ProjectFolder(path: CommandHome.repository))

    let service: Service

    init(in home: CommandHome, language: LanguageTag? = nil) throws {
        service = try Service.make(
            Self.project,
            Service.Settings(
                files: DataFiles(named: home.database, environment: [:]),
                clock: .real,
                pseudoLanguage: language,
                isVerbose: false,
                hasFixedCaptcha: true
            )
        )
    }
}
