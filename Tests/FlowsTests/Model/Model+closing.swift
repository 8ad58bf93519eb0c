@testable import Flows

/// What the model knows of a flow that closes.
extension Model {
    /// When the notice goes up; nobody can be told in a flow without addresses.
    var noticeMoment: Int64? {
        guard let opening = flow.opening, let until = opening.until, let notice = opening.notice,
            flow.fields.contains(where: { $0.name == "email" })
        else { return nil }
        return until - notice
    }

    /// With the first event under the notice it is settled for good whether the person is written to: there
    /// must be an address by then, and the flow must not be closed already.
    mutating func hearOfClosing(_ now: Int64) -> Bool {
        guard let noticeMoment, now >= noticeMoment, !hasHeardOfClosing, outcome == nil else {
            return false
        }
        hasHeardOfClosing = true
        return values["email"] != nil && now < flow.opening?.until ?? 0
    }
}
