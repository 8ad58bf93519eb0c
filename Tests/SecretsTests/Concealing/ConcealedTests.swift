import Secrets
import Testing

@Suite("Concealed")
struct ConcealedTests {
    private struct Holder {
        let value: Any
        let optional: Any?
    }

    private static let canary = "KANARIENVOGEL0123456789abcdefXYZ"
    private static let random = ScriptedRandom(script: Array(canary.utf8))

    private static let secrets: [any Concealed & Sendable] = {
        let keys = MasterKeys(random: random)
        let key = DataKey(random: random)
        return [
            Redacted(canary), Redacted([canary]), SecretBytes(utf8: canary),
            Token(random: random), ShortCode(random: random), keys, key, FieldCipher(key: key),
            BlindIndex(keys: keys), ChainedMAC(keys: keys), SecretVault(keys: keys),
        ]
    }()

    private static let traces = [
        canary, "KANARIEN", Token(random: random).reveal(), ShortCode(random: random).reveal(),
        Array(canary.utf8).hexadecimal, "75, 65, 78", "75\n",
    ]

    private func printings(of value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        var printed = ""
        print(value, to: &printed)
        let holder = Holder(value: value, optional: value)
        var held = ""
        dump(holder, to: &held)
        return [
            "\(value)", String(describing: value), String(reflecting: value), dumped, printed,
            "\(holder)", String(reflecting: holder), held, "\([value])", "\(["key": value])",
            "\((1, value))", String(reflecting: Result<Any, CipherFailure>.success(value)),
        ]
    }

    @Test(arguments: secrets)
    func `no way of printing shows what a secret type holds`(secret: any Concealed & Sendable) {
        for text in printings(of: secret) {
            #expect(text.contains("***"))
            for trace in Self.traces {
                #expect(!text.contains(trace))
            }
        }
    }

    @Test func `the same ways of printing do show what an ordinary type holds`() {
        for text in printings(of: Self.canary) {
            #expect(text.contains(Self.canary))
        }
    }

    @Test(arguments: secrets)
    func `a mirror of a secret type has no children`(secret: any Concealed & Sendable) {
        #expect(Mirror(reflecting: secret).children.isEmpty)
        #expect(Mirror(reflecting: secret).superclassMirror == nil)
    }

    @Test(arguments: secrets)
    func `a secret type can't be encoded`(secret: any Concealed & Sendable) {
        #expect(!(secret is any Encodable))
    }

    @Test func `a redacted value comes out by reveal only, and may be transformed hidden`() {
        let length = Redacted(Self.canary).map(\.utf8.count)
        #expect("\(length)" == "***")
        #expect(length.reveal() == 32)
    }

    @Test func `secret bytes hold the UTF-8 of a text as it is`() {
        #expect(SecretBytes(utf8: "й").array == [0xD0, 0xB9])
        #expect(SecretBytes(utf8: "и\u{306}").array == [0xD0, 0xB8, 0xCC, 0x86])
        #expect(SecretBytes(utf8: "").count == 0)
        #expect(SecretBytes(utf8: "a\0b").array == [0x61, 0, 0x62])
    }

    @Test func `bytes that are taken over are gone from the caller's array`() {
        var bytes: [UInt8] = [1, 2, 3]
        let secret = SecretBytes(wiping: &bytes)
        #expect(bytes.isEmpty)
        #expect(secret.array == [1, 2, 3])
    }

    @Test(arguments: [
        ("", "", true), ("1", "1", true), ("1", "2", false), ("1", "12", false), ("", "1", false),
        ("Praha", "praha", false), ("й", "и\u{306}", false),
    ])
    func `secrets and arrays are equal byte by byte`(left: String, right: String, same: Bool) {
        #expect(SecretBytes(utf8: left).equals(SecretBytes(utf8: right)) == same)
        #expect(constantTimeEquals(Array(left.utf8), Array(right.utf8)) == same)
    }
}
