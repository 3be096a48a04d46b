import FHIR

/// The emergency numbers and crisis lines of countries.
///
/// They come from a file of our own format, which names the source of each number:
///
///     { "format": "intake-crisis-lines", "version": 1,
///       "countries": { "US": { "name": "United States",
///         "emergency": { "number": "911", "words": "911", "source": "…", "confirmed": "2026-11-23" },
///         "lines": [ { "number": "988", "words": "call or text 988", "source": "…" } ] } } }
public struct CrisisLines: Sendable, Equatable {
  /// The numbers of one country.
  public struct Country: Sendable, Equatable {
    /// The country's name.
    public let name: String
    /// The emergency number.
    public let emergency: HelpNumber
    /// The crisis lines, the first for everybody.
    public let lines: [HelpNumber]

    /// All numbers.
    public var numbers: [HelpNumber] { [emergency] + lines }
  }

  /// The countries by their codes of two capital letters.
  public let countries: [String: Country]

  /// Makes a list of countries.
  public init(countries: [String: Country] = [:]) { self.countries = countries }

  /// Reads a file.
  ///
  /// - Parameter file: The name of the file, for errors.
  /// - Throws: `LibraryError` when the file is not one of crisis lines or lacks what it needs.
  public init(_ bytes: [UInt8], file: String) throws(LibraryError) {
    let root: JSONNode
    do {
      root = try JSONDocument(bytes, fileName: file).root
    } catch {
      throw LibraryError(.notJSON(error.reason), file: file, position: error.position)
    }
    guard root["format"]?.isString("intake-crisis-lines") == true, root["version"]?.integer == 1
    else { throw LibraryError(.notCrisisLines, file: file, position: root.position) }
    let reader = CrisisLinesReader(file: file)
    countries = try reader.countries(in: root)
  }
}

extension CrisisLines {
  /// The numbers of a country, or nil when the list does not have it.
  ///
  /// `UK` is reserved for the country whose code is `GB`, and often written.
  public func country(_ code: String) -> Country? {
    countries[code] ?? (code == "UK" ? countries["GB"] : nil)
  }
}

extension Library {
  /// The emergency numbers and crisis lines that the library holds, or none.
  ///
  /// - Throws: `LibraryError` when the file cannot be read or is not one.
  public func crisisLines() throws(LibraryError) -> CrisisLines {
    guard let file = manifest.crisisLines else { return CrisisLines() }
    return try CrisisLines(bytes(of: file), file: file)
  }
}
