/// Measures the rooms that have to be fast and prints a table: `swift run -c release Benchmarks`.
@main
struct Benchmarks {
  static func main() throws {
    var table = BenchmarkTable()
    try FormBenchmarks.run(&table)
    try CalculationBenchmarks.run(&table)
    try InterviewBenchmarks.run(&table)
    try FHIRPathBenchmarks.run(&table)
    try LiveResourceBenchmarks.run(&table)
    print(table)
  }
}
