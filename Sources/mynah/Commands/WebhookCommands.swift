import ArgumentParser
import Foundation
import Platform

/// `mynah webhooks`.
struct WebhookCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks", abstract: "See what became of webhooks, send them again, and show what signs them.",
        subcommands: [List.self, Show.self, Redeliver.self, Secret.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List webhooks, the newest first.",
            discussion: """
                Examples:
                  mynah webhooks list
                  mynah webhooks list --user ada --state failed
                """)

        @Option(help: "Only this user's.")
        var user: String?

        @Option(help: "Only those in this state: waiting, delivered or failed.")
        var state: WebhookState?

        @Option(help: "How many, 1 to 10000.")
        var limit = 50

        @OptionGroup var options: DataOptions

        func run() async throws {
            let rows = try await options.installation().webhooks.list(user: user, state: state, limit: limit).map {
                [$0.id, $0.userName, $0.taskID, $0.createdAt.rfc3339, $0.state.rawValue, "\($0.attempts)", $0.urlWithoutQuery]
            }
            Table([["ID", "USER", "TASK", "MADE", "STATE", "TRIES", "URL"]] + rows).print(orSay: "There are no webhooks.")
        }

        func validate() throws {
            guard (1...10_000).contains(limit) else { throw ValidationError("--limit is a whole number from 1 to 10000.") }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a webhook, with every try to deliver it.",
            discussion: """
                Example:
                  mynah webhooks show cl0123456789abcdefghijklm
                """)

        @Argument(help: "The webhook's id, as `mynah webhooks list` shows it.")
        var id: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            let (delivery, tries) = try await options.installation().webhooks.delivery(id)
            print("\(delivery.id), of the task \(delivery.taskID) of \(delivery.userName), to \(delivery.url)")
            let rows = tries.map { [$0.startedAt.rfc3339, "\($0.milliseconds) ms", $0.error ?? $0.status.map { "answered \($0)" } ?? ""] }
            Table([["TIME", "TOOK", "WHAT CAME OF IT"]] + rows).print()
            print(Self.end(of: delivery))
        }

        private static func end(of delivery: WebhookDelivery) -> String {
            switch delivery.state {
            case .waiting: "It is tried next at \(delivery.dueAt?.rfc3339 ?? "any moment")."
            case .delivered: "It was delivered at \(delivery.endedAt?.rfc3339 ?? "an unknown time")."
            case .failed:
                "It was given up at \(delivery.endedAt?.rfc3339 ?? "an unknown time"). Send it again with: mynah webhooks redeliver \(delivery.id)"
            }
        }
    }

    struct Redeliver: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send webhooks again, whatever became of them.",
            discussion: """
                Example:
                  mynah webhooks redeliver cl0123456789abcdefghijklm

                A server that runs sends them within a second or two; else the next that starts does.
                """)

        @Argument(help: "The webhooks' ids, as `mynah webhooks list` shows them.")
        var ids: [String]

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.installation().webhooks.redeliver(ids)
            for id in ids { print("\(id) is sent again.") }
        }
    }

    struct Secret: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what signs a user's webhooks, alone; it is made if there is none.",
            discussion: """
                Examples:
                  mynah webhooks secret ada
                  mynah webhooks secret ada --rotate
                """)

        @Argument(help: "The user's name.")
        var user: String

        @Flag(help: "Make a new one first. Whatever is sent from now on is signed by it.")
        var rotate = false

        @OptionGroup var options: DataOptions

        func run() async throws {
            let secrets = try await options.installation().webhookSecrets
            print(rotate ? try await secrets.rotate(of: user) : try await secrets.secret(of: user))
        }
    }
}

extension WebhookState: ExpressibleByArgument {}
