import ArgumentParser
import Platform

/// `mynah users`.
struct UserCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users", abstract: "Make, list, disable and delete users.",
        subcommands: [Create.self, List.self, Disable.self, Enable.self, Consent.self, Delete.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the users.",
            discussion: """
                Example:
                  mynah users list
                """)

        @OptionGroup var options: DataOptions

        func run() async throws {
            let rows = try await options.installation().users.list().map { user in
                [user.name, user.plan.text, user.createdAt.rfc3339, user.disabledAt.map { "disabled since \($0.rfc3339)" } ?? "active"]
            }
            Table([["NAME", "CREDITS A MONTH", "MADE", "STATE"]] + rows)
                .print(orSay: "There are no users yet: `mynah users create NAME` makes one, and so does the first start of `mynah serve`.")
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have all of a user's keys open nothing, at once.",
            discussion: """
                Example:
                  mynah users disable ada

                Tasks that were taken on are done all the same. `mynah users enable` undoes it.
                """)

        @Argument(help: "The user's name.")
        var name: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.installation().users.disable(name)
            print("Disabled \(name): their keys open nothing.")
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have a disabled user's keys open again what they did.",
            discussion: """
                Example:
                  mynah users enable ada
                """)

        @Argument(help: "The user's name.")
        var name: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.installation().users.enable(name)
            print("Enabled \(name): their keys open again.")
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete a user, with their keys, texts and audio.",
            discussion: """
                Examples:
                  mynah users delete ada
                  mynah users delete ada --yes

                It asks for the name once more. Tasks that run are stopped within half a minute. What was spent stays in the ledger, without the name.
                """)

        @Argument(help: "The user's name.")
        var name: String

        @Flag(help: "Don't ask.")
        var yes = false

        @OptionGroup var options: DataOptions

        func run() async throws {
            let installation = try await options.installation()
            let user = try await installation.users.named(name)
            if !yes {
                let warning = "This deletes \(user.name), with their keys, texts and audio, and can't be undone."
                try Confirmation.require(user.name, warning: warning, flag: "--yes")
            }
            let files = PublicFiles(database: installation.database, store: try installation.fileStore())
            try await UserDeletion(database: installation.database, files: files, clock: installation.clock, ids: installation.ids).delete(user.name)
            print("Deleted \(user.name).")
        }
    }

    struct Consent: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that a user may clone voices.",
            discussion: """
                Examples:
                  mynah users consent ada
                  mynah users consent ada --key clp4…
                  mynah users consent ada --withdraw
                  mynah users consent ada --show

                With it a user states that the voices they clone are their own, or that those whose they are agree. Cloning is refused to \
                everyone else where the setting cloning.requires-consent is true; otherwise the statement is kept with each clone.
                """)

        @Argument(help: "The user's name.")
        var name: String

        @Option(help: "Only for this key of theirs, by its id.")
        var key: String?

        @Flag(help: "Take the statement back. Voices that were cloned stay.")
        var withdraw = false

        @Flag(help: "Only show what is on record.")
        var show = false

        @OptionGroup var options: DataOptions

        func run() async throws {
            let installation = try await options.installation()
            let consents = CloneConsents(database: installation.database, clock: installation.clock)
            if withdraw { try await consents.withdraw(of: name, keyID: key) } else if !show { try await consents.record(of: name, keyID: key) }
            let list = try await consents.list(of: name)
            guard !list.isEmpty else { return print("Nothing is on record of \(name).") }
            Table([["FOR", "SINCE"]] + list.map { [$0.keyID.isEmpty ? "all keys" : "the key \($0.keyID)", $0.givenAt.rfc3339] }).print()
        }

        func validate() throws {
            if show, withdraw { throw ValidationError("Give either --show or --withdraw, not both.") }
        }
    }

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a user.",
            discussion: """
                Examples:
                  mynah users create ada --credits 50000
                  mynah users create bob --plan unmetered
                """)

        @Argument(help: "The user's name: 1 to 64 ASCII characters without spaces and slashes, and no hyphen first.")
        var name: String

        @Option(help: "Credits a month, or unmetered. (default: the setting users.monthly-credits)")
        var plan: CreditPlan?

        @Option(parsing: .unconditional, help: "Permanent credits to begin with, beside the plan's monthly ones.")
        var credits: Int?

        @OptionGroup var options: DataOptions

        func run() async throws {
            let installation = try await options.madeInstallation()
            let user = try await installation.users.create(name: name, plan: plan ?? .monthly(installation.settings.monthlyCredits))
            if let credits { try await installation.credits.grant(credits, to: user.name, expiresAt: nil) }
            print("Made the user \(user.name). Give them a key: mynah keys create --user \(user.name)\(installation.settings.dataOption)")
        }

        func validate() throws {
            // Before the user is made.
            guard credits.map({ Credits.amounts.contains($0) }) ?? true else {
                throw ValidationError("--credits is a whole number from 1 to \(Credits.amounts.upperBound).")
            }
        }
    }
}
