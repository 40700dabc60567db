import Foundation
import Platform

/// What a server says on standard output when it listens.
struct Welcome: Sendable {
    /// The first user's key; nil when it was shown at an earlier start.
    private let token: String?

    /// Makes the first user and their key, if there is no user yet.
    static func firstStart(of installation: Installation) async throws -> Welcome {
        guard try await installation.users.count() == 0 else { return Welcome(token: nil) }
        let user = try await installation.users.create(name: "admin", monthlyCredits: installation.settings.monthlyCredits)
        return Welcome(token: try await installation.keys.create(user: user.name, name: "first", expiresAt: nil).token)
    }

    /// The text for a server that listens on `port`.
    func text(settings: Settings, port: Int) -> String {
        let base = settings.publicURL ?? "http://\(settings.host == "0.0.0.0" || settings.host == "::" ? "127.0.0.1" : settings.host):\(port)"
        guard let token else {
            return """
                Mynah listens on \(base). Stop it with Ctrl-C.
                Your API key was shown at the first start; make another with: mynah keys create --user admin
                """
        }
        return """
            Mynah listens on \(base). Stop it with Ctrl-C.

            Your API key, which can't be shown again (make others with `mynah keys create --user admin`):

              \(token)

            Speak with two lines in another terminal:

              ID=$(curl -s \(base)/api/v1/tts -H "Authorization: Bearer \(token)" -H "Content-Type: application/json" -d '{"text":"Hello from Mynah.","voiceId":"rms"}' | sed 's/.*"speechId":"\\([^"]*\\)".*/\\1/')
              curl -f "\(base)/api/v1/tts/$ID/audio?wait=60" -H "Authorization: Bearer \(token)" -o hello.mp3

            """
    }
}
