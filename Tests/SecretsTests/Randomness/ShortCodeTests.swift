import Secrets
import Synchronization
import Testing

@Suite("ShortCode")
struct ShortCodeTests {
    /// Gives the numbers one after another, four bytes each.
    private final class Numbers: RandomSource {
        private let rest: Mutex<[UInt32]>

        init(_ numbers: [UInt32]) {
            rest = Mutex(numbers)
        }

        func bytes(_ count: Int) -> [UInt8] {
            let number = rest.withLock { $0.removeFirst() }
            return withUnsafeBytes(of: number.bigEndian) { Array($0) }
        }
    }

    @Test(
        arguments: [
            ([0], "000000"), ([42], "000042"), ([999_999], "999999"), ([1_000_000], "000000"),
            ([4_293_999_999], "999999"), ([4_294_000_000, .max, 123_456], "123456"),
        ] as [([UInt32], String)]
    )
    func `a code has six digits, and numbers that would favour some codes are drawn again`(
        numbers: [UInt32],
        code: String
    ) {
        #expect(ShortCode(random: Numbers(numbers)).reveal() == code)
    }

    @Test func `the code of an owner follows from the keys`() {
        let keys = MasterKeys(random: SystemRandom())
        let other = MasterKeys(random: SystemRandom())
        let owners = (0..<200).map { "walk \($0)" }
        let codes = owners.map { ShortCode(of: $0, keys: keys).reveal() }
        #expect(codes == owners.map { ShortCode(of: $0, keys: keys).reveal() })
        #expect(codes != owners.map { ShortCode(of: $0, keys: other).reveal() })
        #expect(codes.allSatisfy { ShortCode.parse($0) != nil })
        // Of 200 among a million hardly two are alike, and each digit stands first about 20 times.
        #expect(Set(codes).count > 195)
        #expect(Set(codes.compactMap(\.first)).count == 10)
    }

    @Test func `two codes are the same by their digits`() {
        let code = ShortCode.parse("012345")
        #expect(code?.isSame(as: ShortCode(random: Numbers([12_345]))) == true)
        #expect(code?.isSame(as: ShortCode(random: Numbers([12_346]))) == false)
    }

    @Test func `each digit is about equally frequent in each place`() {
        var counts = [[Int]](repeating: Array(repeating: 0, count: 10), count: 6)
        for _ in 0..<10_000 {
            for (place, digit) in ShortCode().reveal().utf8.enumerated() {
                counts[place][Int(digit) - 0x30] += 1
            }
        }
        // 1,000 of each expected; 300 is ten standard deviations.
        #expect(counts.joined().allSatisfy { (700...1_300).contains($0) })
    }

    @Test(arguments: [
        "", "12345", "1234567", " 12345", "12345 ", "12345a", "１２３４５６", "٠١٢", "-12345",
        "12345\n", "1234\r\n", "12345\0", "+12345",
    ])
    func `text that is not six ASCII digits is no code`(text: String) {
        #expect(ShortCode.parse(text) == nil)
    }

    @Test func `a typed code matches the stored one, another code does not`() throws {
        let code = ShortCode(random: Numbers([12_345]))
        let stored = code.mac(keys: .counting, owner: "link 1")
        let right = try #require(ShortCode.parse("012345"))
        let wrong = try #require(ShortCode.parse("012346"))
        #expect(right.matches(stored, keys: .counting, owner: "link 1"))
        #expect(!wrong.matches(stored, keys: .counting, owner: "link 1"))
        #expect(!right.matches([], keys: .counting, owner: "link 1"))
    }

    @Test func `a stored code is good for its owner and key file only`() throws {
        let code = try #require(ShortCode.parse("012345"))
        let stored = code.mac(keys: .counting, owner: "link 1")
        #expect(!code.matches(stored, keys: .counting, owner: "link 2"))
        #expect(!code.matches(stored, keys: .other, owner: "link 1"))
    }

    @Test func `the stored form is the one computed by another program`() throws {
        // Python: hmac and hashlib.blake2b.
        let code = try #require(ShortCode.parse("012345"))
        #expect(
            code.mac(keys: .counting, owner: "link 1").hexadecimal
                == "7edf86561efef45c9f273c22b76f850f2f6e0c76e9b0cb35633883aea058471c"
        )
    }
}
