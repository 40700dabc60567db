import ArgumentParser
import Foundation
import Platform

/// `mynah keys`.
struct KeyCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Make, list, replace and revoke API keys.",
        subcommands: [Create.self, List.self, Rotate.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key, and print it, alone; it can't be shown again.",
            discussion: """
                Examples:
                  MYNAH_KEY=$(mynah keys create --user ada --name laptop --expires 90d)
                  mynah keys create --user ada --name dashboard --scopes read

                Scopes: speak (have texts spoken, and see what came of them), read (see tasks, audio, voices and credits), clone (clone voices), admin (manage \
                the installation; nothing asks for it yet).
                """)

        @Option(help: "Whose key it is.")
        var user: String

        @Option(help: "What to call it.")
        var name = "default"

        @Option(help: "How long it is valid: a number and h, d or w, as 90d. (default: until it is revoked)")
        var expires: Lifetime?

        @Option(help: "What it may be used for: speak, clone, read, admin, with commas between. (default: speak,clone,read)")
        var scopes: KeyScopes?

        @OptionGroup var options: DataOptions

        func run() async throws {
            let installation = try await options.installation()
            let end = expires.map { installation.clock.now + $0.duration }
            print(try await installation.keys.create(user: user, name: name, scopes: scopes ?? .standard, expiresAt: end).token)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the keys, without what opens doors.",
            discussion: """
                Example:
                  mynah keys list --user ada
                """)

        @Option(help: "Only this user's keys.")
        var user: String?

        @OptionGroup var options: DataOptions

        func run() async throws {
            let installation = try await options.installation()
            let now = installation.clock.now
            let rows = try await installation.keys.list(user: user).map { key in
                [
                    key.id, key.userName, key.name, key.scopes.text, key.createdAt.rfc3339, key.lastUsedAt?.rfc3339 ?? "never",
                    Self.state(of: key, at: now),
                ]
            }
            Table([["ID", "USER", "NAME", "SCOPES", "MADE", "LAST USED", "STATE"]] + rows)
                .print(orSay: "There are no keys: `mynah keys create --user \(user ?? "NAME")` makes one.")
        }

        private static func state(of key: APIKey, at now: Timestamp) -> String {
            if key.revokedAt != nil { return "revoked" }
            if key.hasEnded(at: now) { return "expired" }
            if key.userDisabledAt != nil { return "user disabled" }
            return key.expiresAt.map { "until \($0.rfc3339)" } ?? "valid"
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key in another's place, and print it, alone.",
            discussion: """
                Examples:
                  MYNAH_KEY=$(mynah keys rotate cl0123456789abcdefghijklm)
                  MYNAH_KEY=$(mynah keys rotate cl0123456789abcdefghijklm --overlap 24h)

                The new key has the user, name and scopes of the old one, and, if that was made to end, lasts as long from now on.
                """)

        @Argument(help: "The old key's id, as `mynah keys list` shows it.")
        var id: String

        @Option(help: "How long the old key goes on: a number and h, d or w, as 24h. (default: it ends at once)")
        var overlap: Lifetime?

        @OptionGroup var options: DataOptions

        func run() async throws {
            print(try await options.installation().keys.rotate(id, overlap: overlap?.duration).token)
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a key at once.",
            discussion: """
                Example:
                  mynah keys revoke cl0123456789abcdefghijklm
                """)

        @Argument(help: "The key's id, as `mynah keys list` shows it.")
        var id: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.installation().keys.revoke(id)
            print("Revoked \(id).")
        }
    }
}

extension KeyScopes: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
