import Platform

/// Tells of a task in few words.
struct TestWebhookFormat: WebhookFormat {
    let name = "test"

    func body(of task: SpeechTask, voice: ListedVoice?, linkBase: String) throws -> String {
        #"{"id":"\#(task.id)","state":"\#(task.state.rawValue)","link":"\#(linkBase)/\#(task.fileName ?? "")"}"#
    }
}
