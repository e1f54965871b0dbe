/// One subscription of Enterprise Mobility + Security. A row of its export has all three workloads.
struct MobilitySuite {
  let intune: Series?
  let entra: Series?
  let azip: Series?
  let association: Association
  let months: Range<Int>
  let seed: UInt64
}
