import CSandbox

/// What a host may no longer do once its engines are loaded.
enum Confinement {
    /// Shuts this process in, and answers what took hold: an older kernel has less.
    static func apply(memoryLimit: Int, readable folders: [String]) -> [String] {
        var applied: [String] = []
        if CSandbox_limitMemory(UInt64(memoryLimit)) == 0 { applied.append("limits") }
        if CSandbox_forbidNetwork() == 0 { applied.append("seccomp") }
        let paths = folders.map { Array($0.utf8CString) }
        if allowReading(paths[...], opened: []) { applied.append("landlock") }
        return applied
    }

    /// Holds each path's pointer while the next is taken.
    private static func allowReading(_ paths: ArraySlice<[CChar]>, opened: [UnsafePointer<CChar>?]) -> Bool {
        guard let path = paths.first else { return CSandbox_allowReadingOnly(opened, opened.count) == 0 }
        return path.withUnsafeBufferPointer { allowReading(paths.dropFirst(), opened: opened + [$0.baseAddress]) }
    }
}
