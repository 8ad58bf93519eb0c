import Secrets
import Testing

@Suite("FieldCipher")
struct FieldCipherTests {
    private let cipher = FieldCipher(key: DataKey())
    private let number = Array("AB 1234567".utf8)

    @Test(arguments: [0, 1, 41, 5_000])
    func `what was sealed is opened again in its place`(count: Int) throws {
        let bytes = SystemRandom().bytes(count)
        let sealed = cipher.seal(bytes, context: .phone)
        #expect(sealed.count == count + 41)
        #expect(try cipher.open(sealed, context: .phone) == bytes)
        #expect(try cipher.openSecret(sealed, context: .phone).array == bytes)
        let secret = cipher.seal(SecretBytes(copying: bytes), context: .phone)
        #expect(try cipher.open(secret, context: .phone) == bytes)
    }

    @Test func `whatever is changed in what was sealed, it is refused`() throws {
        let sealed = cipher.seal(number, context: .phone)
        for spoilt in sealed.spoilt {
            #expect(throws: CipherFailure.self) { try cipher.open(spoilt, context: .phone) }
        }
    }

    @Test func `the reasons for refusing are told apart`() {
        let sealed = cipher.seal(number, context: .phone)
        #expect(throws: CipherFailure.tooShort) { try cipher.open([], context: .phone) }
        #expect(throws: CipherFailure.tooShort) {
            try cipher.open(Array(sealed.prefix(40)), context: .phone)
        }
        #expect(throws: CipherFailure.unknownFormat) {
            try cipher.open([2] + sealed.dropFirst(), context: .phone)
        }
        #expect(throws: CipherFailure.refused) {
            try cipher.open(sealed.dropLast() + [sealed[sealed.count - 1] ^ 1], context: .phone)
        }
    }

    @Test(arguments: SealContext.elsewhere)
    func `it does not open in another place`(context: SealContext) {
        let sealed = cipher.seal(number, context: .phone)
        #expect(throws: CipherFailure.refused) { try cipher.open(sealed, context: context) }
    }

    @Test func `it does not open with another session's key`() {
        let sealed = cipher.seal(number, context: .phone)
        #expect(throws: CipherFailure.refused) {
            try FieldCipher(key: DataKey()).open(sealed, context: .phone)
        }
    }

    @Test func `the same field is sealed differently each time`() {
        let nonces = (0..<1_000).map { _ in
            Array(cipher.seal(number, context: .phone)[1..<25])
        }
        #expect(Set(nonces).count == 1_000)
    }
}
