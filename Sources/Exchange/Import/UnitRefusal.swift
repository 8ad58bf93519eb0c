/// Why a unit that came back is not taken.
struct UnitRefusal: Error, Hashable {
    /// The code of the finding.
    let code: String
    /// One sentence, beginning in lower case, without a full stop.
    let message: String
    let help: String?

    init(_ code: String, _ message: String, help: String? = nil) {
        self.code = code
        self.message = message
        self.help = help
    }
}
