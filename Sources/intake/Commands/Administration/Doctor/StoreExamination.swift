/// Opens the store for the doctor, and asks it what it knows of itself.
struct StoreExamination {
  let folder: String

  func run(now: Int64) -> (StoreState, Examination.AlertTest?) { (.missing, nil) }
}
