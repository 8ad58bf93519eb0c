import Dispatch
import Foundation
import Secrets
import Synchronization
import Testing

// Serialized: the umask belongs to the whole process.
@Suite("KeyFile", .serialized)
struct KeyFileTests {
    /// A directory that is gone with the test.
    private final class Place {
        let directory: String
        var file: String { directory + "/new/keys/master.key" }

        init() {
            directory =
                FileManager.default.temporaryDirectory
                .appendingPathComponent("paifang-\(UUID().uuidString)").path
            mkdir(directory, 0o700)
        }

        func write(_ content: [UInt8], mode: mode_t = 0o600) -> String {
            let path = directory + "/written.key"
            _ = FileManager.default.createFile(atPath: path, contents: Data(content))
            chmod(path, mode)
            return path
        }

        deinit {
            // A directory that stays in the temporary folder harms nobody.
            try? FileManager.default.removeItem(atPath: directory)
        }
    }

    private static let content = Array(
        "paifang-key-1\n000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n".utf8
    )

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    @Test(arguments: [0o000, 0o022, 0o077] as [mode_t])
    func `a new key file and its directories are their owner's only`(mask: mode_t) throws {
        let place = Place()
        let before = umask(mask)
        defer { umask(before) }
        _ = try KeyFile.loadOrCreate(at: place.file)
        #expect(mode(place.file) == 0o600)
        #expect(mode(place.directory + "/new/keys") == 0o700)
        #expect(mode(place.directory + "/new") == 0o700)
    }

    @Test func `a new key file can be read by its owner, however narrow the umask`() throws {
        let place = Place()
        let before = umask(0o777)
        defer { umask(before) }
        let path = place.directory + "/master.key"
        _ = try KeyFile.loadOrCreate(at: path)
        #expect(mode(path) == 0o600)
    }

    @Test func `a new key file holds the random bytes after a line that names the format`() throws {
        let place = Place()
        let keys = try KeyFile.loadOrCreate(at: place.file, random: ScriptedRandom.counting)
        #expect(FileManager.default.contents(atPath: place.file).map(Array.init) == Self.content)
        #expect(keys.identifier == MasterKeys.counting.identifier)
    }

    @Test func `the second start finds the key of the first`() throws {
        let place = Place()
        let first = try KeyFile.loadOrCreate(at: place.file)
        #expect(try KeyFile.loadOrCreate(at: place.file).identifier == first.identifier)
        #expect(try KeyFile.load(at: place.file).identifier == first.identifier)
        #expect(first.identifier != (try KeyFile.loadOrCreate(at: Place().file)).identifier)
    }

    @Test func `many that make it at once end with one key and one file`() throws {
        for _ in 0..<20 {
            let place = Place()
            let path = place.file
            let found = Mutex<[[UInt8]]>([])
            DispatchQueue.concurrentPerform(iterations: 8) { _ in
                // Whoever fails is missing in the count below.
                guard let keys = try? KeyFile.loadOrCreate(at: path) else { return }
                found.withLock { $0.append(keys.identifier) }
            }
            let identifiers = found.withLock { $0 }
            #expect(identifiers.count == 8)
            #expect(Set(identifiers).count == 1)
            let names = try FileManager.default.contentsOfDirectory(
                atPath: place.directory + "/new/keys"
            )
            #expect(names == ["master.key"])
        }
    }

    @Test func `no key file is made where one has to be`() {
        let place = Place()
        #expect(throws: KeyFileError.missing(path: place.file)) {
            try KeyFile.load(at: place.file)
        }
        #expect(mode(place.directory + "/new") == 0)
    }

    @Test(arguments: [0o644, 0o640, 0o620, 0o604, 0o602, 0o601, 0o666, 0o777] as [mode_t])
    func `a key file that others may read or write is refused`(mode: mode_t) {
        let place = Place()
        let path = place.write(Self.content, mode: mode)
        #expect(throws: KeyFileError.openToOthers(path: path, mode: mode)) {
            try KeyFile.loadOrCreate(at: path)
        }
    }

    @Test(arguments: [0o600, 0o400] as [mode_t])
    func `a key file that only its owner may read is taken`(mode: mode_t) throws {
        let place = Place()
        let keys = try KeyFile.load(at: place.write(Self.content, mode: mode))
        #expect(keys.identifier == MasterKeys.counting.identifier)
    }

    @Test func `a key file of another user is refused`() {
        let place = Place()
        let path = place.write(Self.content)
        #expect(throws: KeyFileError.wrongOwner(path: path)) {
            try KeyFile.load(at: path, owner: geteuid() + 1)
        }
    }

    @Test(arguments: [[], Array(content.dropLast()), Array(content.prefix(20)), content + [0x0A]])
    func `a key file of another size is refused and left as it is`(bytes: [UInt8]) {
        let place = Place()
        let path = place.write(bytes)
        #expect(throws: KeyFileError.wrongSize(path: path)) {
            try KeyFile.loadOrCreate(at: path)
        }
        #expect(FileManager.default.contents(atPath: path).map(Array.init) == bytes)
    }

    @Test(arguments: [
        (12, "2"), (0, "P"), (13, " "), (14, "g"), (77, "-"), (78, "0"), (40, "\0"),
    ])
    func `a key file of another format is refused`(index: Int, character: String) {
        let place = Place()
        var bytes = Self.content
        bytes.replaceSubrange(index...index, with: Array(character.utf8))
        let path = place.write(bytes)
        #expect(throws: KeyFileError.unknownFormat(path: path)) { try KeyFile.load(at: path) }
    }

    @Test func `a directory or a pipe is no key file`() {
        let place = Place()
        #expect(throws: KeyFileError.notAFile(path: place.directory)) {
            try KeyFile.loadOrCreate(at: place.directory)
        }
        let pipe = place.directory + "/pipe"
        mkfifo(pipe, 0o600)
        #expect(throws: KeyFileError.notAFile(path: pipe)) { try KeyFile.load(at: pipe) }
    }

    @Test func `a key file that anybody could replace is refused`() throws {
        let place = Place()
        let path = place.write(Self.content)
        chmod(place.directory, 0o777)
        #expect(throws: KeyFileError.directoryOpenToAll(path: place.directory)) {
            try KeyFile.load(at: path)
        }
        chmod(place.directory, 0o1777)
        #expect(try KeyFile.load(at: path).identifier == MasterKeys.counting.identifier)
    }

    @Test(arguments: ["", "\0", "a\0.key"])
    func `a path that the system would cut off is refused`(path: String) {
        #expect(throws: KeyFileError.invalidPath) { try KeyFile.loadOrCreate(at: path) }
    }

    @Test func `a failing call is named`() {
        let place = Place()
        let path = place.write([]) + "/under/a/file"
        #expect(throws: KeyFileError.system(call: "open", path: path, code: ENOTDIR)) {
            try KeyFile.loadOrCreate(at: path)
        }
    }

    @Test func `what is said about a key file names it and the way to mend it`() {
        let text = KeyFileError.openToOthers(path: "/srv/master.key", mode: 0o644).description
        #expect(text.contains("/srv/master.key") && text.contains("644"))
        #expect(text.contains("chmod 600"))
    }
}
