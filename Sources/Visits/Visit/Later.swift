import Dispatch
import Synchronization

/// A value that another thread works out, while this one does something else.
final class Later<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let group = DispatchGroup()

  /// Starts the work at once.
  init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) {
      let found = Result(catching: work)
      self.result.withLock { $0 = found }
    }
  }

  /// The value; waits until it is there.
  func get() throws -> Value {
    group.wait()
    guard let found = result.withLock({ $0 }) else {
      preconditionFailure("The work has no result.")
    }
    return try found.get()
  }
}
