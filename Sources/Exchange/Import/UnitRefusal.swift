/// Why a unit that came back is not taken.
struct UnitRefusal: Error, Hashable {
    /// The code of the finding.
    let code: String
    /// One sentence, beginning in lower case, without a full stop.
    let message: String
    let help: String?
    /// The branches that lead to what is meant, where a whole message was looked at.
    let path: [String]

    init(_ code: String, _ message: String, help: String? = nil, at path: [String] = []) {
        self.code = code
        self.path = path
        self.message = message
        self.help = help
    }
}
