import Files
import Narration

/// Writes a narration into a file of the store that is in the making.
struct TaskOutput: NarrationOutput {
    let writer: any FileWriter

    func restart() throws {
        try writer.restart()
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws {
        try bytes.withUnsafeBytes { try writer.write($0, at: offset) }
    }
}
