import CSandbox
import EngineProtocol
import Foundation
import Speech
import SpeechEngines

/// A host process: it loads the engines once, shuts itself in, and does what arrives on its standard input, a child a request.
///
/// The parent never speaks, so that every child starts from the same state and the same request gives the same bytes; what a request leaks or breaks
/// goes with its child. Nothing here makes a thread, because a fork takes along only the one that calls it; espeak-ng makes one as it loads, which waits
/// for ever, and holds no lock, for asynchronous work that nobody gives it.
public enum HostProcess {
    /// The command-line word that starts one.
    public static let command = "host"
    /// The exit code of a host whose child did not end well: the pool tries the request elsewhere.
    private static let childFailed: Int32 = 70

    /// Serves standard input and output until the input ends; does not return.
    ///
    /// - Parameter memoryLimit: The most address space that it may have, in bytes.
    public static func run(memoryLimit: Int) -> Never {
        let channel = FrameChannel(input: STDIN_FILENO, output: STDOUT_FILENO, patience: nil)
        do {
            _ = CSandbox_closeFrom(3)
            signal(SIGPIPE, SIG_DFL)
            try Engines.loadLibraries()
            let engines = try Engines()
            try WarmUp.run()
            let confinement = Confinement.apply(memoryLimit: memoryLimit, readable: engines.dataFolders)
            try channel.write(Frame(.ready, message: HostGreeting(confinement: confinement, versions: engines.versions)))
            while let frame = try channel.read() {
                try serve(frame, engines: engines, channel: channel)
            }
            exit(EXIT_SUCCESS)
        } catch let error as SpeechEngineError {
            try? channel.write(Frame(.failed, message: HostFailure(message: error.message)))
            exit(EXIT_FAILURE)
        } catch {
            exit(EXIT_FAILURE)
        }
    }

    private static func serve(_ frame: Frame, engines: Engines, channel: FrameChannel) throws {
        guard frame.kind == .request else { throw FrameError.unexpected(frame.kind) }
        let child = CSandbox_fork()
        guard child >= 0 else { exit(EXIT_FAILURE) }
        if child == 0 { runChild(frame, engines: engines, channel: channel) }
        var code: Int32 = 0
        var signal: Int32 = 0
        guard CSandbox_wait(child, &code, &signal) == 0, code == 0, signal == 0 else {
            // The child may have stopped in mid-frame: what is on the pipe is of no use any more.
            exit(signal == 0 ? childFailed : 128 + signal)
        }
    }

    private static func runChild(_ frame: Frame, engines: Engines, channel: FrameChannel) -> Never {
        _ = CSandbox_dieWithParent()
        _ = CSandbox_limitProcessorTime(300)
        // One that neither works nor ends would stay for ever if its server were gone.
        alarm(3600)
        do {
            let work = HostWork(engines: engines, channel: channel)
            try work.run(try frame.message(HostRequest.self))
            _exit(EXIT_SUCCESS)
        } catch {
            _exit(EXIT_FAILURE)
        }
    }
}
