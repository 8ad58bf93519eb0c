import Localization

/// Where generated openings have led, so that one job walks each of them once in a language.
///
/// The same opening leads to the same place in every scenario, since the clock, the tokens and the ends of calls are the
/// same; what follows begins with a copy. The ways of the opening count as gone for every scenario nevertheless.
struct ReachedOpenings {
    private struct Key: Hashable {
        let opening: Int
        let language: LanguageTag
    }

    private struct Place {
        let player: Player
        /// How often the opening goes each way of the flow.
        let ways: [Int]
    }

    private var places: [Key: Place] = [:]

    /// The person behind an opening, who walks it where nobody has yet.
    mutating func player(
        behind opening: GeneratedOpenings.Opening,
        of flow: FlowStage,
        in language: LanguageTag,
        seenBy observer: Observer,
        walk: () throws(PlayFailure) -> Player
    ) throws(PlayFailure) -> Player {
        let key = Key(opening: opening.number, language: language)
        if let place = places[key] {
            observer.note(ways: place.ways, in: flow)
            return place.player
        }
        let before = observer.ways(in: flow)
        let player = try walk()
        let ways = zip(observer.ways(in: flow), before).map { $0 - $1 }
        places[key] = Place(player: player, ways: ways)
        return player
    }
}
