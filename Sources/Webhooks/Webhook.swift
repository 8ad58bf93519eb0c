import CCurlBridge

/// Posts signed messages to one address.
public struct Webhook: Sendable {
    /// What a message may cost.
    public struct Limits: Sendable, Hashable {
        /// How long it may take to be connected, in milliseconds.
        public var connecting: Int32
        /// How long all of one try may take, in milliseconds.
        public var answering: Int32
        /// How long an answer may be, in bytes.
        public var answerBytes: Int

        /// Makes limits; somebody may be waiting for what comes of it.
        public init(connecting: Int32 = 3_000, answering: Int32 = 10_000, answerBytes: Int = 65_536)
        {
            self.connecting = connecting
            self.answering = answering
            self.answerBytes = answerBytes
        }
    }

    /// What came of one try.
    public enum Answer: Sendable, Hashable {
        /// The receiver's answer: the status of HTTP, and the body.
        case answered(status: Int, body: [UInt8])
        /// There is none; says why, in words for who runs the service.
        case none(reason: String, isTemporary: Bool)
    }

    private let address: WebhookAddress
    private let limits: Limits
    private let clock: @Sendable () -> Int64

    /// Makes a webhook.
    ///
    /// - Parameters:
    ///   - address: Where it is.
    ///   - limits: What a message may cost.
    ///   - clock: Milliseconds since 1970.
    public init(
        to address: WebhookAddress,
        limits: Limits = Limits(),
        clock: @escaping @Sendable () -> Int64
    ) {
        self.address = address
        self.limits = limits
        self.clock = clock
    }

    /// Posts a message of JSON once, and waits for the answer.
    ///
    /// - Parameters:
    ///   - body: The message.
    ///   - key: Names what is asked: the same message always has the same, however often it comes.
    /// - Returns: What came of it.
    public func post(_ body: [UInt8], key: String) -> Answer {
        let timestamp = String(clock() / 1_000)
        let signature = WebhookSignature.value(of: body, timestamp: timestamp, key: address.key)
        // words: headers of HTTP
        return post(
            body,
            headers: [
                "Content-Type: application/json", "Accept: application/json",
                "Idempotency-Key: \(key)", "Paifang-Timestamp: \(timestamp)",
                "Paifang-Signature: \(signature)", "User-Agent: paifang",
            ]
        )
    }

    private func post(_ body: [UInt8], headers: [String]) -> Answer {
        guard let length = Int32(exactly: body.count),
            let room = Int32(exactly: limits.answerBytes),
            !headers.contains(where: { $0.utf8.contains { $0 < 0x20 } })
        else {
            // words: for operators
            return .none(reason: "the message is no message", isTemporary: false)
        }
        var buffer = [UInt8](repeating: 0, count: Int(room))
        let answer = Self.withStrings(headers) { headers in
            paifang_http_post(
                address.url,
                address.isLocal ? 1 : 0,
                headers.baseAddress,
                Int32(headers.count),
                body,
                length,
                limits.connecting,
                limits.answering,
                &buffer,
                room
            )
        }
        // words: for who runs the service
        switch answer.result {
        case paifang_http_answered:
            return .answered(
                status: Int(answer.status),
                body: Array(buffer.prefix(Int(answer.length)))
            )
        case paifang_http_no_library:
            return .none(reason: "libcurl is not on this machine", isTemporary: false)
        case paifang_http_bad_address:
            return .none(reason: "the address can't be used", isTemporary: false)
        case paifang_http_too_slow: return .none(reason: "no answer in time", isTemporary: true)
        case paifang_http_too_long:
            return .none(reason: "the answer is too long", isTemporary: false)
        default: return .none(reason: "nobody answers there", isTemporary: true)
        }
    }

    /// Lends texts to C, one after another.
    private static func withStrings<Result>(
        _ texts: [String],
        _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        func lend(_ rest: ArraySlice<String>, _ lent: [UnsafePointer<CChar>?]) -> Result {
            guard let text = rest.first else { return lent.withUnsafeBufferPointer(body) }
            return text.withCString { lend(rest.dropFirst(), lent + [$0]) }
        }
        return lend(texts[...], [])
    }
}

extension Webhook {
    /// Why a message was not taken.
    public struct Failure: Error, Sendable, Hashable {
        /// The reason in words for who runs the service, without anything that was sent or answered.
        public let reason: String
        /// Whether the same message may be taken in a while.
        public let isTemporary: Bool
    }
}

extension Webhook.Answer {
    /// The body of an answer that says yes, by its status: from 200 to 299.
    ///
    /// Of the other statuses (RFC 9110) 408 and 425 ask for the message again, 429 for patience, and those from 500 on
    /// are the receiver's own trouble.
    public func taken() throws(Webhook.Failure) -> [UInt8] {
        switch self {
        case .answered(200...299, let body): return body
        case .answered(let status, _):
            throw Webhook.Failure(
                reason: "the answer has the status \(status)",  // words: for who runs the service
                isTemporary: status >= 500 || [408, 425, 429].contains(status)
            )
        case .none(let reason, let isTemporary):
            throw Webhook.Failure(reason: reason, isTemporary: isTemporary)
        }
    }
}
