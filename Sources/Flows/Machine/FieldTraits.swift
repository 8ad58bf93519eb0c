/// What loops over fields ask first, in a few bytes: unlike a plan it is looked at without counting
/// references.
struct FieldTraits: Sendable {
    let isRequired: Bool
    let isVerdict: Bool
    let isJudged: Bool
    let hasParts: Bool
    /// What has to be judged again after its value has changed: itself, and what reads it.
    let judgedAgain: SlotSet

    init(_ field: FieldPlan, slot: Int) {
        isRequired = field.isRequired
        isVerdict = field.isVerdict
        isJudged = field.isJudged
        hasParts = field.hasParts
        var slots = SlotSet()
        for slot in [slot] + field.dependents { slots.insert(slot) }
        judgedAgain = slots
    }
}
