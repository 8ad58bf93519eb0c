import Flows

/// JPEG (ITU-T T.81): segments behind markers, and scans of data between them.
enum JPEGFile {
    private static let start: UInt8 = 0xD8
    private static let end: UInt8 = 0xD9
    private static let scan: UInt8 = 0xDA
    private static let tables: Set<UInt8> = [0xC4, 0xDB, 0xDD]

    static func read(_ bytes: [UInt8]) throws(UploadProblem) -> PictureParts {
        var result: [UInt8] = [0xFF, start]
        var size: (width: Int, height: Int)?
        var scans = 0
        var place = 2
        for _ in 0..<PictureParts.most {
            let marker = try marker(in: bytes, at: &place)
            if marker == end {
                guard let size, scans > 0 else { throw .damaged }
                result += [0xFF, end]
                return PictureParts(format: .jpeg, size: size, bytes: result)
            }
            let segment = try segment(in: bytes, at: place)
            switch marker {
            case 0xC0, 0xC1, 0xC2:
                guard size == nil else { throw .damaged }
                size = try frame(segment)
            case scan:
                scans += 1
                guard size != nil, isScan(segment), scans <= PictureParts.mostScans else {
                    throw .damaged
                }
            case _ where tables.contains(marker): break
            case 0xE0...0xEF, 0xFE:
                place += segment.count
                // Adobe's tells how colours are meant; which way is up is kept of the rest, and nothing else.
                if marker == 0xEE, isAdobe(segment) {
                    result += [0xFF, marker] + segment
                } else if marker == 0xE1, let way = Orientation.of(segment) {
                    result += Orientation.segment(way)
                }
                continue
            // Lossless, arithmetic and hierarchical pictures are of no camera; the rest is none of a file's.
            default: throw .damaged
            }
            result += [0xFF, marker] + segment
            place += segment.count
            if marker == scan { result += try scanData(in: bytes, at: &place) }
        }
        throw .damaged
    }

    /// The marker at a place, behind any number of fill bytes; the place is then behind it.
    private static func marker(
        in bytes: [UInt8],
        at place: inout Int
    ) throws(UploadProblem) -> UInt8 {
        guard place < bytes.count, bytes[place] == 0xFF else { throw .damaged }
        while place < bytes.count, bytes[place] == 0xFF { place += 1 }
        guard place < bytes.count, bytes[place] >= 0xC0, !(0xD0...start).contains(bytes[place])
        else { throw .damaged }
        defer { place += 1 }
        return bytes[place]
    }

    /// A segment with its length, which counts itself.
    private static func segment(
        in bytes: [UInt8],
        at place: Int
    ) throws(UploadProblem) -> ArraySlice<UInt8> {
        guard bytes.count - place >= 2 else { throw .damaged }
        let length = Int(bytes[place]) << 8 | Int(bytes[place + 1])
        guard length >= 2, length <= bytes.count - place else { throw .damaged }
        return bytes[place..<(place + length)]
    }

    /// Width and height of a frame with three components at most, or four for print.
    private static func frame(_ segment: ArraySlice<UInt8>) throws(UploadProblem) -> (
        width: Int, height: Int
    ) {
        let bytes = Array(segment)
        guard bytes.count >= 8, [8, 12].contains(bytes[2]), (1...4).contains(bytes[7]),
            bytes.count == 8 + 3 * Int(bytes[7])
        else { throw .damaged }
        let height = Int(bytes[3]) << 8 | Int(bytes[4])
        let width = Int(bytes[5]) << 8 | Int(bytes[6])
        // A height that is told later only is of no camera either.
        return try PictureParts.size(width: width, height: height)
    }

    private static func isScan(_ segment: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(segment)
        return bytes.count >= 3 && (1...4).contains(bytes[2])
            && bytes.count == 6 + 2 * Int(bytes[2])
    }

    /// The data behind the head of a scan, to the next marker that is none of its own.
    private static func scanData(
        in bytes: [UInt8],
        at place: inout Int
    ) throws(UploadProblem) -> ArraySlice<UInt8> {
        let first = place
        while place + 1 < bytes.count {
            let isOwn = bytes[place + 1] == 0 || (0xD0...0xD7).contains(bytes[place + 1])
            if bytes[place] == 0xFF, !isOwn, bytes[place + 1] != 0xFF {
                guard place > first else { throw .damaged }
                return bytes[first..<place]
            }
            place += bytes[place] == 0xFF && isOwn ? 2 : 1
        }
        throw .damaged
    }

    private static func isAdobe(_ segment: ArraySlice<UInt8>) -> Bool {
        segment.count == 14 && segment.dropFirst(2).starts(with: Array("Adobe".utf8))
    }
}
