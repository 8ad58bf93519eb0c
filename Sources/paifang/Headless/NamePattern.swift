/// A name with `*` for any text and `?` for any character.
struct NamePattern {
    private let pattern: [Character]

    init(_ text: String) { pattern = Array(text) }

    /// Whether a name fits as a whole.
    func fits(_ name: String) -> Bool {
        let name = Array(name)
        var place = 0
        var next = 0
        // Where the last `*` stands, and how much of the name it takes so far.
        var star: (place: Int, next: Int)?
        while next < name.count {
            if place < pattern.count, pattern[place] == "*" {
                star = (place, next)
                place += 1
            } else if place < pattern.count, pattern[place] == "?" || pattern[place] == name[next] {
                place += 1
                next += 1
            } else if let last = star {
                star = (last.place, last.next + 1)
                place = last.place + 1
                next = last.next + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}
