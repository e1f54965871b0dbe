import TerminalKit
import Testing

@Suite struct MailboxTests {
  @Test func `messages come out in the order they were posted, once`() async {
    let mailbox = Mailbox<Int>()
    for number in 0..<5 { mailbox.post(number) }
    #expect(mailbox.drain() == [0, 1, 2, 3, 4])
    #expect(mailbox.drain() == [])
  }

  @Test func `no message of many threads is lost`() async {
    let mailbox = Mailbox<Int>()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<100 { group.addTask { mailbox.post(number) } }
    }
    #expect(Set(mailbox.drain()) == Set(0..<100))
  }
}
