/// Asks for months that are read soon, without waiting for them.
///
/// There is a processor's instruction for it, which takes an import; this module has none, so whoever has
/// it hands it in (``Scorer/prefetch``).
public typealias Prefetch = @Sendable (_ months: Span<Int64>) -> Void
