import Glibc

/// Text written straight to a file descriptor, without a buffer.
///
/// A write that is interrupted or done in parts is carried on. A closed reader is an error, because
/// ``ProcessSetup/prepare()`` turns the signal off that would end the process.
public final class DescriptorOutput: TextOutput {
  private let descriptor: Int32

  /// Creates an output.
  ///
  /// - Parameter descriptor: An open descriptor, usually 1 for standard output or 2 for errors.
  public init(descriptor: Int32 = 1) {
    self.descriptor = descriptor
  }

  /// Writes the whole text, or says why it could not.
  ///
  /// - Parameter text: The text to write.
  /// - Throws: ``OutputError`` when nobody can read it any more.
  public func write(_ text: String) throws(OutputError) {
    var text = text
    let failure = text.withUTF8 {
      Self.failure(writing: UnsafeRawBufferPointer($0), to: descriptor)
    }
    if let failure { throw failure }
  }

  private static func failure(
    writing bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) -> OutputError? {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      } else if let failure = failure(afterWaitingFor: descriptor, code: errno) {
        return failure
      }
    }
    return nil
  }

  /// Nothing when writing can be tried again, after a wait if the reader is slow.
  private static func failure(afterWaitingFor descriptor: Int32, code: Int32) -> OutputError? {
    switch code {
    case EINTR: return nil
    case EAGAIN:
      var slow = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&slow, 1, -1)
      return nil
    case EPIPE, EIO, EBADF: return .readerGone
    default: return .failed(code: code)
    }
  }
}
