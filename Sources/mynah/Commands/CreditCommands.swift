import ArgumentParser
import Foundation
import Platform

/// `mynah credits`.
struct CreditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credits", abstract: "Give users credits, and see what became of them.",
        subcommands: [Show.self, History.self, Grant.self, Plan.self, Audit.self])

    private static let unmetered = "is unmetered: what is spent is recorded, and never refused."

    /// What a user can spend, in a line.
    private static func summary(of user: User, _ balance: CreditBalance) -> String {
        user.plan == .unmetered ? "\(user.name) \(unmetered)" : "\(user.name) has \(balance.total) credits."
    }

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
            let account = try await installation.users.named(user)
            let balance = try await installation.credits.balance(of: account.id)
            let grants = try await installation.credits.grants(of: user)
            let rows = grants.map { [$0.kind.rawValue, "\($0.remaining)", "\($0.amount)", $0.expiresAt?.rfc3339 ?? "never"] }
            if !rows.isEmpty { Table([["KIND", "LEFT", "OF", "ENDS"]] + rows).print() }
            let given = grants.filter { $0.kind != .permanent }.reduce(0) { $0 + $1.remaining }
            if balance.regular > given { print("\(balance.regular - given) more of this month's plan will be given when something is spent.") }
            print(CreditCommands.summary(of: account, balance))
        }
    }

    struct History: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what happened to a user's credits, the newest first.",
            discussion: """
                Examples:
                  mynah credits history ada --limit 20
                  mynah credits history ada --before cl0123456789abcdefghijklm
                """)

        @Argument(help: "The user's name.")
        var user: String

        @Option(help: "How many entries, 1 to 10000.")
        var limit = 50

        @Option(help: "Only entries older than the one with this id.")
        var before: String?

        @OptionGroup var options: DataOptions

        func run() async throws {
            let rows = try await options.installation().credits.history(of: user, limit: limit, before: before).map {
                [$0.id, $0.createdAt.rfc3339, $0.kind, "\($0.amount)", $0.taskID ?? ""]
            }
            Table([["ID", "TIME", "ENTRY", "CREDITS", "TASK"]] + rows).print(orSay: "There are no \(before == nil ? "" : "older ")entries.")
        }

        func validate() throws {
            guard (1...10_000).contains(limit) else { throw ValidationError("--limit is a whole number from 1 to 10000.") }
        }
    }

    struct Plan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set how many credits a user gets each month.",
            discussion: """
                Examples:
                  mynah credits plan ada 200000
                  mynah credits plan ada unmetered

                Where something was spent this month, its credits were given already: they stay, and the new number begins with the next month. What an unmetered \
                user spends is recorded, and never refused.
                """)

        @Argument(help: "The user's name.")
        var user: String

        @Argument(help: "How many credits a month, from 0; or unmetered.")
        var plan: CreditPlan

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.installation().credits.setPlan(of: user, to: plan)
            print(plan == .unmetered ? "\(user) \(CreditCommands.unmetered)" : "\(user) gets \(plan.text) credits a month.")
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
            let account = try await installation.users.named(user)
            print(CreditCommands.summary(of: account, try await installation.credits.balance(of: account.id)))
        }
    }
}

extension CreditPlan: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
