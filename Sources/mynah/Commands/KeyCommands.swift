import ArgumentParser
import Foundation
import Platform

/// `mynah keys`.
struct KeyCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Make, list and revoke API keys.", subcommands: [Create.self, List.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key, and print it, alone; it can't be shown again.",
            discussion: """
                Example:
                  MYNAH_KEY=$(mynah keys create --user ada --name laptop --expires 90d)
                """)

        @Option(help: "Whose key it is.")
        var user: String

        @Option(help: "What to call it.")
        var name = "default"

        @Option(help: "How long it is valid: a number and h, d or w, as 90d. (default: until it is revoked)")
        var expires: Lifetime?

        @OptionGroup var options: DataOptions

        func run() async throws {
            let installation = try await options.installation()
            let end = expires.map { installation.clock.now + $0.duration }
            print(try await installation.keys.create(user: user, name: name, expiresAt: end).token)
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
                    key.id, key.userName, key.name, key.createdAt.rfc3339, key.lastUsedAt?.rfc3339 ?? "never",
                    key.revokedAt != nil ? "revoked" : key.expiresAt.map { $0 <= now ? "expired" : "until \($0.rfc3339)" } ?? "valid",
                ]
            }
            Table([["ID", "USER", "NAME", "MADE", "LAST USED", "STATE"]] + rows).print()
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
