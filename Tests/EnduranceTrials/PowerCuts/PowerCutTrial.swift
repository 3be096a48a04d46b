import Foundation
import SeededRandomness
import TerminalTesting

/// Writes to a store under `strace`, and then takes the power away at any line of what it saw.
public struct PowerCutTrial {
  /// Whether `strace` is there and may trace.
  public static let isPossible: Bool = {
    let output = "/tmp/endurance-strace-\(getpid())"
    defer { unlink(output) }
    let run = try? PipedProcess(
      executable: "/usr/bin/env", arguments: ["strace", "-o", output, "true"],
      environment: ["PATH": "/usr/bin:/bin"], input: .bytes([]))
    return run?.status == .exited(0)
  }()

  private let folder: String
  private let trace: SystemCallTrace
  private let disk: SimulatedDisk

  /// A writer that failed.
  public struct WriterFailed: Error {
    /// How it ended, and what it said.
    public var words: String
  }

  /// Lets a program write to a new store.
  ///
  /// - Parameters:
  ///   - folder: An empty folder; the store is its folder `store`, which is there.
  ///   - program: The program that writes marks to its standard output.
  ///   - arguments: Its arguments.
  /// - Throws: ``WriterFailed``, or an error of the trace.
  public init(in folder: String, program: String, arguments: [String]) throws {
    self.folder = folder
    let store = "\(folder)/store"
    try FileManager.default.createDirectory(
      atPath: store, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let output = "\(folder)/trace"
    let run = try PipedProcess(
      executable: "/usr/bin/env",
      arguments: ["strace"] + SystemCallTrace.options(output: output) + [program] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder], input: .bytes([]),
      within: .seconds(600))
    guard run.status == .exited(0) else {
      throw WriterFailed(words: "\(run.status): \(run.errors)")
    }
    trace = try SystemCallTrace([UInt8](Data(contentsOf: URL(filePath: output))))
    disk = SimulatedDisk(trace, root: store)
  }

  /// What the writer was told in all.
  public var acknowledged: Acknowledgements { Acknowledgements(in: trace) }

  /// Takes the power away many times.
  ///
  /// - Parameters:
  ///   - count: How often.
  ///   - seed: Decides where, and what is kept.
  ///   - check: Looks at a folder that holds what was left of the store.
  /// - Returns: What was found.
  public func cut(
    _ count: Int, seed: Int,
    check: (_ store: String, _ acknowledged: Acknowledgements) throws -> PowerCutOutcome
  ) throws -> PowerCutReport {
    var generator = SeededGenerator(seed: seed)
    var report = PowerCutReport()
    for number in 0..<count {
      let line = generator.number(1...trace.lineCount)
      let rebuilt = "\(folder)/cut-\(number)"
      try rebuild(at: line, in: rebuilt, using: &generator)
      let acknowledged = Acknowledgements(in: trace, before: line)
      report.add(try check(rebuilt, acknowledged), acknowledged: acknowledged)
      try FileManager.default.removeItem(atPath: rebuilt)
    }
    return report
  }

  private func rebuild(
    at line: Int, in rebuilt: String, using generator: inout SeededGenerator
  ) throws {
    let grain = generator.pick(from: SimulatedDisk.Grain.allCases)
    let files = disk.files(cutAt: line, grain: grain, using: &generator)
    try FileManager.default.createDirectory(
      atPath: rebuilt, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for (path, bytes) in files {
      let place = rebuilt + path.dropFirst("\(folder)/store".count)
      try FileManager.default.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      guard
        FileManager.default.createFile(
          atPath: place, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
      else { throw WriterFailed(words: "\(place) cannot be written") }
    }
  }
}
