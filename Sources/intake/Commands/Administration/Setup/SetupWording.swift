/// What set-up says.
enum SetupWording {
  /// What is kept where, a page each.
  static func pages(folder: String) -> [[String]] {
    [
      [
        "Set-up, 1 of 5: what is kept where",
        "Each interview is kept as a record in one folder of this machine:\n  \(folder)",
        "Every answer is sealed before it is written. The folder alone opens nothing. These things "
          + "open records:",
        "1. The passphrases of the people who work here. Each person has one of their own, and "
          + "nobody can look it up.",
        "2. The recovery sheet, which you make in a moment: a page of letters and digits on paper. "
          + "It opens every record without any passphrase.",
        "3. While an interview is not finished: the code that the person was given.",
      ],
      [
        "Set-up, 1 of 5: what to do with it",
        "The recovery sheet: make two copies, and lock them up in two places, away from this "
          + "machine. Whoever has one can read every record. Never keep it as a file or a photograph.",
        "Your passphrase: keep it in your head. If you write it down, lock it up.",
        "The folder: make a backup every week (intake backup). It is sealed as the folder is. Keep "
          + "it in another building.",
        "If every passphrase is forgotten and both copies of the sheet are lost, all records are "
          + "lost. Nobody can help then, not even the makers of this program.",
        "What is not hidden from whoever has the folder: when somebody answered, how much, and "
          + "which form. And whoever controls this machine can see what is typed and read on it.",
      ],
    ]
  }

  static let name = """
    Set-up, 2 of 5: the first administrator
    That is you, if you look after people, keys and backups here. You can add others later.
    """

  static let passphrase = """
    Set-up, 3 of 5: your passphrase
    At least 15 letters. Four or five words that nobody would guess are easy to remember. It is not \
    shown while you type. You cannot use the one of another program safely.
    """

  static let sheet = """
    Set-up, 4 of 5: the recovery sheet
    Write it on paper twice, or have it written to a file on a stick and print it twice on a printer \
    that keeps nothing. The sheet is not kept on this machine, and is shown only now.
    """

  static let sheetFile = """
    Name the folder of the stick, such as /media/stick. Never one of this machine: a deleted file \
    can often be found again.
    """

  static let typedBack = """
    Now take one of the two copies and type it back, line by line. That shows that it can be read \
    when it is needed. Capitals, blanks and dashes do not matter.
    """

  static let trial = """
    Set-up, 5 of 5: a trial
    A short interview is begun, answered, finished, opened, summed up and deleted, as real ones will \
    be. You only have to watch.
    """
}
