import Secrets
import Testing

// The long constants were computed by Python's hmac and hashlib.blake2b.

@Suite("BlindIndex")
struct BlindIndexTests {
    private let index = BlindIndex(keys: .counting)

    @Test func `an index is the one computed by another program`() {
        #expect(
            index.index(of: "anna@example.cz", purpose: "email").hexadecimal
                == "2f0769354b3a9ad38487da6d8be638fb4b76a632e9a12caaa73e8591aafab0be"
        )
    }

    @Test func `another text, purpose, split or key gives another index`() {
        let all = [
            index.index(of: "anna@example.cz", purpose: "email"),
            index.index(of: "Anna@example.cz", purpose: "email"),
            index.index(of: "anna@example.cz", purpose: "phone"),
            index.index(of: "lanna@example.cz", purpose: "emai"),
            index.index(of: "", purpose: "email"),
            BlindIndex(keys: .other).index(of: "anna@example.cz", purpose: "email"),
            BlindIndex(keys: .counting, key: .limits)
                .index(of: "anna@example.cz", purpose: "email"),
        ]
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { $0.count == 32 })
    }
}

@Suite("ChainedMAC")
struct ChainedMACTests {
    private let chain = ChainedMAC(keys: .counting)

    @Test func `the chain is the one computed by another program`() {
        let origin = chain.origin(session: "s1")
        #expect(
            origin.hexadecimal
                == "60fe1e554c29d9ecf97e8eb10762063b8f295f76e689e85a4fe83b6ec4c2b147"
        )
        #expect(
            chain.next(after: origin, ciphertext: [1, 2, 3]).hexadecimal
                == "d1bf3bc40d4f0cd476d5c51b92c716f988ccb5dc03b7e61a4bedf26de5d7fdce"
        )
    }

    @Test func `a right chain is verified row by row`() {
        var previous = chain.origin(session: "s1")
        for row in [[1], [2, 3], []] as [[UInt8]] {
            let mac = chain.next(after: previous, ciphertext: row)
            #expect(chain.verifies(mac, after: previous, ciphertext: row))
            previous = mac
        }
    }

    @Test func `a row that was altered, moved, taken out or put in another session is seen`() {
        let origin = chain.origin(session: "s1")
        let first = chain.next(after: origin, ciphertext: [1])
        let second = chain.next(after: first, ciphertext: [2])
        #expect(!chain.verifies(first, after: origin, ciphertext: [9]))
        #expect(!chain.verifies(second, after: origin, ciphertext: [2]))
        #expect(!chain.verifies(first, after: second, ciphertext: [1]))
        #expect(!chain.verifies(first, after: chain.origin(session: "s2"), ciphertext: [1]))
        #expect(!chain.verifies([], after: origin, ciphertext: [1]))
        #expect(
            !ChainedMAC(keys: .other).verifies(first, after: origin, ciphertext: [1])
        )
    }
}
