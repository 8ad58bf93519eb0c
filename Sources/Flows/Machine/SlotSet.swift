/// A few slots, remembered without any room of their own.
///
/// It forgets slots from 64 on, so it serves only to save work that may be done again.
struct SlotSet {
    private var bits: UInt64 = 0

    func contains(_ slot: Int) -> Bool { bits & (1 << slot) != 0 }

    mutating func insert(_ slot: Int) { bits |= 1 << slot }

    mutating func remove(_ other: SlotSet) { bits &= ~other.bits }
}
