extension Response {
  /// A response without answers that still holds the urgent records of this one.
  ///
  /// Somebody who takes consent back leaves nothing but the word that help may be needed.
  public func keepingOnlyUrgentRecords() -> Response {
    var response = Response(to: form)
    response.urgentRecords = urgentRecords
    response.recordedPages = [:]
    return response
  }
}
