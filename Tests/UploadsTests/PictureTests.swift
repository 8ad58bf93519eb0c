import Flows
import Testing
import Uploads

struct PictureTests {
    @Test
    func `Each sample is what its word says`() {
        for word in SampleFile.words {
            switch SampleFile.picture(word, within: Made.bounds) {
            case .success(let picture): #expect(picture.format.rawValue == word)
            case .failure(let problem): #expect(problem.rawValue == word)
            }
        }
        #expect(SampleFile.words.count == 9)
    }

    @Test
    func `A format that the field does not take is named as such`() {
        let bounds = FileBounds(formats: [.jpeg])
        #expect(Made.problem(Made.sample("png"), bounds) == .format)
        #expect(Made.problem(Made.sample("jpeg"), bounds) == nil)
        #expect(
            UploadProblem.format.reason(within: bounds)
                == .type(reason: "format", arguments: ["formats": .text("JPEG")])
        )
    }

    @Test
    func `What has one byte more than the field takes is too large`() {
        let bounds = FileBounds(megabytes: 1)
        let rest = 1_000_000 - Made.sample("png").count
        let most = Made.sample("png") + [UInt8](repeating: 0, count: rest)
        #expect(Made.problem(most, bounds) == nil)
        #expect(Made.problem(most + [0], bounds) == .tooLarge)
        #expect(
            UploadProblem.tooLarge.reason(within: bounds)
                == .type(reason: "too_large", arguments: ["max": .integer(1)])
        )
    }

    @Test(arguments: ["GIF89a", "%PDF-1.7", "PK\u{3}\u{4}", "<svg/>", "\u{89}PNG"])
    func `What begins like no picture is none, whatever its name`(text: String) {
        #expect(Made.problem(Array(text.utf8)) == .notAPicture)
    }

    @Test
    func `Whatever bytes come, it ends without a trap`() {
        var random = SystemRandomNumberGenerator()
        for word in ["png", "jpeg"] {
            let whole = Made.sample(word)
            for _ in 0..<2_000 {
                var bytes = whole
                for _ in 0..<3 {
                    bytes[Int.random(in: 3..<bytes.count, using: &random)] =
                        UInt8.random(in: 0...255, using: &random)
                }
                if let picture = try? Picture(bytes, within: Made.bounds) {
                    #expect(picture.width > 0)
                }
            }
        }
    }
}
