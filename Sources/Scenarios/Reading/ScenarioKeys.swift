import Flows

/// The keys of scenario files.
extension KeyTable {
    static let scenarioFile = KeyTable(
        owner: "a scenario file",
        known: ["flow", "given", "start", "scenarios"],
        required: ["flow", "scenarios"]
    )
    static let scenario = KeyTable(
        owner: "a scenario",
        known: ["given", "start", "steps"],
        required: ["steps"]
    )
    static let given = KeyTable(
        owner: "`given`",
        known: ["clock", "locale", "zone", "input", "effects", "at"]
    )
    static let entry = KeyTable(owner: "an entry", known: ["after", "when", "then"])
    static let action = KeyTable(
        owner: "`when`",
        known: [
            "submit", "press", "change", "open_link", "enter_code", "switch_locale", "restart",
            "signal", "which", "elsewhere", "code", "late", "device",
        ]
    )
    /// The keys of `when` that say more about what is done, each with what it can stand beside.
    static let besides: [(key: String, verbs: [String])] = [
        ("which", ["open_link", "enter_code"]),
        ("elsewhere", ["open_link"]),
        ("code", ["open_link"]),
        ("late", ["press", "submit"]),
        ("device", ["submit", "press", "change", "open_link", "enter_code", "switch_locale"]),
    ]
    /// What can be done: the keys of `when` but those that only say more.
    static let verbs = action.known.filter { key in !besides.contains { $0.key == key } }
    static let expectation = KeyTable(
        owner: "`then`",
        known: [
            "at", "sent", "refused", "ready_in", "left", "can", "errors", "ended", "fields",
            "shows",
        ]
    )
}
