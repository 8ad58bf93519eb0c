import Documents
public import Sessions
public import Webhooks

/// Hands short messages to a gateway over HTTP.
///
/// Each is posted as `{"schema": 1, "id": …, "to": "+420…", "text": …, "language": "cs"}`, signed, with its id as the
/// idempotency key. A status from 200 to 299 says that the gateway has it.
public struct SMSGateway: LetterTransport {
    private let webhook: Webhook

    /// Takes the webhook of a gateway.
    public init(_ webhook: Webhook) { self.webhook = webhook }

    /// Posts a short message once: what fails for the moment comes again by the outbox.
    public func deliver(_ letter: Letter) throws(DeliveryFailure) {
        let message: JSONValue = [
            "schema": 1,
            "id": .string(letter.id),
            "to": .string(letter.recipient),
            "text": .string(LetterText.text(of: letter).droppingLineEnd),
            "language": .string(letter.language),
        ]
        let body = Array(JSONWriter.compact(message).utf8)
        do throws(Webhook.Failure) {
            _ = try webhook.post(body, key: letter.id).taken()
        } catch {
            throw DeliveryFailure(
                reason: "the gateway for short messages: \(error.reason)",  // words: for operators
                isTemporary: error.isTemporary
            )
        }
    }

    /// Nothing: it is on its way to a phone.
    public func place(of letter: Letter) -> String? { nil }
}

extension String {
    fileprivate var droppingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
