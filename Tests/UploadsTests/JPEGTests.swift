import Flows
import Testing
import Uploads

struct JPEGTests {
    @Test
    func `A picture is taken with its size and kept bit by bit`() throws {
        let bytes = Made.jpeg(frame: Made.frame(width: 300, height: 200))
        let picture = try Picture(bytes, within: Made.bounds)
        #expect(picture.format == .jpeg)
        #expect(picture.width == 300)
        #expect(picture.height == 200)
        #expect(picture.bytes == bytes)
    }

    @Test
    func `Notes, places and what hangs behind its end are left out`() throws {
        let told = Made.jpeg(
            with: Made.segment(0xE0, Array("JFIF\u{0}".utf8))
                + Made.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/".utf8))
                + Made.segment(0xFE, Array("50.08, 14.42".utf8))
        )
        let bytes = told + Array("PK\u{3}\u{4}".utf8)
        #expect(try Picture(bytes, within: Made.bounds).bytes == Made.jpeg())
    }

    @Test(arguments: [true, false])
    func `Of what a camera tells only which way is up is kept`(isLittle: Bool) throws {
        let exif = Array("Exif\u{0}\u{0}".utf8) + Self.directory(orientation: 6, isLittle: isLittle)
        let picture = try Picture(Made.jpeg(with: Made.segment(0xE1, exif)), within: Made.bounds)
        let kept = Array("Exif\u{0}\u{0}".utf8) + Self.directory(orientation: 6, isLittle: false)
        #expect(picture.bytes == Made.jpeg(with: Made.segment(0xE1, kept)))
    }

    @Test
    func `A camera that lies about lengths does no harm`() throws {
        for cut in 0..<26 {
            let exif =
                Array("Exif\u{0}\u{0}".utf8)
                + Self.directory(orientation: 6, isLittle: false).prefix(cut)
            let bytes = Made.jpeg(with: Made.segment(0xE1, exif))
            #expect(Made.problem(bytes) == nil, "\(cut) bytes")
        }
    }

    @Test(arguments: [
        "cut in its head": Array(Made.sample("jpeg")[..<30]),
        "cut in its data": Array(Made.sample("jpeg").dropLast(2)),
        "no data": Array(Made.sample("jpeg").dropLast(3)) + [0xFF, 0xD9],
        "no frame": [0xFF, 0xD8, 0xFF, 0xD9],
        "two frames": Made.jpeg(with: Made.frame(width: 1, height: 1)),
        "no height": Made.jpeg(frame: Made.frame(width: 1, height: 0)),
        "a segment of no length": Made.jpeg(with: [0xFF, 0xE0, 0, 1]),
        "a segment beyond its end": Made.jpeg(with: [0xFF, 0xE0, 0xFF, 0xFF]),
        "an arithmetic frame": Made.jpeg(with: Made.segment(0xC9, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
        "something between its segments": Made.jpeg(with: Made.segment(0xFE, [1]) + [0x00]),
    ])
    func `A JPEG with something wrong is damaged`(_ bytes: (what: String, bytes: [UInt8])) {
        #expect(Made.problem(bytes.bytes) == .damaged, "\(bytes.what)")
    }

    @Test
    func `Every cut is noticed`() {
        let whole = Made.sample("jpeg")
        for count in 1..<whole.count {
            #expect(Made.problem(Array(whole[..<count])) != nil, "\(count) bytes")
        }
    }

    @Test
    func `A flood of pixels is refused by its header`() {
        let flood = Made.jpeg(frame: Made.frame(width: 65_535, height: 65_535))
        #expect(Made.problem(flood) == .tooManyPixels)
    }

    @Test(arguments: [(498, nil), (499, nil), (500, UploadProblem.damaged)])
    func `A picture has no more scans than a viewer can bear`(more: Int, problem: UploadProblem?) {
        let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x3F]
        let whole = Made.sample("jpeg")
        let bytes = Array(whole[..<(whole.count - 2)]) + Made.many(scan, more) + [0xFF, 0xD9]
        #expect(Made.problem(bytes) == problem)
    }

    @Test(arguments: [(19_000, nil), (20_000, UploadProblem.damaged)])
    func `Segments that only keep a reader busy are refused`(count: Int, problem: UploadProblem?) {
        let bytes = Made.jpeg(with: Made.many([0xFF, 0xFE, 0, 2], count))
        #expect(Made.problem(bytes) == problem)
    }

    /// A directory of one entry behind the eight bytes before it.
    private static func directory(orientation: UInt8, isLittle: Bool) -> [UInt8] {
        isLittle
            ? [
                0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0,
                0, 0,
            ]
                + [0, 0, 0, 0]
            : [
                0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation,
                0, 0,
            ]
                + [0, 0, 0, 0]
    }
}
