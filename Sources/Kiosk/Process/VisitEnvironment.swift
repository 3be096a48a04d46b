/// The environment that the process of a visit gets: what a terminal needs and the settings, no more.
public enum VisitEnvironment {
  /// Variables of the terminal and the clock that are handed on.
  private static let kept: Set<String> = ["TERM", "TZ", "NO_COLOR", "ACCESSIBLE"]

  /// How the variables begin that are settings of this program.
  private static let settings = "INTAKE_"

  /// What is always set: no page about a crash, and memory that is overwritten when it is freed.
  private static let added = [
    "SWIFT_BACKTRACE": "enable=no",
    "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.perturb=165",
  ]

  /// The variables for a visit, of those that the supervisor was started with.
  ///
  /// What names an editor, a pager, a shell, a home folder or a library to load does not pass.
  public static func variables(from environment: [String: String]) -> [String: String] {
    environment
      .filter { name, _ in kept.contains(name) || name.hasPrefix(settings) }
      .merging(added) { $1 }
  }
}
