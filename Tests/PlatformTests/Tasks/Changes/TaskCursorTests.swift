import Testing

@testable import Platform

@Suite struct TaskCursorTests {
    @Test func `a place is written and read`() {
        for cursor in [
            TaskCursor(time: Timestamp(milliseconds: 1_795_247_520_123), taskID: "cl9kh0"), TaskCursor(time: Timestamp(milliseconds: 0)),
        ] {
            #expect(TaskCursor(cursor.text) == cursor)
        }
        #expect(TaskCursor(time: Timestamp(milliseconds: 5), taskID: "cla").text == "5-cla")
    }

    @Test(arguments: [
        "", "-", "5", "-5", "-cla", "x-cla", "5-CLA", "5-cl a", "5-cl-a", "+5-cla", " 5-cla", "5-cla\n", "5-clé", "٥-cla", "1234567890123456-cla",
        "5-" + String(repeating: "a", count: 65),
    ])
    func `what is no place is none`(text: String) {
        #expect(TaskCursor(text) == nil)
    }

    @Test func `places are in the order of time, then of ids`() {
        let texts = ["5-", "5-a", "5-b", "10-", "10-a"]
        #expect(texts.compactMap { TaskCursor($0) }.sorted().map(\.text) == texts)
    }
}
