/// An expression made ready to be evaluated: immutable, so that any number of threads may use it.
final class Program: Sendable {
  /// Allocated once, never written again and freed with the program.
  nonisolated(unsafe) let instructions: UnsafeBufferPointer<Instruction>
  let root: Int32
  let constants: [Item]
  /// Names of elements that the type table does not have, and of variables from outside.
  let names: [String]
  /// How many variables the expression defines.
  let variableCount: Int
  /// Whether unknown elements are errors.
  let isStrict: Bool
  /// Regular expressions that are literals, by the number of their constant.
  let patterns: [Int32: Pattern]

  init(
    instructions: [Instruction], root: Int32, constants: [Item], names: [String],
    variableCount: Int, patterns: [Int32: Pattern], isStrict: Bool
  ) {
    let buffer = UnsafeMutableBufferPointer<Instruction>.allocate(capacity: instructions.count)
    _ = buffer.initialize(from: instructions)
    self.instructions = UnsafeBufferPointer(buffer)
    self.isStrict = isStrict
    self.root = root
    self.constants = constants
    self.names = names
    self.variableCount = variableCount
    self.patterns = patterns
  }

  deinit { instructions.deallocate() }
}
