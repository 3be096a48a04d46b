/// Why text could not be written.
public enum OutputError: Error, Equatable, Sendable {
  /// Nobody reads any more: the pipe is closed or the terminal is gone.
  case readerGone

  /// The system refused; the number is that of `errno`.
  case failed(code: Int32)
}

extension OutputError: CustomStringConvertible {
  /// What is wrong and how to put it right.
  public var description: String {
    switch self {
    case .readerGone: "Nobody reads the output any more. Run the program again."
    case .failed(let code):
      "The output cannot be written (system error \(code)). Check the free space on the disk."
    }
  }
}
