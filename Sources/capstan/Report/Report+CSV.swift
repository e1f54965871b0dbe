import CapabilityScore

extension Report {
  /// The metrics of every track, one a row.
  var csv: String {
    var rows = [["area", "track", "own", "metric", "points", "max_points", "counted", "reason"]]
    for area in areas {
      for track in area.tracks {
        for metric in track.metrics {
          rows.append([
            area.name, track.name, track.isOwn ? "yes" : "no", metric.name,
            "\(metric.points.value)", "\(metric.maxPoints)", metric.counted, metric.reason,
          ])
        }
      }
    }
    return CSVText.text(rows) + "\n"
  }
}
