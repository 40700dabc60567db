import EnginePool
import Foundation

extension EnginePool {
    /// A pool of hosts that are this program.
    ///
    /// - Parameter size: How many, at most; nil for as many as the settings say.
    init(settings: Settings, size: Int? = nil) {
        self.init(
            configuration: EnginePoolConfiguration(
                executable: "/proc/self/exe", arguments: HostCommand.arguments(memoryLimit: settings.engineMemoryLimit << 20),
                size: min(size ?? .max, settings.engineCount), patience: .seconds(settings.enginePatience)))
    }
}
