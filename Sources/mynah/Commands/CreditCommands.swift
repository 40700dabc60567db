import ArgumentParser
import Foundation
import Platform

/// `mynah credits`.
struct CreditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "credits", abstract: "Give users credits.", subcommands: [Grant.self])

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
