import CICUBridge

/// The codes of ISO 3166-1 alpha-2.
enum CountryCodes {
    /// What ICU lists beside them: exceptionally reserved and user-assigned codes, and CLDR's groups.
    private static let others: Set<String> = [
        "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ",
    ]

    /// The codes, in alphabetical order.
    static let all: [String] = {
        let codes = BridgedText.string(room: 1024) { pf_region_codes($0, $1) } ?? ""
        return codes.split(separator: " ").map(String.init).filter { !others.contains($0) }
    }()
}
