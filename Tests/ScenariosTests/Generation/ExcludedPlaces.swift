import Flows

/// Steps and ways of the project's flows that values keep from being reached, which the graph does not know.
enum ExcludedPlaces {
    private static let asking = [
        "new_agreement", "keep_agreement", "new_terms", "keep_terms", "declined", "trouble_keeping",
    ].map { "sign_in.\($0)" }

    /// Whether a place, a step's name or a way's description, is one of them.
    static func has(_ place: String, in flow: FlowName) -> Bool {
        let words = place.split { " :".contains($0) }.map(String.init)
        switch flow {
        // Who signs in to leave is asked for no agreement.
        case "account-deletion", "withdraw": return words.contains(where: asking.contains)
        // That a card which was there is gone only behind a barrier; and that no card is added from a day on.
        case "cards" where place == "none: back → cards" || words.contains("linking_closed"):
            return true
        // Where nobody leaves, everybody is asked.
        default: return place == "sign_in.newer: next if 1 → sign_in.signed_in"
        }
    }
}
