import Testing
import Webhooks

@testable import paifang

@Suite("WebhookSettings")
struct WebhookSettingsTests {
    private let key = "0123456789abcdef"

    @Test func `an environment without webhooks has none`() throws {
        let settings = try WebhookSettings(environment: ["HOME": "/root", "PAIFANG_SMS_KEY": key])
        #expect(settings.shortMessages == nil && settings.effects.isEmpty)
        #expect(try WebhookSettings(environment: ["PAIFANG_SMS_URL": ""]).shortMessages == nil)
    }

    @Test func `names are written large in the environment`() throws {
        let settings = try WebhookSettings(environment: [
            "PAIFANG_SMS_URL": "https://sms.example", "PAIFANG_SMS_KEY": key,
            "PAIFANG_WEBHOOK_CARD_HOST_URL": "https://cards.example",
            "PAIFANG_WEBHOOK_CARD_HOST_KEY": key, "PAIFANG_WEBHOOK__URL": "nothing",
        ])
        #expect(settings.shortMessages != nil)
        #expect(settings.effects.keys.sorted() == ["card_host"])
        #expect(WebhookSettings.variable(of: "card_host") == "PAIFANG_WEBHOOK_CARD_HOST_URL")
    }

    @Test func `a problem names the variable, and never its value`() {
        let environment = ["PAIFANG_SMS_URL": "http://user:word@sms.example"]
        let problem = #expect(throws: WebhookSettings.Problem.self) {
            try WebhookSettings(environment: environment)
        }
        #expect(problem?.text.hasPrefix("PAIFANG_SMS_URL must begin with https://") == true)
        #expect(problem?.text.contains("word") == false)
    }
}
