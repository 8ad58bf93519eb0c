import Flows

/// PNG (ISO/IEC 15948): chunks, each with a length, a name, data and a checksum.
enum PNGFile {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The chunks that are the picture; every other one tells about it, or about whoever made it.
    private static let kept: Set<[UInt8]> = Set(
        ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].map { Array($0.utf8) }
    )

    static func read(_ bytes: [UInt8]) throws(UploadProblem) -> PictureParts {
        var result = signature
        var size: (width: Int, height: Int)?
        var hasData = false
        var hasPalette = false
        var last: [UInt8] = []
        var place = signature.count
        for _ in 0..<PictureParts.most {
            guard bytes.count - place >= 12 else { throw .damaged }
            let length = number(bytes, place)
            guard length <= bytes.count - place - 12 else { throw .damaged }
            let name = Array(bytes[(place + 4)..<(place + 8)])
            let end = place + 12 + length
            guard name.allSatisfy(isLetter),
                UInt32(number(bytes, end - 4)) == Checksum.of(bytes[(place + 4)..<(end - 4)])
            else { throw .damaged }
            let data = bytes[(place + 8)..<(end - 4)]
            switch String(decoding: name, as: UTF8.self) {
            case "IHDR":
                guard size == nil, place == signature.count else { throw .damaged }
                size = try header(Array(data))
            case _ where size == nil: throw .damaged
            case "PLTE":
                guard !hasData, !hasPalette, length % 3 == 0, (3...768).contains(length) else {
                    throw .damaged
                }
                hasPalette = true
            case "IDAT":
                // They stand together.
                guard !hasData || last == name else { throw .damaged }
                hasData = true
            case "IEND":
                guard let size, hasData, length == 0 else { throw .damaged }
                result += bytes[place..<end]
                return PictureParts(format: .png, size: size, bytes: result)
            default:
                // Who does not know a chunk that begins with a capital can't show the picture.
                guard name[0] & 0x20 != 0 else { throw .damaged }
            }
            if kept.contains(name) { result += bytes[place..<end] }
            last = name
            place = end
        }
        throw .damaged
    }

    /// Width and height, where all of a header is as it may be.
    private static func header(_ data: [UInt8]) throws(UploadProblem) -> (width: Int, height: Int) {
        guard data.count == 13 else { throw .damaged }
        let (width, height) = (number(data, 0), number(data, 4))
        let depths: [UInt8: [UInt8]] = [
            0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
        ]
        guard width > 0, height > 0, width < 1 << 31, height < 1 << 31,
            depths[data[9]]?.contains(data[8]) == true, data[10] == 0, data[11] == 0, data[12] <= 1
        else { throw .damaged }
        return try PictureParts.size(width: width, height: height)
    }

    /// Four bytes, the largest first.
    private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
        bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
