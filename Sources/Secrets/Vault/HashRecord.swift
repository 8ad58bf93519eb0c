/// A hash with what is needed to compute it again: what the vault encrypts.
struct HashRecord {
    private static let format: UInt8 = 1
    private static let byteCount = 1 + 4 + 4 + Argon2id.saltCount + Argon2id.hashCount

    let parameters: HashParameters
    let salt: [UInt8]
    let hash: SecretBytes

    init(parameters: HashParameters, salt: [UInt8], hash: SecretBytes) {
        self.parameters = parameters
        self.salt = salt
        self.hash = hash
    }

    init(_ bytes: SecretBytes) throws(CipherFailure) {
        guard bytes.count == Self.byteCount else { throw .tooShort }
        var content = bytes.withBytes { Array($0) }
        guard content[0] == Self.format,
            let parameters = HashParameters(
                passes: Self.number(content[1..<5]),
                memoryKiB: Self.number(content[5..<9])
            )
        else { throw .unknownFormat }
        self.parameters = parameters
        let hashStart = 9 + Argon2id.saltCount
        salt = Array(content[9..<hashStart])
        var hashBytes = Array(content[hashStart...])
        hash = SecretBytes(wiping: &hashBytes)
        _ = SecretBytes(wiping: &content)
    }

    var bytes: SecretBytes {
        var content = [Self.format]
        content.reserveCapacity(Self.byteCount)
        content += Self.bytes(parameters.passes)
        content += Self.bytes(parameters.memoryKiB)
        content += salt
        hash.withBytes { content += $0 }
        return SecretBytes(wiping: &content)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    // The parameters are at most 2^22, so that four bytes hold them.
    private static func bytes(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(number).bigEndian) { Array($0) }
    }
}
