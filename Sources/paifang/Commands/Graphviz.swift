import ArgumentParser
import Glibc

/// Draws with the program `dot` of Graphviz, where it is installed.
enum Graphviz {
    /// The picture as SVG, or an exit that says how to get Graphviz.
    static func svg(of graph: String) throws -> String {
        guard let (input, output, process) = start() else {
            Standard.error(
                "paifang: svg is drawn by Graphviz, which is not here: apt-get install graphviz"
                    + "  (text, mermaid and dot are drawn without it)"
            )
            throw ExitCode.impossible
        }
        // It reads everything before it draws, so that neither waits for the other.
        feed(Array(graph.utf8)[...], to: input)
        close(input)
        let bytes = Standard.read(output, limit: 1 << 26)
        close(output)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0, let bytes, !bytes.isEmpty else {
            Standard.error(
                "paifang: Graphviz could not draw the flow; see what --format dot prints"
            )
            throw ExitCode.impossible
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The program with a pipe to its input and one from its output; `nil` where there is none.
    private static func start() -> (input: Int32, output: Int32, process: pid_t)? {
        guard let toProgram = openPipe() else { return nil }
        guard let fromProgram = openPipe() else {
            toProgram.forEach { close($0) }
            return nil
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toProgram[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, fromProgram[1], STDOUT_FILENO)
        let words: [String] = ["dot", "-Tsvg"]
        var arguments = words.map { strdup($0) }
        arguments.append(nil)
        defer { arguments.forEach { free($0) } }
        var process: pid_t = 0
        let failure = posix_spawnp(&process, "dot", &actions, nil, &arguments, environ)
        close(toProgram[0])
        close(fromProgram[1])
        guard failure == 0 else {
            close(toProgram[1])
            close(fromProgram[0])
            return nil
        }
        return (toProgram[1], fromProgram[0], process)
    }

    /// A pipe whose ends no other program inherits: the end to read from, and the one to write to.
    private static func openPipe() -> [Int32]? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return ends
    }

    private static func feed(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) {
        var bytes = bytes
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            // A program that has stopped reading says so by its exit.
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
