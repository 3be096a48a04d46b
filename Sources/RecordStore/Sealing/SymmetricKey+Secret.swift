import Crypto

extension SymmetricKey {
  /// Gives the bytes to a closure, which keeps no copy of them, and throws what the closure throws.
  func withSecret<Value>(
    _ body: (UnsafeRawBufferPointer) throws(SealingError) -> Value
  ) throws(SealingError) -> Value {
    let result = withUnsafeBytes { bytes -> Result<Value, SealingError> in
      do throws(SealingError) { return .success(try body(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
