import Foundation
import Glibc
import Testing

extension CommandHome {
    /// The command, which is built beside the tests.
    static let executable: String? = {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0])
        let command = tests.deletingLastPathComponent().appendingPathComponent("paifang").path
        return FileManager.default.isExecutableFile(atPath: command) ? command : nil
    }()

    /// Only so many at once: the machine has other work, and a hash takes 64 MiB.
    private static let slots = Slots(3)

    /// Milliseconds after which a command hangs: far beyond what any takes, so that no test depends on it.
    private static let hanging = 600_000

    /// Where the command finds a project.
    enum Place {
        /// In the project of the home.
        case home
        /// In another folder.
        case folder(String)
        /// Without being told.
        case untold
    }

    /// What a command may use up; the system counts it, so a machine that has other work changes nothing.
    struct Bounds {
        /// Of a processor, in seconds.
        var processor: Int
        /// Addresses, in MiB.
        var memory: Int

        /// The words before the command, which takes the place of the shell.
        fileprivate var words: [String] {
            let limits = "ulimit -t \(processor) && ulimit -v \(memory * 1_024)"
            return ["/bin/sh", "-c", limits + #" && exec "$0" "$@""#]
        }
    }

    private func option(for place: Place) -> [String] {
        switch place {
        case .home: ["-C", project]
        case .folder(let folder): ["-C", folder]
        case .untold: []
        }
    }

    /// Runs the command to its end.
    ///
    /// - Parameters:
    ///   - arguments: A verb and its options; `-C` is added.
    ///   - input: What stands on standard input.
    ///   - place: Where the project is.
    ///   - environment: Besides HOME, the data folder and UTC.
    ///   - killedAfter: After so many milliseconds it is killed.
    ///   - bounds: What it may use up before the system ends it with a signal.
    /// - Returns: What it has written, and how it ended.
    /// - Throws: An error where there is no command, or it can't be started.
    func run(
        _ arguments: [String],
        input: [UInt8] = [],
        in place: Place = .home,
        environment: [String: String] = [:],
        killedAfter: Int? = nil,
        bounds: Bounds? = nil
    ) async throws -> CommandResult {
        try await launch(
            [try Self.command] + arguments + option(for: place),
            in: path,
            input: input,
            environment: environment,
            killedAfter: killedAfter,
            bounds: bounds
        )
    }

    /// Runs a line as a person types it, in a folder; `paifang` is the command that was built.
    func shell(
        _ line: String,
        in folder: String,
        bounds: Bounds? = nil
    ) async throws -> CommandResult {
        let place = URL(fileURLWithPath: try Self.command).deletingLastPathComponent().path
        return try await launch(
            ["/bin/sh", "-c", line],
            in: folder,
            environment: ["PATH": place + ":/usr/bin:/bin", "LANG": "en_US.UTF-8"],
            bounds: bounds
        )
    }

    private static var command: String {
        get throws {
            try #require(
                executable,
                "no command `paifang` beside \(CommandLine.arguments[0]): build it first"
            )
        }
    }

    private func launch(
        _ command: [String],
        in folder: String,
        input: [UInt8] = [],
        environment: [String: String],
        killedAfter: Int? = nil,
        bounds: Bounds? = nil
    ) async throws -> CommandResult {
        await Self.slots.take()
        defer { Task { await Self.slots.giveBack() } }

        let names = UUID().uuidString
        let inputFile = try write(input, to: "runs/\(names).in")
        let outputFile = try write("", to: "runs/\(names).out")
        let errorFile = try write("", to: "runs/\(names).err")
        let process = Process()
        let words = (bounds?.words ?? []) + command
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = [
            "HOME": path, "XDG_DATA_HOME": path + "/data", "TZ": "UTC", "PATH": "/usr/bin:/bin",
            "SWIFT_BACKTRACE": "enable=no",
        ].merging(environment) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: inputFile)
        process.standardOutput = FileHandle(forWritingAtPath: outputFile)
        process.standardError = FileHandle(forWritingAtPath: errorFile)
        try await Self.finish(process, killedAfter: killedAfter)
        defer {
            // They hold what the run said; who looks for traces afterwards must not find them here.
            for file in [inputFile, outputFile, errorFile] { unlink(file) }
        }
        return CommandResult(
            status: process.terminationStatus,
            isSignalled: process.terminationReason == .uncaughtSignal,
            outputBytes: try Self.bytes(outputFile),
            errorBytes: try Self.bytes(errorFile)
        )
    }

    /// Runs `paifang run wallet-signup` with answers.
    func sign(
        up answers: AnswerTexts,
        _ more: [String] = [],
        environment: [String: String] = [:],
        killedAfter: Int? = nil
    ) async throws -> CommandResult {
        let file = try write(answers.yaml, to: "answers.yaml")
        return try await run(
            ["run", "wallet-signup", "--no-input", "--answers", file] + more,
            environment: environment,
            killedAfter: killedAfter
        )
    }

    static func bytes(_ file: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(fileURLWithPath: file)))
    }

    private static func finish(_ process: Process, killedAfter: Int?) async throws {
        // Not a task: the threads of those may all be taken by tests that compute.
        let watchdog = DispatchWorkItem { [weak process] in
            if let process, process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
        defer { watchdog.cancel() }
        try await withCheckedThrowingContinuation { (end: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in end.resume() }
            do {
                try process.run()
                let time = DispatchTime.now() + .milliseconds(killedAfter ?? hanging)
                DispatchQueue.global().asyncAfter(deadline: time, execute: watchdog)
            } catch {
                process.terminationHandler = nil
                end.resume(throwing: error)
            }
        }
    }
}

/// Lets a number of tasks go on at the same time; others wait for their turn.
actor Slots {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
