import Flows
import Testing
import Uploads

struct PNGTests {
    @Test
    func `A picture is taken with its size and kept bit by bit`() throws {
        let bytes = Made.png(Made.header(width: 30, height: 20), Made.chunk("IDAT", [1]), end)
        let picture = try Picture(bytes, within: Made.bounds)
        #expect(picture.format == .png)
        #expect(picture.width == 30)
        #expect(picture.height == 20)
        #expect(picture.bytes == bytes)
    }

    @Test(arguments: [(19_900, nil), (20_000, UploadProblem.damaged)])
    func `Chunks that only keep a reader busy are refused`(count: Int, problem: UploadProblem?) {
        let many = Made.many(Made.chunk("tEXt"), count)
        let bytes = Made.png(Made.header(), many, Made.chunk("IDAT", [1]), end)
        #expect(Made.problem(bytes) == problem)
    }

    @Test
    func `What tells about its owner is left out, and so is what hangs behind its end`() throws {
        let plain = Made.png(Made.header(), Made.chunk("IDAT", [1, 2, 3]), end)
        let told = Made.png(
            Made.header(),
            Made.chunk("tEXt", Array("Author\u{0}Jana".utf8)),
            Made.chunk("eXIf", [1, 2]),
            Made.chunk("IDAT", [1, 2, 3]),
            Made.chunk("tIME", [7]),
            end,
            Array("PK\u{3}\u{4}and all the rest".utf8)
        )
        #expect(try Picture(told, within: Made.bounds).bytes == plain)
    }

    @Test
    func `A palette and transparency belong to the picture`() throws {
        let bytes = Made.png(
            Made.header(colour: 3),
            Made.chunk("PLTE", [1, 2, 3]),
            Made.chunk("tRNS", [9]),
            Made.chunk("IDAT", [1]),
            Made.chunk("IDAT", [2]),
            end
        )
        #expect(try Picture(bytes, within: Made.bounds).bytes == bytes)
    }

    @Test(arguments: [
        "nothing behind its signature": Made.png(),
        "no header": Made.png(Made.chunk("IDAT", [1]), Made.chunk("IEND")),
        "two headers": Made.png(
            Made.header(),
            Made.header(),
            Made.chunk("IDAT", [1]),
            Made.chunk("IEND")
        ),
        "no picture": Made.png(Made.header(), Made.chunk("IEND")),
        "no end": Made.png(Made.header(), Made.chunk("IDAT", [1])),
        "an end with data": Made.png(
            Made.header(),
            Made.chunk("IDAT", [1]),
            Made.chunk("IEND", [1])
        ),
        "data in two places": Made.png(
            Made.header(),
            Made.chunk("IDAT", [1]),
            Made.chunk("tEXt", []),
            Made.chunk("IDAT", [1]),
            Made.chunk("IEND")
        ),
        "a chunk that must be understood": Made.png(
            Made.header(),
            Made.chunk("ABCD", []),
            Made.chunk("IDAT", [1]),
            Made.chunk("IEND")
        ),
        "a palette behind its data": Made.png(
            Made.header(),
            Made.chunk("IDAT", [1]),
            Made.chunk("PLTE", [1, 2, 3]),
            Made.chunk("IEND")
        ),
        "a palette of half a colour": Made.png(
            Made.header(),
            Made.chunk("PLTE", [1, 2]),
            Made.chunk("IDAT", [1]),
            Made.chunk("IEND")
        ),
        "no width": Made.png(
            Made.header(width: 0),
            Made.chunk("IDAT", [1]),
            Made.chunk("IEND")
        ),
        "a width beyond 31 bits": Made.png(
            Made.header(width: .max),
            Made.chunk("IDAT", [1]),
            Made.chunk("IEND")
        ),
        "a depth that its colours can't have": Made.png(
            Made.header(depth: 1, colour: 2),
            Made.chunk("IDAT", [1]),
            Made.chunk("IEND")
        ),
        "a length beyond its end": Made.png(
            Made.header(),
            Made.number(.max),
            [1, 2, 3, 4, 5, 6, 7, 8]
        ),
    ])
    func `A PNG with something wrong is damaged`(_ bytes: (what: String, bytes: [UInt8])) {
        #expect(Made.problem(bytes.bytes) == .damaged, "\(bytes.what)")
    }

    @Test
    func `Every cut and every changed byte is noticed`() {
        let whole = Made.sample("png")
        for count in 1..<whole.count {
            #expect(Made.problem(Array(whole[..<count])) != nil, "\(count) bytes")
        }
        for place in whole.indices {
            var bytes = whole
            bytes[place] ^= 0x01
            #expect(Made.problem(bytes) != nil, "byte \(place)")
        }
    }

    @Test
    func `Forty million pixels are taken, and not one more`() {
        let most = Made.png(Made.header(width: 8_000, height: 5_000), Made.chunk("IDAT", [1]), end)
        let more = Made.png(Made.header(width: 8_001, height: 5_000), Made.chunk("IDAT", [1]), end)
        #expect(Made.problem(most) == nil)
        #expect(Made.problem(more) == .tooManyPixels)
    }

    private var end: [UInt8] { Made.chunk("IEND") }
}
