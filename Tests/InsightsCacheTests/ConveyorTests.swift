import Testing

@testable import InsightsCache

@Suite struct ConveyorTests {
  @Test func `values come in the order they are made, and the end stays the end`() {
    let conveyor = Conveyor<Int> { put in
      for number in 0..<1000 { put(number) }
    }
    for number in 0..<1000 { #expect(conveyor.take() == number) }
    #expect(conveyor.take() == nil)
    #expect(conveyor.take() == nil)
  }

  @Test func `where nothing is made there is nothing to take`() {
    #expect(Conveyor<Int> { _ in }.take() == nil)
  }
}
