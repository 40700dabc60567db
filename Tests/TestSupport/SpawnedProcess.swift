import Foundation

/// A program that runs beside the tests. Letting go of it kills it.
public final class SpawnedProcess: Sendable {
    /// The process's id.
    public let id: Int32
    private let exit = ExitSignal()

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: Its path, or a name to be looked for in `PATH`.
    ///   - folder: Where it starts; nil for where the tests run.
    ///   - input: The path of what it reads.
    ///   - output: The path of what it writes to; a file is made anew.
    ///   - errors: The path of what it writes errors to.
    public init(
        _ program: String, _ arguments: [String], environment: [String: String], folder: String? = nil, input: String = "/dev/null",
        output: String = "/dev/null", errors: String = "/dev/null"
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        // env(1) changes the folder, and becomes the program.
        let command = (folder.map { ["env", "-C", $0] } ?? []) + [program] + arguments
        var words = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var id: pid_t = 0
        let code = posix_spawnp(&id, command[0], &actions, &attributes, &words, &variables)
        guard code == 0 else { throw SpawnError(program, code: code) }
        self.id = id
        Thread.detachNewThread { [exit, id] in Self.wait(for: id, exit) }
    }

    deinit {
        send(SIGKILL)
    }

    /// Sends a signal, if the process has not ended.
    public func send(_ signal: Int32) {
        exit.whileRunning { _ = kill(id, signal) }
    }

    /// Waits for the end, and answers the exit code; 128 and the signal's number for a process that a signal ended.
    ///
    /// A caller that is cancelled has the process killed.
    public func exitCode() async -> Int32 {
        await withTaskCancellationHandler {
            await exit.code()
        } onCancel: {
            send(SIGKILL)
        }
    }

    private static func wait(for id: Int32, _ exit: ExitSignal) {
        // The id stays the process's own until it is reaped, which is done where no signal is being sent.
        var information = siginfo_t()
        while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) != 0 && errno == EINTR {}
        exit.end {
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0 && errno == EINTR {}
            let signal = status & 0x7F
            return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        }
    }
}
