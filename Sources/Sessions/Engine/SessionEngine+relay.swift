import Flows
import Secrets

/// Secrets that are handed on: encrypted with the session's key until the effect that needs them has ended.
extension SessionEngine {
    /// A row that keeps a secret for a session.
    func relay(
        _ secret: String,
        as reference: SecretReference,
        of session: LiveSession
    ) -> SecretRow {
        let bytes = session.cipher.seal(
            Array(secret.utf8),
            table: "secrets",
            column: Self.column(of: reference),
            version: 1
        )
        return SecretRow(reference: reference, session: session.id, sealed: bytes)
    }

    /// What a session keeps under a reference; `nil` where nothing is kept.
    func relayed(
        _ reference: SecretReference,
        of session: LiveSession
    ) throws(SessionFailure) -> SecretBytes? {
        let row = try store { () throws(StoreFailure) in try store.secret(reference) }
        guard let row else { return nil }
        var bytes = try session.cipher.open(
            row.sealed,
            table: "secrets",
            column: Self.column(of: reference),
            version: 1
        )
        return SecretBytes(wiping: &bytes)
    }

    private static func column(of reference: SecretReference) -> String {
        "relayed.\(reference.text)"
    }
}
