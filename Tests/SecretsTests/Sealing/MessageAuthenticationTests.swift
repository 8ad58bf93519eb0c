import Secrets
import Testing

@Suite("MessageAuthentication")
struct MessageAuthenticationTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let key: [UInt8]
        let data: [UInt8]
        let mac: String
    }

    private static func bytes(_ byte: UInt8, _ count: Int) -> [UInt8] {
        Array(repeating: byte, count: count)
    }

    // RFC 4231, 4.2 to 4.8; 4.6 shows a shortened MAC, which is not made here.
    static let vectors = [
        Vector(
            testDescription: "4.2",
            key: bytes(0x0B, 20),
            data: Array("Hi There".utf8),
            mac: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        Vector(
            testDescription: "4.3",
            key: Array("Jefe".utf8),
            data: Array("what do ya want for nothing?".utf8),
            mac: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        Vector(
            testDescription: "4.4",
            key: bytes(0xAA, 20),
            data: bytes(0xDD, 50),
            mac: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        Vector(
            testDescription: "4.5",
            key: Array(1...25),
            data: bytes(0xCD, 50),
            mac: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        ),
        Vector(
            testDescription: "4.7",
            key: bytes(0xAA, 131),
            data: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            mac: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        Vector(
            testDescription: "4.8",
            key: bytes(0xAA, 131),
            data: Array(
                ("This is a test using a larger than block-size key and a larger than "
                    + "block-size data. The key needs to be hashed before being used by the "
                    + "HMAC algorithm.").utf8
            ),
            mac: "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    @Test(arguments: vectors)
    func `the MAC is that of RFC 4231, in one part or several`(vector: Vector) {
        let key = SecretBytes(copying: vector.key)
        #expect(
            MessageAuthentication.sha256(key: key, parts: [vector.data]).hexadecimal
                == vector.mac
        )
        let parts = [Array(vector.data.prefix(3)), [], Array(vector.data.dropFirst(3))]
        #expect(MessageAuthentication.sha256(key: key, parts: parts).hexadecimal == vector.mac)
    }
}
