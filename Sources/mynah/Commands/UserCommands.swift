import ArgumentParser
import Platform

/// `mynah users`.
struct UserCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users", abstract: "Make and list users.", subcommands: [Create.self, List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the users.",
            discussion: """
                Example:
                  mynah users list
                """)

        @OptionGroup var options: DataOptions

        func run() async throws {
            let rows = try await options.installation().users.list().map { [$0.name, "\($0.monthlyCredits)", $0.createdAt.rfc3339] }
            Table([["NAME", "CREDITS A MONTH", "MADE"]] + rows).print()
        }
    }

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a user.",
            discussion: """
                Example:
                  mynah users create ada --credits 50000
                """)

        @Argument(help: "The user's name: 1 to 64 ASCII characters without spaces and slashes.")
        var name: String

        @Option(help: "Permanent credits to begin with, beside the plan's monthly ones.")
        var credits: Int?

        @OptionGroup var options: DataOptions

        func run() async throws {
            let installation = try await options.installation()
            let user = try await installation.users.create(name: name, monthlyCredits: installation.settings.monthlyCredits)
            if let credits { try await installation.credits.grant(credits, to: user.name, expiresAt: nil) }
            print("Made the user \(user.name). Give them a key: mynah keys create --user \(user.name)\(options.data.map { " --data \($0)" } ?? "")")
        }

        func validate() throws {
            if let credits, credits < 1 { throw ValidationError("--credits is a whole number of at least 1.") }
        }
    }
}
