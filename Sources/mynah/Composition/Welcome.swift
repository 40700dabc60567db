import Foundation
import Logging
import Platform

/// What a server says on standard output once it listens.
struct Welcome: Sendable {
    private let installation: Installation
    private let port: Int

    init(installation: Installation, port: Int) {
        self.installation = installation
        self.port = port
    }

    /// Says where the server is; at the first start it makes a user, and shows their key and how to speak with it.
    func show(logger: Logger) async {
        do {
            // Only now that the server listens: a key that was made for a start that failed would never be seen.
            let token = try await firstKey()
            print(token.map(introduction) ?? greeting)
        } catch {
            print(greeting)
            logger.error("The first user can't be made.", metadata: ["error": "\(error)"])
        }
        // Whoever reads through a pipe wants it now.
        fflush(nil)
    }

    private func firstKey() async throws -> String? {
        let users = try await installation.users.list()
        // One whom `mynah clone` has made before any server ran has no key yet.
        guard users.allSatisfy({ $0.name == Installation.firstUserName }), try await installation.keys.list(user: nil).isEmpty else { return nil }
        let user = try await installation.firstUser()
        return try await installation.keys.create(user: user.name, name: "first", expiresAt: nil).token
    }

    private var greeting: String {
        """
        Mynah listens on \(base). Stop it with Ctrl-C.
        Make an API key with: \(command("keys create --user NAME"))
        """
    }

    private func introduction(_ token: String) -> String {
        """
        Mynah listens on \(base). Stop it with Ctrl-C.

        Your API key (it can't be shown again; make others with: \(command("keys create --user \(Installation.firstUserName)"))):

          \(token)

        Speak with two lines in another terminal:

          ID=$(curl -s \(base)/api/v1/tts -H "Authorization: Bearer \(token)" -H "Content-Type: application/json" -d '{"text":"Hello from Mynah.","voiceId":"rms"}' | sed 's/.*"speechId":"\\([^"]*\\)".*/\\1/')
          curl -f "\(base)/api/v1/tts/$ID/audio?wait=60" -H "Authorization: Bearer \(token)" -o hello.mp3

        """
    }

    /// A command as it is to be typed for this data folder.
    private func command(_ words: String) -> String {
        "\(ShellWord(CommandLine.arguments[0])) \(words)\(installation.settings.dataOption)"
    }

    private var base: String {
        let settings = installation.settings
        let isEverywhere = settings.host == "0.0.0.0" || settings.host == "::"
        return settings.publicURL ?? "http://\(isEverywhere ? "127.0.0.1" : settings.host):\(port)"
    }
}
