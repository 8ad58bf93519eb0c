import Documents
import Localization

/// Finds what a unit of a file was sent as.
struct UnitIndex {
    /// A unit that came back, beside what was sent.
    struct Returned {
        let message: Int
        let cut: UnitCut
        let sent: ExchangeUnit
        let returned: XLIFFDocument.Unit
    }

    private var places: [String: (message: Int, cut: UnitCut, unit: Int)] = [:]
    private var names: [String: String] = [:]
    private var cuts: [Int: [UnitCut: MessageUnits]] = [:]
    /// The units that came back already, and how their messages are cut.
    private var seen: Set<String> = []
    private var chosen: [Int: UnitCut] = [:]
    /// How often a name that is probably meant is looked for, which takes long.
    private var guesses = 20

    init(_ bundle: ExchangeBundle) {
        for (index, message) in bundle.messages.enumerated() {
            for cut in [UnitCut.whole, .split] {
                // A message that can't be read was not sent.
                guard let units = try? MessageUnits(message, cut: cut, for: bundle.target),
                    units.cut == cut
                else { continue }
                cuts[index, default: [:]][cut] = units
                for (place, unit) in units.units.enumerated() where places[unit.id] == nil {
                    places[unit.id] = (index, cut, place)
                }
                if cut == .whole, let unit = units.units.first {
                    names[message.key.rawValue] = unit.id
                }
            }
        }
    }

    /// The units of a message.
    func units(of message: Int, _ cut: UnitCut) -> MessageUnits? { cuts[message]?[cut] }

    /// What a unit was sent as; each is found once.
    mutating func find(_ unit: XLIFFDocument.Unit) -> Result<Returned, UnitRefusal> {
        let named = unit.name.flatMap { places[$0] == nil ? names[$0] : $0 }
        let id = places[unit.id] == nil ? named ?? unit.id : unit.id
        guard let place = places[id], let units = cuts[place.message]?[place.cut] else {
            return .failure(unknown(unit))
        }
        guard chosen[place.message, default: place.cut] == place.cut else {
            return .failure(
                UnitRefusal("L179", "`\(id)` stands in the file as a whole and in branches, too")
            )
        }
        guard seen.insert(id).inserted else {
            return .failure(
                UnitRefusal("L179", "`\(id)` stands in the file twice", help: "keep one of them")
            )
        }
        chosen[place.message] = place.cut
        return .success(
            Returned(
                message: place.message,
                cut: place.cut,
                sent: units.units[place.unit],
                returned: unit
            )
        )
    }

    private mutating func unknown(_ unit: XLIFFDocument.Unit) -> UnitRefusal {
        let name = unit.id.isEmpty ? unit.name ?? "" : unit.id
        guesses -= 1
        let meant = guesses < 0 ? nil : Spelling.nearest(to: name, among: places.keys.sorted())
        return UnitRefusal(
            "L171",
            "there is no unit `\(name)`",
            help: meant.map { "did you mean `\($0)`?" }
                ?? "the message, or its branch, is no longer there; export again"
        )
    }
}
