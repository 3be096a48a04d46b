/// Measures the rooms that have to be fast and prints tables: `swift run -c release Benchmarks`.
///
/// Arguments choose: `form`, `calculations`, `interview`, `fhirpath`, `live`.
@main
struct Benchmarks {
  static func main() throws {
    let chosen = CommandLine.arguments.dropFirst()
    func isChosen(_ part: String) -> Bool { chosen.isEmpty || chosen.contains(part) }
    var table = BenchmarkTable()
    if isChosen("form") { try FormBenchmarks.run(&table) }
    if isChosen("calculations") { try CalculationBenchmarks.run(&table) }
    if isChosen("interview") { try InterviewBenchmarks.run(&table) }
    if isChosen("live") { try LiveResourceBenchmarks.run(&table) }
    if !table.isEmpty { print(table) }
    if isChosen("fhirpath") { try FHIRPathBenchmarks.run() }
  }
}
