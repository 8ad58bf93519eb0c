public import Documents
import Flows

/// Hides the secrets of a scenario file.
public enum SecretMask {
    /// The bytes of a file with every secret of a scenario replaced by `***`.
    public static func masking(_ source: SourceText, of scenario: Scenario) -> [UInt8] {
        let places = scenario.entries.flatMap(\.secretPlaces)
            .filter { $0.file == source.path }
            .map { $0.start.byte..<$0.end.byte }
            .sorted { $0.lowerBound > $1.lowerBound }
        var bytes = source.bytes
        for place in places where place.upperBound <= bytes.count {
            bytes.replaceSubrange(place, with: Array("\"***\"".utf8))
        }
        return bytes
    }
}

extension ScenarioEntry {
    fileprivate var secretPlaces: [SourceRange] {
        guard case .submit(let answers, _)? = action else { return [] }
        return answers.filter(\.isSecret).map(\.range)
    }
}
