import LineEditor

/// The standard streams that data and messages go to.
enum StandardStream {
  /// Data, which can be piped.
  static var output: DescriptorOutput { DescriptorOutput(descriptor: 1) }
  /// Messages.
  static var error: DescriptorOutput { DescriptorOutput(descriptor: 2) }
}
