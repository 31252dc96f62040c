import Glibc
import Terminal
import Testing

struct MailboxTests {
    @Test("ten thousand letters of many senders all arrive, each sender's in order")
    func posts() async {
        let mailbox = Mailbox<[Int]>()
        await withTaskGroup(of: Void.self) { group in
            for sender in 0..<10 {
                group.addTask { for number in 0..<1_000 { mailbox.post([sender, number]) } }
            }
        }
        let letters = mailbox.drain()
        #expect(letters.count == 10_000)
        for sender in 0..<10 {
            #expect(letters.filter { $0[0] == sender }.map { $0[1] } == Array(0..<1_000))
        }
        #expect(mailbox.drain().isEmpty)
    }

    @Test("it can be polled: readable while there is something, and not after")
    func polled() {
        let mailbox = Mailbox<Int>()
        var watched = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&watched, 1, 0) == 0)
        mailbox.post(1)
        #expect(poll(&watched, 1, 0) == 1)
        #expect(mailbox.drain() == [1])
        #expect(poll(&watched, 1, 0) == 0)
    }
}
