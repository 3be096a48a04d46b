extension LineRequest {
  /// The most bytes of UTF-8 to hold so that a line beyond the limit is seen to be too long.
  var maximumBytes: Int { 4 * (maximumLength + 1) }
}
