/// Runs the benchmarks of the topics named as arguments, or of all; one JSON line a figure.
@main
struct PaifangBenchmarks {
    private static let topics: [(name: String, run: @Sendable () -> Void)] = [
        ("messages", MessageBenchmarks.run),
        ("loading", LoadingBenchmarks.run),
        ("loads", LoadingBenchmarks.loads),
        ("machine", MachineBenchmarks.run),
        ("walks", MachineBenchmarks.walks),
        ("guards", GuardBenchmarks.run),
        ("bombs", BombBenchmarks.run),
        ("pictures", PictureBenchmarks.run),
        ("look", PictureBenchmarks.look),
        ("scenarios", ScenarioBenchmarks.run),
        ("plays", ScenarioBenchmarks.plays),
    ]

    static func main() {
        let wanted = CommandLine.arguments.dropFirst()
        let unknown = wanted.filter { name in !topics.contains { $0.name == name } }
        guard unknown.isEmpty else {
            print(
                "unknown: \(unknown.joined(separator: " ")); known: \(topics.map(\.name).joined(separator: " "))"
            )
            return
        }
        for topic in topics where wanted.isEmpty || wanted.contains(topic.name) { topic.run() }
    }
}
