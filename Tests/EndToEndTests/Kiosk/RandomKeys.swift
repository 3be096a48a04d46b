import SeededRandomness

/// Keys that somebody hits at random, among them words that mean something.
struct RandomKeys {
  private var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  private static let words = [
    "", "", "", "0", "1", "2", "3", "4", "5", "6", "yes", "no", "stop", "review", "hide", "person",
    "back", "skip", "help", "?", "<", "plain", "list", "change 1", "remove 1", "not sure",
    "staff", ":staff", "resume", "ana", "ABCD-EFGH-JKMN-PQRS", ":language", ":learn", ":commands",
    ":why", "::staff", "../../etc/passwd", "!sh", ":!sh", "%s%n", "bind -v", "history list",
  ]

  private static let sequences = [
    "\u{1B}", "\u{1B}x", "\u{1B}v", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H",
    "\u{1B}[3~", "\u{1B}[11~", "\u{1B}OP", "\u{1B}[[A", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}]0;x",
    "\u{1B}P", "\u{1B}[1;5C", "\u{1B}[999999999999m", "\u{1B}[?2004l", "\u{1B}c", "\u{07}",
  ]

  /// About so many keys.
  mutating func next(_ count: Int) -> [UInt8] {
    var keys: [UInt8] = []
    while keys.count < count {
      switch generator.number(0...9) {
      case 0...2: keys.append(UInt8(generator.number(0x20...0x7E)))
      case 3, 4: keys.append(0x0D)
      case 5: keys.append(UInt8(generator.number(0x00...0x1F)))
      case 6: keys += generator.pick(from: Self.sequences).utf8
      case 7, 8: keys += (generator.pick(from: Self.words) + "\r").utf8
      default: keys.append(UInt8(generator.number(0x7F...0xFF)))
      }
    }
    return keys
  }
}
