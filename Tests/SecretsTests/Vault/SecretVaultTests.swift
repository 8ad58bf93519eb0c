import Secrets
import Testing

@Suite("SecretVault")
struct SecretVaultTests {
    private let vault = SecretVault(keys: .counting, parameters: .fastForTests)
    private let password = SecretBytes(utf8: "402817")

    private func slower() throws -> SecretVault {
        SecretVault(
            keys: .counting,
            parameters: try #require(HashParameters(passes: 2, memoryKiB: 16))
        )
    }

    @Test(arguments: ["402817", "", "Praha", "Мама", "a\0b", String(repeating: "长", count: 500)])
    func `a secret matches itself`(text: String) async throws {
        let sealed = try await vault.seal(SecretBytes(utf8: text), context: .phone)
        let match = try await vault.matches(SecretBytes(utf8: text), sealed, context: .phone)
        #expect(match.isSame)
        #expect(!match.needsRehash)
    }

    @Test(arguments: [
        ("402817", "402818"), ("402817", "4028177"), ("402817", "402817\0"), ("402817", ""),
        ("Praha", "praha"), ("й", "и\u{306}"), ("a\0b", "a\0c"),
    ])
    func `a secret of other bytes does not match`(stored: String, typed: String) async throws {
        let sealed = try await vault.seal(SecretBytes(utf8: stored), context: .phone)
        let match = try await vault.matches(SecretBytes(utf8: typed), sealed, context: .phone)
        #expect(!match.isSame)
        #expect(!match.needsRehash)
    }

    @Test func `the same secret is stored differently each time`() async throws {
        let first = try await vault.seal(password, context: .phone)
        let second = try await vault.seal(password, context: .phone)
        #expect(first != second)
        #expect(first.bytes.count == second.bytes.count)
    }

    @Test func `a stored secret that was altered is refused`() async throws {
        let sealed = try await vault.seal(password, context: .phone)
        for spoilt in sealed.bytes.spoilt {
            await #expect(throws: VaultError.self) {
                try await vault.matches(password, SealedSecret(bytes: spoilt), context: .phone)
            }
        }
    }

    @Test(arguments: SealContext.elsewhere)
    func `a stored secret is refused in another place`(context: SealContext) async throws {
        let sealed = try await vault.seal(password, context: .phone)
        await #expect(throws: VaultError.sealed(.refused)) {
            try await vault.matches(password, sealed, context: context)
        }
    }

    @Test func `a stored secret is worth nothing without the key file`() async throws {
        let sealed = try await vault.seal(password, context: .phone)
        let thief = SecretVault(keys: .other, parameters: .fastForTests)
        await #expect(throws: VaultError.sealed(.refused)) {
            try await thief.matches(password, sealed, context: .phone)
        }
    }

    @Test func `an encrypted field is no stored secret`() async {
        let field = FieldCipher(key: DataKey()).seal([1], context: .phone)
        await #expect(throws: VaultError.sealed(.refused)) {
            try await vault.matches(password, SealedSecret(bytes: field), context: .phone)
        }
    }

    @Test func `a match with other parameters asks for a new hash, a mismatch does not`()
        async throws
    {
        let sealed = try await vault.seal(password, context: .phone)
        let match = try await slower().matches(password, sealed, context: .phone)
        #expect(match.isSame)
        #expect(match.needsRehash)
        let wrong = SecretBytes(utf8: "0")
        #expect(!(try await slower().matches(wrong, sealed, context: .phone).needsRehash))
    }

    @Test func `the key is changed without the person`() async throws {
        let next = SecretVault(keys: .other, parameters: .fastForTests)
        let sealed = try await vault.seal(password, context: .phone)
        let context = SealContext(table: "account", column: "pin", session: "a1", version: 0)
        let moved = try vault.reseal(sealed, context: .phone, for: next, context: context)
        #expect(try await next.matches(password, moved, context: context).isSame)
        #expect(throws: CipherFailure.refused) {
            try vault.reseal(moved, context: context, for: next, context: context)
        }
    }

    @Test func `two typed secrets are compared without a hash`() {
        #expect(vault.equals(password, SecretBytes(utf8: "402817")))
        #expect(!vault.equals(password, SecretBytes(utf8: "402818")))
    }

    @Test(arguments: [(0, 64), (1_001, 64), (1, 7), (1, 4 * 1024 * 1024 + 1), (.min, .max)])
    func `parameters that argon2id can't have are refused`(passes: Int, memoryKiB: Int) {
        #expect(HashParameters(passes: passes, memoryKiB: memoryKiB) == nil)
    }

    // argon2-cffi: hash_secret_raw(password, b"somesaltsomesalt", parallelism=1, version=19).
    @Test(arguments: [
        (
            3, 65_536, "password",
            "7664ad4ba1a3c999fcdd0991ffc2270f78302d2383233db5e7befc85d1bb1819"
        ),
        (
            1, 8, "Heslo č. 7",
            "b38be5aafdcde48463d02ed11ed581d832766a2015a8821ec0c7866ba9efc223"
        ),
        (
            2, 256, "",
            "8955a1e35000bf5be4128e744f99565a51fe389b61d8238f04c59bb6345f2026"
        ),
    ])
    func `argon2id gives what the reference implementation gives`(
        passes: Int,
        memoryKiB: Int,
        password: String,
        hash: String
    ) throws {
        let parameters = try #require(HashParameters(passes: passes, memoryKiB: memoryKiB))
        let result = Argon2id().hash(
            SecretBytes(utf8: password),
            salt: Array("somesaltsomesalt".utf8),
            parameters: parameters
        )
        #expect(result?.array.hexadecimal == hash)
    }

    @Test func `people's passwords are hashed with 3 passes over 64 MiB`() {
        #expect(HashParameters.standard == HashParameters(passes: 3, memoryKiB: 65_536))
    }
}
