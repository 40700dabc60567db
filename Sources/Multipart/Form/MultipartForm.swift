/// A form as it was read: its fields in memory, and of each file what the sink made of it.
public struct MultipartForm<File> {
    /// The values of the fields that are no files, by name, in order. More than one only where the name may repeat.
    public internal(set) var fields: [String: [String]] = [:]
    /// The files by name, in order. More than one only where the name may repeat.
    public internal(set) var files: [String: [File]] = [:]

    init() {}

    /// Whether a part had that name.
    func has(_ name: String) -> Bool {
        fields[name] != nil || files[name] != nil
    }
}

extension MultipartForm: Sendable where File: Sendable {}
