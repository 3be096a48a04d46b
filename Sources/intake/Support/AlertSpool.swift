import FHIR
import Glibc
import Interview
import Kiosk

/// Calls staff by files in a folder that they, or a program of theirs, watch.
///
/// A call is one file, of our own format, that says which place needs a person and nothing about why.
/// It is written anew every two minutes until staff acknowledge it: by a file beside it that has its
/// name with `.acknowledged` behind, or by removing it. A call that could not be written is tried
/// again as often.
final class AlertSpool: AlertSink, AlertTestSpool {
  /// The time between two repetitions.
  static let interval = Duration.seconds(120)

  private let folder: String
  private let station: Station
  private let instant: () -> ContinuousClock.Instant
  private let time: () -> PartialDateTime
  private var calls: [Call] = []

  /// Where staff are to go.
  struct Station: Sendable, Equatable {
    /// What the machine or the visit is known as.
    var label: String?
    /// Where it stands.
    var place: String?
  }

  private struct Call {
    let name: String
    let raised: PartialDateTime
    var purpose = Purpose.person
    var writings = 0
    var lastTried: ContinuousClock.Instant
    /// The folder that the file is in, once it is.
    var folder: FileSystem.Identity?
  }

  /// Makes calls from a station.
  ///
  /// - Parameters:
  ///   - instant: A clock that only goes forwards.
  ///   - time: The time that is written.
  init(
    folder: String, station: Station, instant: @escaping () -> ContinuousClock.Instant = { .now },
    time: @escaping () -> PartialDateTime = { SystemClock.now() }
  ) {
    self.folder = folder
    self.station = station
    self.instant = instant
    self.time = time
  }

  /// What a call is for.
  private enum Purpose: String {
    case person = "needs a person now"
    case test = "a test: nobody needs a person; acknowledge this call"
  }

  func call() -> CallOutcome {
    var call = Call(name: newName(start: "alert"), raised: time(), lastTried: instant())
    write(&call)
    calls.append(call)
    return call.folder == nil ? .failed : .wentOut
  }

  /// Makes a call that says it is a test, and is not repeated; nil when it could not be written.
  func callForTest() -> AlertTest? {
    var call = Call(
      name: newName(start: Self.startOfTest), raised: time(), purpose: .test, lastTried: instant())
    write(&call)
    return call.folder.map {
      AlertTest(file: call.name, device: UInt64($0.device), folder: UInt64($0.number))
    }
  }

  /// How the names of test calls begin; the day follows.
  private static let startOfTest = "alert-test"

  /// Whether a test call is of today and was acknowledged, as every call is.
  func isAcknowledged(_ test: AlertTest) -> Bool {
    let written = FileSystem.Identity(device: dev_t(test.device), number: ino_t(test.folder))
    return test.file.hasPrefix("\(Self.startOfTest)-\(time().date)-")
      && isAcknowledged(test.file, in: written)
  }

  private func newName(start: String) -> String {
    // Neither label nor place, which somebody typed, comes into the name of a file.
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    return "\(start)-\(time().date)-\(random).json"
  }

  var hasUnansweredCall: Bool {
    calls.contains { $0.folder != nil && !isAcknowledged($0) }
  }

  func repeatCalls() -> Duration? {
    let now = instant()
    for index in calls.indices.reversed() where now - calls[index].lastTried >= Self.interval {
      if isAcknowledged(calls[index]) {
        calls.remove(at: index)
      } else {
        calls[index].lastTried = now
        write(&calls[index])
      }
    }
    return calls.map { $0.lastTried + Self.interval - now }.min()
  }

  private func path(_ name: String) -> String { FileSystem.path(name, in: folder) }

  private func isAcknowledged(_ call: Call) -> Bool {
    call.folder.map { isAcknowledged(call.name, in: $0) } ?? false
  }

  /// A file that is not there was removed by staff only if its folder is still the same: a disk that
  /// went away has acknowledged nothing.
  private func isAcknowledged(_ name: String, in written: FileSystem.Identity) -> Bool {
    if FileSystem.kind(of: path(name) + ".acknowledged") != .nothing { return true }
    return FileSystem.kind(of: path(name)) == .nothing
      && FileSystem.identity(of: folder) == written
  }

  private func write(_ call: inout Call) {
    let document = document(of: call)
    do throws(FileError) {
      try FileSystem.writePrivately(
        JSONWriter().bytes(of: document.root), to: path(call.name), existing: .isReplaced)
    } catch {
      // The page of help says less then; nothing may keep it from the screen.
      return
    }
    call.writings += 1
    call.folder = FileSystem.identity(of: folder)
  }

  private func document(of call: Call) -> JSONDocument {
    JSONBuilder.object { root in
      root.add("format", "intake-alert")
      root.add("version", 1)
      root.add("message", call.purpose.rawValue)
      if let label = station.label { root.add("label", label) }
      if let place = station.place { root.add("place", place) }
      root.add("raised", call.raised.description)
      root.add("written", time().description)
      root.add("repetition", call.writings)
    }
  }
}
