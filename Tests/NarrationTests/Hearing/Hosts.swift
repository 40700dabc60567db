import EnginePool
import Narration
import Speech
import TestSupport

/// The host processes that the tests share: the program as it was built.
enum Hosts {
    /// As much memory as `mynah serve` gives a host unless it is told otherwise, in bytes.
    static let memoryLimit = 1 << 30

    /// The pool whose hosts nobody harms.
    static let pool = make(size: 2)

    /// A pool of its own.
    static func make(size: Int, memoryLimit: Int = memoryLimit, attempts: Int = 3) -> EnginePool {
        EnginePool(
            configuration: EnginePoolConfiguration(
                executable: BuiltProgram.path, arguments: ["host", "\(memoryLimit)"], size: size, attempts: attempts))
    }
}
