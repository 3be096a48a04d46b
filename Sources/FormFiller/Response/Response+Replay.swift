/// A change that was made once and cannot be made again: the form, or what it is filled in with, is
/// not the one that the changes were made with.
///
/// Nothing is left out in silence: later changes name rows by the numbers that earlier ones gave.
public struct ReplayError: Error, Sendable {
  /// How many changes were made before it.
  public let position: Int
  /// The change.
  public let change: Change
  /// Why it cannot be made.
  public let reason: ChangeError
  /// The response with all changes before it.
  public let response: Response
}

extension ReplayError: CustomStringConvertible {
  /// The error in words, without any answer or question.
  public var description: String {
    "change \(position + 1) does not fit the form that the answers were given to; open them with the "
      + "questionnaire and the program that they were given with"
  }
}

extension Response {
  /// Makes changes that were made before, in their order.
  ///
  /// The form and the context have to be those of the time. Then the response, with its rows, its
  /// parked answers and its urgent records, is what it was.
  ///
  /// - Throws: `ReplayError` at the first change that cannot be made.
  public static func replaying(
    _ changes: some Sequence<Change>, to form: Form, in context: FormContext = FormContext()
  ) throws(ReplayError) -> Response {
    var response = Response(to: form, in: context)
    for (position, change) in changes.enumerated() {
      do {
        try response.apply(change)
      } catch {
        throw ReplayError(
          position: position, change: change, reason: error, response: response)
      }
    }
    return response
  }
}
