/// A number of bytes as people read it: `512 bytes`, `1.4 MB`. One MB is a million bytes.
struct ByteSize: CustomStringConvertible {
    private let bytes: Int

    init(_ bytes: Int) {
        self.bytes = bytes
    }

    var description: String {
        let units = ["kB", "MB", "GB", "TB"]
        guard bytes >= 1000 else { return "\(bytes) bytes" }
        var size = Double(bytes) / 1000
        var index = 0
        // Before it would be rounded up to a thousand.
        while size >= 999.95, index + 1 < units.count {
            size /= 1000
            index += 1
        }
        return "\((size * 10).rounded() / 10) \(units[index])"
    }
}
