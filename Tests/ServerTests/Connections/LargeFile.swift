/// A text whose speech is more than the kernel keeps of a download for a client that does not read.
enum LargeFile {
    /// 5000 bytes; as WAV some 15 MB.
    static let text = String(repeating: "Too long to be read at once. ", count: 172)
}
