import EngineProtocol
import Foundation

/// A host's process and the pipes to it, owned by one ``Host`` and used on its thread alone.
final class ChildProcess {
    /// The process's id, which is its group's too.
    let id: Int32
    /// Frames to and from it.
    let channel: FrameChannel
    private let input: Int32
    private let output: Int32
    private var ending: HostLoss?

    /// Starts the program, in a process group of its own, with nothing open but its pipes.
    ///
    /// - Throws: ``EnginePoolError/hostDidNotStart(_:)``.
    init(configuration: EnginePoolConfiguration) throws(EnginePoolError) {
        // Writing to a host that has died must be an error, not this process's end.
        signal(SIGPIPE, SIG_IGN)
        let toHost = try Self.pipe()
        let fromHost: (reading: Int32, writing: Int32)
        do {
            fromHost = try Self.pipe()
        } catch {
            close(toHost.reading)
            close(toHost.writing)
            throw error
        }
        defer {
            close(toHost.reading)
            close(fromHost.writing)
        }
        do {
            id = try Self.spawn(configuration, input: toHost.reading, output: fromHost.writing)
        } catch {
            close(toHost.writing)
            close(fromHost.reading)
            throw error
        }
        for descriptor in [toHost.writing, fromHost.reading] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
        input = toHost.writing
        output = fromHost.reading
        channel = FrameChannel(input: output, output: input, patience: configuration.patience)
    }

    /// Closes the pipes, at which a healthy host ends by itself, kills its whole group if it does not, and waits for its end. May be called again.
    func end() {
        guard ending == nil else { return }
        close(input)
        close(output)
        var status: Int32 = 0
        var ended = waitpid(id, &status, WNOHANG)
        for _ in 0..<100 where ended == 0 {
            usleep(2000)
            ended = waitpid(id, &status, WNOHANG)
        }
        Self.kill(id)
        while ended == 0 || (ended < 0 && errno == EINTR) { ended = waitpid(id, &status, 0) }
        let signal = status & 0x7F
        ending = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }

    /// What became of the process, given what went wrong in talking to it; an error that is not the process's is answered as it is.
    func loss(after error: any Error) -> any Error {
        guard let error = error as? FrameError else { return error }
        return switch error {
        case .timedOut: HostLoss.hung
        case .closed, .system: ending ?? HostLoss.closed
        case .tooLong, .unknownKind, .unexpected, .malformed: HostLoss.brokeProtocol
        }
    }

    /// Kills a host and the child that works for it.
    static func kill(_ id: Int32) {
        _ = Foundation.kill(-id, SIGKILL)
    }

    private static func pipe() throws(EnginePoolError) -> (reading: Int32, writing: Int32) {
        var descriptors: [Int32] = [0, 0]
        guard Foundation.pipe(&descriptors) == 0 else { throw .hostDidNotStart(String(cString: strerror(errno))) }
        // A host that starts in between inherits them, and closes what it does not know first of all.
        for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return (descriptors[0], descriptors[1])
    }

    private static func spawn(_ configuration: EnginePoolConfiguration, input: Int32, output: Int32) throws(EnginePoolError) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        var arguments = ([configuration.executable] + configuration.arguments).map { strdup($0) } + [nil]
        var environment = inherited.map { strdup($0) } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        var id: pid_t = 0
        let status = posix_spawn(&id, configuration.executable, &actions, &attributes, &arguments, &environment)
        guard status == 0 else { throw .hostDidNotStart("\(configuration.executable): \(String(cString: strerror(status)))") }
        return id
    }

    /// A host is told where libraries and data are, and nothing else: the environment may hold secrets.
    private static var inherited: [String] {
        let environment = ProcessInfo.processInfo.environment
        return ["PATH", "LD_LIBRARY_PATH", "ESPEAK_DATA_PATH"].compactMap { name in environment[name].map { "\(name)=\($0)" } }
    }
}
