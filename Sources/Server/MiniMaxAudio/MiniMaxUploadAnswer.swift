/// The answer of `POST /v1/minimax/audio/upload-sample`.
struct MiniMaxUploadAnswer: Encodable {
    /// Where the file is, for as long as it is kept.
    var ossPath: String
    /// What `clone-voice` calls it.
    var fileID: String
}
