import Secrets
import Testing

@Suite("MasterKeys")
struct MasterKeysTests {
    // hashlib.blake2b(b"", key=bytes(range(32)), digest_size=32, person=b"paifang1" + bytes(8),
    //     salt=number.to_bytes(8, "little") + bytes(8)); stored data depends on these.
    static let subkeys: [(KeyPurpose, String)] = [
        (.wrap, "85021419df7e638c64464acb81085ed1d9af81486584f293bb031d51d5292034"),
        (.index, "a034ab41eb5bcaa3c48635f9ff78994b2cc993295e1d9c22c62cf6cdd561312e"),
        (.journal, "a7116c996a979d95f09d106b288c7e0d98b6e3f8475d0f66b84b843840dd6bb6"),
        (.vault, "52d0063b1038747e80cd2790b8716b5374bc6dd931bfdd01dce2d7211d4413a7"),
        (.limits, "b9e7b0fa7e85b697a4c864ab8e0f6654d37d4b83a90a45b3b7a9c16ba8bd7673"),
        (.token, "8ac8864b0936d470a171d7421e9b70c2bb2c03de0ab9309ea49d12e95c27cb8f"),
        (.code, "bb257fb4bdc60ab098f647ea7acaf68d25ee42ab413e795d7c4a7e770bad1727"),
        (.identifier, "828a8532f6dd0515c1e524f12142108d02af73334950c58cb680c4aa827ef8f6"),
    ]

    @Test(arguments: subkeys)
    func `each purpose keeps its key for ever`(purpose: KeyPurpose, key: String) {
        #expect(MasterKeys.counting.subkey(for: purpose).array.hexadecimal == key)
    }

    @Test func `every purpose has its place in the table above`() {
        #expect(Self.subkeys.map(\.0) == KeyPurpose.allCases)
    }

    @Test func `the identifier tells key files apart and is not a key`() {
        #expect(
            MasterKeys.counting.identifier.hexadecimal
                == "164a194956f964c279cdc34657abb2c0f718385389c3e63ae0471f934d5a249c"
        )
        #expect(MasterKeys.other.identifier != MasterKeys.counting.identifier)
    }

    @Test func `a session's key is unwrapped for its session`() throws {
        let key = DataKey()
        let wrapped = MasterKeys.counting.wrap(key, session: "s1")
        let sealed = FieldCipher(key: key).seal([1, 2], context: .phone)
        let copy = try MasterKeys.counting.unwrap(wrapped, session: "s1")
        #expect(try FieldCipher(key: copy).open(sealed, context: .phone) == [1, 2])
    }

    @Test func `a session's key is refused when it was altered, or is of another session`() {
        let wrapped = MasterKeys.counting.wrap(DataKey(), session: "s1")
        for spoilt in wrapped.spoilt {
            #expect(throws: CipherFailure.self) {
                try MasterKeys.counting.unwrap(spoilt, session: "s1")
            }
        }
        #expect(throws: CipherFailure.refused) {
            try MasterKeys.counting.unwrap(wrapped, session: "s2")
        }
        #expect(throws: CipherFailure.refused) {
            try MasterKeys.other.unwrap(wrapped, session: "s1")
        }
    }

    @Test func `system randomness gives as many bytes as asked for`() {
        #expect(SystemRandom().bytes(0).isEmpty)
        #expect(SystemRandom().bytes(-1).isEmpty)
        #expect(SystemRandom().bytes(100).count == 100)
        #expect(SystemRandom().bytes(32) != SystemRandom().bytes(32))
    }
}
