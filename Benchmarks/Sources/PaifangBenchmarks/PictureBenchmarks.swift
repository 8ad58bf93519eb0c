import Flows
import Foundation
import Uploads

/// How long it takes to look at a picture that was made to use up the machine, and how much memory.
///
/// Each is looked at in a process of its own, this program again, which has made nothing and only reads the file.
enum PictureBenchmarks {
    private static let variable = "PAIFANG_PICTURE"

    static func run() {
        let file = NSTemporaryDirectory() + "paifang-picture-\(getpid())"
        // What is left in a folder for temporary files harms nobody.
        defer { try? FileManager.default.removeItem(atPath: file) }
        for bomb in PictureBombs.all {
            do {
                try Data(bomb.make()).write(to: URL(fileURLWithPath: file))
                print("{\"figure\": \"\(bomb.name)\", \(try looked(at: file))}")
            } catch {
                print("pictures: \(bomb.name): \(error)")
            }
        }
    }

    /// Looks at the file that the environment names and tells what that took; done in the other process.
    static func look() {
        guard let file = ProcessInfo.processInfo.environment[variable],
            let bytes = FileManager.default.contents(atPath: file).map({ Array($0) })
        else { return }
        var end = "taken"
        let time = Figure.measure(times: 1) {
            do throws(UploadProblem) {
                _ = try Picture(bytes, within: PictureBombs.bounds)
            } catch {
                end = error.rawValue
            }
        }
        let milliseconds = (time / 1e5).rounded() / 10
        let megabytes = (Double(mostMemory) / 102.4).rounded() / 10
        print("\"ms\": \(milliseconds), \"MB\": \(megabytes), \"end\": \"\(end)\"", terminator: "")
    }

    private static func looked(at file: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["look"]
        process.environment = [variable: file]
        process.standardOutput = output
        try process.run()
        let words = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: words, as: UTF8.self)
    }

    /// The most memory that this program has had since it began, in KB.
    ///
    /// `getrusage` would count what the process before it had.
    private static var mostMemory: Int {
        let status = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
        let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
        let line = lines.first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
    }
}
