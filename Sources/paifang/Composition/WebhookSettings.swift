import Documents
import Foundation
import Webhooks

/// The webhooks of a service, from its environment.
///
/// `PAIFANG_SMS_URL` is the gateway for short messages, `PAIFANG_WEBHOOK_<NAME>_URL` what effects files call
/// `webhook: <name>`. The key of each stands beside it, in the variable that ends with `_KEY`.
struct WebhookSettings {
    /// Where short messages go; `nil` for the folder of letters.
    private(set) var shortMessages: WebhookAddress?
    /// The others by name.
    private(set) var effects: [String: WebhookAddress] = [:]

    /// Why a variable can't be used; never says its value.
    struct Problem: Error {
        let variable: String
        let problem: WebhookAddress.Problem
    }

    private static let effectPrefix = "PAIFANG_WEBHOOK_"
    private static let ending = "_URL"

    init(environment: [String: String]) throws(Problem) {
        for (variable, url) in environment.sorted(by: { $0.key < $1.key }) where !url.isEmpty {
            guard let name = Self.name(of: variable) else { continue }
            let stem = String(variable.dropLast(Self.ending.count))
            do throws(WebhookAddress.Problem) {
                let key = environment[stem + "_KEY"] ?? ""
                let address = try WebhookAddress(url: url, key: key)
                if variable == "PAIFANG_SMS_URL" {
                    shortMessages = address
                } else {
                    effects[name] = address
                }
            } catch {
                throw Problem(
                    variable: error == .weakKey ? stem + "_KEY" : variable,
                    problem: error
                )
            }
        }
    }

    /// The variable that says where a webhook of effects is.
    static func variable(of webhook: String) -> String {
        effectPrefix + webhook.uppercased() + ending
    }

    /// What a variable gives the address of; `nil` for all others.
    private static func name(of variable: String) -> String? {
        guard variable.hasSuffix(ending) else { return nil }
        if variable == "PAIFANG_SMS_URL" { return "sms" }
        guard variable.hasPrefix(effectPrefix) else { return nil }
        let name = variable.dropFirst(effectPrefix.count).dropLast(ending.count)
        return name.isEmpty ? nil : name.lowercased()
    }
}

extension WebhookSettings.Problem {
    /// What is wrong and what would be right, for who runs the service.
    var text: String {
        switch problem {
        case .malformed:
            // words: for who runs the service
            "\(variable) is no address of the web, such as https://host.example/paifang"
        case .notEncrypted:
            // words: for who runs the service
            "\(variable) must begin with https://; without encryption only this machine can be named"
        case .weakKey:
            // words: for who runs the service
            "\(variable) must hold the common key of the webhook, at least 16 characters long"
        }
    }
}
