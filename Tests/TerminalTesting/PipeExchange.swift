import Glibc

/// Writes to a program and reads from it at the same time, so that neither waits for the other.
struct PipeExchange {
  /// What came from each pipe.
  private(set) var received: [[UInt8]]

  private var rest: ArraySlice<UInt8> = []
  private let input: Pipe
  private let outputs: [Pipe]

  init(input: PipedProcess.Input, to pipe: Pipe, from outputs: [Pipe]) {
    if case .bytes(let bytes) = input { rest = bytes[...] }
    self.input = pipe
    self.outputs = outputs
    received = Array(repeating: [], count: outputs.count)
  }

  /// Runs until all outputs are closed; false when that takes too long.
  mutating func run(within limit: Duration) -> Bool {
    // A program that ends before it has read everything is no fault of the test.
    signal(SIGPIPE, SIG_IGN)
    let deadline = ContinuousClock.now + limit
    while outputs.contains(where: { $0.readEnd >= 0 }) {
      if ContinuousClock.now > deadline { return false }
      if rest.isEmpty { input.closeWriteEnd() }
      var sources = [pollfd(fd: input.writeEnd, events: Int16(POLLOUT), revents: 0)]
      sources += outputs.map { pollfd(fd: $0.readEnd, events: Int16(POLLIN), revents: 0) }
      guard poll(&sources, nfds_t(sources.count), 1000) > 0 else { continue }
      if sources[0].revents != 0 { writeSome() }
      for index in outputs.indices where sources[index + 1].revents != 0 { readSome(index) }
    }
    return true
  }

  private mutating func writeSome() {
    // No more than a pipe takes at once, or the write would wait.
    let count = rest.withUnsafeBytes { write(input.writeEnd, $0.baseAddress, min($0.count, 4096)) }
    rest = count > 0 ? rest.dropFirst(count) : []
  }

  private mutating func readSome(_ index: Int) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(outputs[index].readEnd, &buffer, buffer.count)
    if count > 0 {
      received[index] += buffer[..<count]
    } else {
      outputs[index].closeReadEnd()
    }
  }
}
