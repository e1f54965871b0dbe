/// The least-effort choice of one option per metric that reaches a total.
///
/// Exact for the options at hand: metrics add up, so that the choices over the first metrics of which
/// none is beaten in effort and points by another are all that the rest can need (a dynamic programme
/// over the Pareto frontier). Totals beyond the target are worth no more than the target.
struct PlanChoice: PlanBargain {
  var effort = 0.0
  var points = Points.zero
  /// The number of the option for each metric so far.
  var options: [Int] = []

  /// - Returns: The cheapest choice that reaches the target with every metric above 0; where there is
  ///   none, the one that earns the most.
  static func least(_ metrics: [[PlanOption]], target: Points) -> PlanChoice {
    var frontier = [PlanChoice()]
    for options in metrics {
      let earning = options.indices.filter { options[$0].points > .zero }
      let allowed = earning.isEmpty ? Array(options.indices.prefix(1)) : earning
      var next: [PlanChoice] = []
      for choice in frontier {
        for number in allowed {
          next.append(
            PlanChoice(
              effort: choice.effort + options[number].effort,
              points: min(choice.points + options[number].points, target),
              options: choice.options + [number]))
        }
      }
      frontier = next.unbeaten()
    }
    return frontier.last ?? PlanChoice()
  }
}
