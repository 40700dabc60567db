import ArgumentParser
import Foundation
import Platform

/// `mynah credits`.
struct CreditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credits", abstract: "Give users credits, and see what became of them.",
        subcommands: [Show.self, History.self, Grant.self, Plan.self, Audit.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a user can spend, in the order in which it will be.",
            discussion: """
                Example:
                  mynah credits show ada
                """)

        @Argument(help: "The user's name.")
        var user: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            let installation = try await options.installation()
            let balance = try await installation.credits.balance(of: installation.users.named(user).id)
            let grants = try await installation.credits.grants(of: user)
            let rows = grants.map { [$0.kind.rawValue, "\($0.remaining)", "\($0.amount)", $0.expiresAt?.rfc3339 ?? "never"] }
            Table([["KIND", "LEFT", "OF", "ENDS"]] + rows).print()
            let given = grants.reduce(0) { $0 + $1.remaining }
            if balance.total > given { print("\(balance.total - given) more of this month's plan will be given when something is spent.") }
            print("\(user) has \(balance.total) credits.")
        }
    }

    struct History: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what happened to a user's credits, the newest first.",
            discussion: """
                Example:
                  mynah credits history ada --limit 20
                """)

        @Argument(help: "The user's name.")
        var user: String

        @Option(help: "How many entries, 1 to 10000.")
        var limit = 50

        @OptionGroup var options: DataOptions

        func run() async throws {
            let rows = try await options.installation().credits.history(of: user, limit: limit).map {
                [$0.createdAt.rfc3339, $0.kind, "\($0.amount)", $0.taskID ?? ""]
            }
            Table([["TIME", "ENTRY", "CREDITS", "TASK"]] + rows).print()
        }

        func validate() throws {
            guard (1...10_000).contains(limit) else { throw ValidationError("--limit is a whole number from 1 to 10000.") }
        }
    }

    struct Plan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set how many credits a user gets each month, from the next on.",
            discussion: """
                Example:
                  mynah credits plan ada 200000
                """)

        @Argument(help: "The user's name.")
        var user: String

        @Argument(help: "How many credits a month, from 0.")
        var amount: Int

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.installation().credits.setPlan(of: user, monthlyCredits: amount)
            print("\(user) gets \(amount) credits a month.")
        }
    }

    struct Audit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Work out all balances anew from the ledger, and say where they disagree.",
            discussion: """
                Example:
                  mynah credits audit

                It ends with code 1 if something disagrees.
                """)

        @OptionGroup var options: DataOptions

        func run() async throws {
            let findings = try await CreditAudit(database: options.installation().database).findings()
            for finding in findings { print(finding) }
            guard findings.isEmpty else { throw ExitCode.failure }
            print("All credits add up.")
        }
    }

    struct Grant: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a user credits.",
            discussion: """
                Example:
                  mynah credits grant ada 50000 --expires 2027-01-31
                """)

        @Argument(help: "The user's name.")
        var user: String

        @Argument(help: "How many credits, at least 1.")
        var amount: Int

        @Option(help: "The last day on which they can be spent (UTC), as 2027-01-31. (default: they never expire)")
        var expires: Day?

        @OptionGroup var options: DataOptions

        func run() async throws {
            let installation = try await options.installation()
            try await installation.credits.grant(amount, to: user, expiresAt: expires?.end)
            let balance = try await installation.credits.balance(of: installation.users.named(user).id)
            print("\(user) now has \(balance.total) credits.")
        }
    }
}
