/// A document or picture with an answer (R4, 2.24.0.3 `Attachment`); its data stays in the JSON.
public struct Attachment: Sendable, Hashable {
  /// The media type.
  public var contentType: String?
  /// Where the data can be fetched.
  public var url: String?
  /// The data as base64.
  public var data: String?
  /// The stated size in bytes.
  public var size: Int?
  /// The words for people.
  public var title: String?

  /// Makes an attachment.
  public init(
    contentType: String? = nil, url: String? = nil, data: String? = nil, size: Int? = nil,
    title: String? = nil
  ) {
    self.contentType = contentType
    self.url = url
    self.data = data
    self.size = size
    self.title = title
  }

  /// The size in bytes: as stated, else that of the data.
  public var byteCount: Int? {
    if let size { return size }
    guard let data else { return nil }
    let padding = data.utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    return data.utf8.count / 4 * 3 - min(padding, 2)
  }
}
