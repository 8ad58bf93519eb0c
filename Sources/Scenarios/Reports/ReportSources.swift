public import Documents
import Flows
import Localization

/// The scenario files of a run as reports may show them, and the command that played them.
public struct ReportSources: Sendable {
    /// The files by their paths; stars stand for what is secret.
    public let files: [String: SourceText]
    /// The command, such as `paifang test -C shop`, each word of it quoted for a shell.
    let command: String

    /// Hides the secrets of files.
    ///
    /// - Parameters:
    ///   - files: The scenario files by their paths.
    ///   - scenarios: All scenarios that stand in them.
    ///   - command: The command that plays them, each word of it quoted for a shell.
    public init(
        _ files: [String: SourceText] = [:],
        of scenarios: [Scenario] = [],
        command: String = "paifang test"
    ) {
        let secrets = Set(scenarios.flatMap { $0.entries.flatMap(\.secretPlaces) })
        let places = Dictionary(grouping: secrets, by: \.file)
        self.files = files.mapValues { source in
            let found = (places[source.path] ?? []).sorted { $0.start > $1.start }
            var bytes = source.bytes
            for place in found where place.end.byte <= bytes.count {
                let range = place.start.byte..<place.end.byte
                bytes.replaceSubrange(range, with: Self.stars(for: bytes[range]))
            }
            return SourceText(path: source.path, bytes: bytes)
        }
        self.command = command
    }

    /// The command that plays a scenario again in the language in which it failed.
    public func replay(_ scenario: Scenario, _ failure: ScenarioFailure) -> String {
        "\(command) --filter \(ShellWord.quoted(scenario.fullName))"
            + " --lang \(failure.language.rawValue)"
    }

    /// A quoted text, so that it can be read and played, of as many lines and scalars: what stands behind keeps its
    /// place.
    private static func stars(for secret: ArraySlice<UInt8>) -> [UInt8] {
        var stars = String(decoding: secret, as: UTF8.self).unicodeScalars.map {
            $0 == "\n" ? UInt8(ascii: "\n") : UInt8(ascii: "*")
        }
        guard stars.count > 1 else { return [UInt8(ascii: "x")] }
        stars[0] = UInt8(ascii: "\"")
        stars[stars.count - 1] = UInt8(ascii: "\"")
        return stars
    }
}

extension ScenarioEntry {
    fileprivate var secretPlaces: [SourceRange] {
        guard case .submit(let answers, _)? = action else { return [] }
        return answers.filter(\.isSecret).map(\.range)
    }
}
