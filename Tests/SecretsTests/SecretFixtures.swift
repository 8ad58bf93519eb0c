import Secrets

/// Randomness that a test knows: the given bytes, over and over.
struct ScriptedRandom: RandomSource {
    let script: [UInt8]

    static let counting = ScriptedRandom(script: Array(0..<32))

    func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { script[$0 % script.count] }
    }
}

extension MasterKeys {
    static let counting = MasterKeys(random: ScriptedRandom.counting)
    static let other = MasterKeys(random: ScriptedRandom(script: [7]))
}

extension SealContext {
    static let phone = SealContext(table: "field", column: "value", session: "s1", version: 3)

    /// Places that differ from `phone` in one part, or only in where one part ends.
    static let elsewhere = [
        SealContext(table: "outbox", column: "value", session: "s1", version: 3),
        SealContext(table: "field", column: "name", session: "s1", version: 3),
        SealContext(table: "field", column: "value", session: "s2", version: 3),
        SealContext(table: "field", column: "value", session: "s1", version: 4),
        SealContext(table: "field", column: "value", session: "s1", version: -3),
        SealContext(table: "fieldv", column: "alue", session: "s1", version: 3),
        SealContext(table: "field", column: "values", session: "1", version: 3),
    ]
}

extension [UInt8] {
    var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Every way to change one byte by one bit, cut the end off or add to it.
    var spoilt: [[UInt8]] {
        var results = [self + [0], [0] + self, self + self]
        for index in indices {
            results.append(Array(self[..<index]))
            for bit in 0..<8 {
                var copy = self
                copy[index] ^= 1 << bit
                results.append(copy)
            }
        }
        return results
    }
}

extension SecretBytes {
    var array: [UInt8] { withBytes { Array($0) } }
}
