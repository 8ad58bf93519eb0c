import Foundation
import Mail
import Sessions
import Testing

@Suite("FolderTransport")
struct FolderTransportTests {
    private let sample = LetterSamples.letter
    private let folder = TemporaryLetters()
    private var transport: FolderTransport {
        FolderTransport(directory: folder.path + "/a/letters")
    }

    /// Delivers a letter and says where it is.
    private func deliver(_ letter: Letter, by transport: FolderTransport? = nil) throws -> String? {
        let transport = transport ?? self.transport
        try transport.deliver(letter)
        return transport.place(of: letter)
    }

    private func mode(_ path: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    private var names: [String] {
        // A folder that was not made has no names.
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/a/letters")) ?? [])
            .sorted()
    }

    @Test func `a letter becomes a file that says when and which`() throws {
        let place = try #require(try deliver(sample))
        #expect(place == folder.path + "/a/letters/20260102T030405Z-ab12.3.0.eml")
        #expect(names == ["20260102T030405Z-ab12.3.0.eml"])
        let letter = try LetterDecoder(Array(Data(contentsOf: URL(fileURLWithPath: place))))
        #expect(letter.values("To") == ["anna@example.cz"])
        #expect(letter.values("From") == ["Paifang <no-reply@paifang.invalid>"])
    }

    @Test func `the sender's address can be chosen, and names the letter`() throws {
        let transport = FolderTransport(directory: folder.path, sender: "hello@wallet.example")
        let place = try #require(try deliver(sample, by: transport))
        let letter = try LetterDecoder(Array(Data(contentsOf: URL(fileURLWithPath: place))))
        #expect(letter.values("From") == ["Paifang <hello@wallet.example>"])
        #expect(letter.values("Message-ID") == ["<ab12.3.0@wallet.example>"])
    }

    @Test func `only the owner can read the letters, whatever the umask is`() throws {
        let before = umask(0)
        defer { umask(before) }
        let place = try #require(try deliver(sample))
        #expect(try mode(folder.path + "/a") == 0o700)
        #expect(try mode(folder.path + "/a/letters") == 0o700)
        #expect(try mode(place) == 0o600)
    }

    @Test func `a letter that comes twice is there once`() throws {
        let first = try deliver(sample)
        let second = try deliver(sample)
        #expect(first != nil)
        #expect(first == second)
        #expect(names.count == 1)
    }

    @Test func `a letter that is not there has no place`() throws {
        #expect(transport.place(of: sample) == nil)
        #expect(FolderTransport(directory: "a\u{0}b").place(of: sample) == nil)
        let place = try #require(try deliver(sample))
        try FileManager.default.removeItem(atPath: place)
        #expect(transport.place(of: sample) == nil)
    }

    @Test func `letters of the same moment are files of their own`() throws {
        for id in ["a.1", "a.2", "b.1"] {
            var letter = sample
            letter.id = id
            try transport.deliver(letter)
        }
        #expect(names.count == 3)
    }

    @Test(arguments: ["../../../escaped", "a/b", ".", "..x", "a\u{0}b", "-rf", "名"])
    func `no name of a letter leads out of the folder`(id: String) throws {
        var letter = sample
        letter.id = id
        // Some are no names for a letter at all.
        let place = try? deliver(letter)
        #expect(names.count == (place == nil ? 0 : 1))
        if FileManager.default.fileExists(atPath: folder.path) {
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
        }
    }

    @Test func `what can't be written is refused for good, and leaves nothing`() {
        var letter = sample
        letter.recipient = "anna@example.cz\r\nBcc: eve@evil.example"
        #expect {
            try transport.deliver(letter)
        } throws: { error in
            let failure = error as? DeliveryFailure
            return failure?.isTemporary == false && failure?.reason.contains("anna") == false
        }
        #expect(names.isEmpty)
    }

    @Test(arguments: [-1, Int64.min, .max])
    func `a moment that is no date is refused for good`(moment: Int64) {
        var letter = sample
        letter.writtenAt = moment
        #expect {
            try transport.deliver(letter)
        } throws: { ($0 as? DeliveryFailure)?.isTemporary == false }
    }

    @Test func `a folder that can't be made is tried again later`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path,
            withIntermediateDirectories: true
        )
        try Data().write(to: URL(fileURLWithPath: folder.path + "/a"))
        #expect {
            try transport.deliver(sample)
        } throws: { error in
            let failure = error as? DeliveryFailure
            return failure?.isTemporary == true && failure?.reason.contains("directory") == true
        }
    }

    @Test(arguments: ["", "a\u{0}b"])
    func `a path that can't be one is refused`(path: String) {
        #expect(throws: DeliveryFailure.self) {
            try FolderTransport(directory: path).deliver(sample)
        }
    }

    @Test func `many who deliver at once do not get in each other's way`() throws {
        let transport = transport
        DispatchQueue.concurrentPerform(iterations: 40) { index in
            var letter = LetterSamples.letter
            letter.id = "letter.\(index % 20)"
            // What fails is missed below.
            try? transport.deliver(letter)
        }
        #expect(names.count == 20)
        #expect(names.allSatisfy { $0.hasSuffix(".eml") })
    }
}

/// A path for letters, deleted with the test.
private final class TemporaryLetters: Sendable {
    let path = NSTemporaryDirectory() + "paifang-letters-" + UUID().uuidString

    deinit {
        // There may be none; what is left in a folder for temporary files harms nobody.
        try? FileManager.default.removeItem(atPath: path)
    }
}
