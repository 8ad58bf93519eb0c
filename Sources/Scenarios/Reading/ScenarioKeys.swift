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
            "submit", "press", "change", "open_link", "which", "switch_locale", "restart", "signal",
            "late",
        ],
        later: ["elsewhere", "code", "enter_code"]
    )
    static let expectation = KeyTable(
        owner: "`then`",
        known: [
            "at", "sent", "refused", "ready_in", "left", "can", "errors", "ended", "fields",
            "shows",
        ]
    )
}
