import Foundation

/// Tells files that are written into, and never replaced, from others: devices, pipes, sockets.
enum SpecialFile {
    /// Whether there is one at `path`, or where a link there leads.
    static func isThere(at path: String) -> Bool {
        let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let type = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType else { return false }
        return ![.typeRegular, .typeDirectory, .typeSymbolicLink].contains(type)
    }
}
