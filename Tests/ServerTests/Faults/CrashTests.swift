import Foundation
import TestSupport
import Testing

/// Servers and engines that are killed at any moment.
@Suite struct CrashTests {
    private static let credits = 1_000_000_000

    @Test(.timeLimit(.minutes(Soak.isLong ? 600 : 5)))
    func `whatever is killed at whatever moment, every task is done, paid once and whole`() async throws {
        var random = SeededGenerator(seed: Soak.seed)
        var server = try await RunningServer.start(environment: ["MYNAH_ENGINES_COUNT": "2"])
        var user = try await server.newUser(monthlyCredits: 0, permanentCredits: Self.credits)
        var spent = 0
        var names: Set<String> = []
        let rounds = Soak.rounds(short: 3, long: 100)
        var deaths = (servers: 0, hosts: 0)
        for round in 1...rounds {
            let plan = CrashPlan(round: round, using: &random)
            let answers = try await disturbed(server, user, plan, &random)
            deaths.hosts += plan.hostDeaths.count
            if plan.serverDeath != nil {
                server = try await server.restarted(environment: ["MYNAH_ENGINES_COUNT": "2"])
                user.url = server.url
                deaths.servers += 1
            }
            for (order, answer) in zip(plan.orders, answers) {
                names.insert(try await finishedFile(of: order, answered: answer, user))
                spent += order.price
            }
            try await expectOrder(server, user, spent: spent, names: names)
            Soak.say(
                "round \(round) of \(rounds): \(plan.orders.count) tasks, server killed after \(plan.serverDeath.map { "\($0) ms" } ?? "no time"), \(plan.hostDeaths.count) hosts killed"
            )
        }
        #expect(await server.stop() == 0)
        Soak.say("\(names.count) tasks done, \(deaths.servers) servers and \(deaths.hosts) hosts killed, \(spent) credits spent")
    }

    /// Places the orders, kills what the plan says, and answers the ids that the client was told.
    private func disturbed(
        _ server: RunningServer, _ user: APIClient, _ plan: CrashPlan, _ random: inout SeededGenerator
    ) async throws -> [String?] {
        async let answers = withTaskGroup(of: (Int, String?).self) { group in
            for (number, order) in plan.orders.enumerated() {
                group.addTask { (number, try? await Self.place(order, user)) }
            }
            return await group.reduce(into: [String?](repeating: nil, count: plan.orders.count)) { $0[$1.0] = $1.1 }
        }
        // It is time itself that these tests are about: a moment that nothing announces.
        for delay in plan.hostDeaths {
            try await Task.sleep(for: .milliseconds(delay))
            if let host = server.hosts.randomElement(using: &random) { kill(host, SIGKILL) }
        }
        if let delay = plan.serverDeath {
            try await Task.sleep(for: .milliseconds(delay))
            await server.kill()
        }
        return await answers
    }

    private static func place(_ order: CrashPlan.Order, _ user: APIClient) async throws -> String {
        let answer = try await user.speak(order.text, voice: order.voice, format: order.format, once: order.key)
        guard let id = try answer.json["speechId"].string else { throw HTTPFailure(description: answer.text) }
        return id
    }

    /// Asks again, as a client does that got no answer, waits for the task, and answers the name of its file.
    private func finishedFile(of order: CrashPlan.Order, answered: String?, _ user: APIClient) async throws -> String {
        let id = try await Self.place(order, user)
        if let answered { #expect(id == answered, "\(order.key) was taken on twice") }
        let audio = try await user.get("/api/v1/tts/\(id)/audio?wait=300")
        #expect(audio.status == 200, "\(order.key): \(audio.text)")
        #expect(audio["Content-Length"] == "\(audio.body.count)")
        let speech = try await user.get("/api/v1/tts/\(id)").json["speech"]
        #expect(speech["status"] == "COMPLETED" && speech["creditsUsed"].integer == order.price)
        let duration = try order.format == "pcm" ? Double(audio.body.count) / 48_000 : DecodedAudio(audio.body).duration
        #expect(abs(duration - (speech["duration"].number ?? 0)) < 0.02, "\(order.key)")
        #expect(duration > 1)
        return URL(fileURLWithPath: try #require(speech["audioUrl"].string)).lastPathComponent
    }

    private func expectOrder(_ server: RunningServer, _ user: APIClient, spent: Int, names: Set<String>) async throws {
        #expect(try await user.credits() == Self.credits - spent)
        let audit = try await server.mynah("credits", "audit")
        #expect(audit.exitCode == 0, "\(audit.text)")
        // Each text is another, so each task has a stored file of its own.
        #expect(server.storedFiles.count == names.count)
        #expect(server.temporaryFiles == [])
        // A segment's folder goes a moment after its task is done.
        #expect(await eventually { server.workFolders.isEmpty })
    }
}
