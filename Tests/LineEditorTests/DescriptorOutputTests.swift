import Glibc
import Testing

@testable import LineEditor

/// Writing to a descriptor, whatever the reader does.
@Suite struct DescriptorOutputTests {
  @Test func aReaderThatIsGoneIsAnError() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(throws: OutputError.readerGone) {
      try DescriptorOutput(descriptor: ends[1]).write("nobody reads this")
    }
  }

  @Test func aClosedDescriptorIsAnError() {
    #expect(throws: OutputError.readerGone) {
      try DescriptorOutput(descriptor: -1).write("nowhere")
    }
  }

  @Test func aFullDiskIsAnError() throws {
    let descriptor = open("/dev/full", O_WRONLY | O_CLOEXEC)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    #expect(throws: OutputError.failed(code: ENOSPC)) {
      try DescriptorOutput(descriptor: descriptor).write("no room")
    }
  }

  /// More than a pipe holds, written without blocking while another task reads.
  @Test func aSlowReaderGetsEverything() async throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let (source, target) = (ends[0], ends[1])
    _ = fcntl(target, F_SETFL, O_NONBLOCK)
    let reading = Task.detached {
      var total = 0
      var buffer = [UInt8](repeating: 0, count: 1000)
      while case let count = read(source, &buffer, buffer.count), count > 0 { total += count }
      close(source)
      return total
    }
    try DescriptorOutput(descriptor: target).write(String(repeating: "ü", count: 200_000))
    close(target)
    #expect(await reading.value == 400_000)
  }

  @Test func textInMemoryIsKept() {
    let output = MemoryOutput()
    output.write("one ")
    output.write("two")
    #expect(output.text == "one two")
  }
}
