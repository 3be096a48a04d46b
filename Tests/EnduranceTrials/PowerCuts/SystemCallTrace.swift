/// What `strace -f -y -xx` wrote about a program and the programs it started.
public struct SystemCallTrace: Sendable {
  /// The calls, in the order in which they began.
  public private(set) var calls: [SystemCall] = []
  /// The lines of the trace.
  public private(set) var lineCount = 0

  /// A trace that cannot be replayed.
  public struct Unreadable: Error {
    /// The number of the line.
    public var line: Int
  }

  /// The options of `strace` by which a trace is made that can be read here.
  public static func options(output: String) -> [String] {
    let calls =
      "openat,creat,pwrite64,write,writev,pwritev,ftruncate,fallocate,fsync,fdatasync,rename,"
      + "renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat"
    return ["-f", "-y", "-xx", "-s", "4194304", "-e", "trace=\(calls)", "-o", output]
  }

  /// Reads a trace.
  ///
  /// - Parameter text: All of the file.
  /// - Throws: ``Unreadable`` where a buffer was cut short.
  public init(_ text: [UInt8]) throws(Unreadable) {
    var unfinished: [Int: (text: [UInt8], began: Int)] = [:]
    for (line, bytes) in text.split(separator: 0x0A).enumerated() {
      lineCount = line + 1
      guard let space = bytes.firstIndex(of: 0x20),
        let process = Int(String(decoding: bytes[..<space], as: UTF8.self))
      else { continue }
      let rest = bytes[space...].drop { $0 == 0x20 }
      if let whole = Self.cut(rest, before: " <unfinished ...>") {
        unfinished[process] = (Array(whole), line)
      } else if rest.starts(with: "<... ".utf8) {
        guard let start = unfinished.removeValue(forKey: process),
          let mark = rest.firstIndex(of: UInt8(ascii: ">"))
        else { continue }
        try add((start.text + rest[(mark + 1)...])[...], began: start.began, ended: line)
      } else {
        try add(rest, began: line, ended: line)
      }
    }
    // What never came back may still have reached the disk.
    for start in unfinished.values { try add(start.text[...], began: start.began, ended: .max) }
    calls.sort { $0.began < $1.began }
  }

  private static func cut(_ line: ArraySlice<UInt8>, before end: String) -> ArraySlice<UInt8>? {
    line.suffix(end.utf8.count).elementsEqual(end.utf8) ? line.dropLast(end.utf8.count) : nil
  }

  private mutating func add(
    _ text: ArraySlice<UInt8>, began: Int, ended: Int
  ) throws(Unreadable) {
    guard let open = text.firstIndex(of: UInt8(ascii: "(")),
      text[..<open].allSatisfy({ $0 == 0x5F || $0 >= 0x30 && $0 <= 0x7A })
    else { return }
    let equals = ended == .max ? text.endIndex : Self.resultStart(in: text) ?? text.endIndex
    // The bracket, and the spaces by which the results are set below each other.
    var inside = text[(open + 1)..<equals]
    while let last = inside.last, last == 0x20 || last == UInt8(ascii: ")") {
      inside.removeLast()
    }
    var arguments: [TracedArgument] = []
    for part in Self.parts(of: inside) {
      guard let argument = TracedArgument(part) else { throw Unreadable(line: began + 1) }
      arguments.append(argument)
    }
    let result = text[equals...].dropFirst(2).prefix { $0 == 0x2D || 0x30...0x39 ~= $0 }
    calls.append(
      SystemCall(
        name: String(decoding: text[..<open], as: UTF8.self), arguments: arguments,
        result: Int(String(decoding: result, as: UTF8.self)), began: began, ended: ended))
  }

  /// Where `= 0` begins; letters of strings are all hexadecimal, so no other sign of equality follows.
  private static func resultStart(in text: ArraySlice<UInt8>) -> Int? {
    text.lastIndex(of: UInt8(ascii: "="))
  }

  private static func parts(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split(separator: UInt8(ascii: ",")).map { $0.drop { $0 == 0x20 } }
  }
}
