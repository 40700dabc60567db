import Foundation
import Logging
import Speech
import TestSupport
import Testing
import WebClient

@testable import Platform

@Suite(.timeLimit(.minutes(3))) struct WebhookDelivererTests {
    private let platform: TestPlatform
    private let user: String

    init() async throws {
        platform = try await TestPlatform()
        user = try await platform.makeUser()
    }

    /// A deliverer that may reach the receivers of the tests.
    private func deliverer(timeLimit: Duration = .seconds(120), allowing ranges: [String] = ["127.0.0.0/8"]) throws -> WebhookDeliverer {
        let voices = Voices(catalogue: .system, database: platform.database)
        let tasks = SpeechTasks(
            database: platform.database, voices: voices, files: platform.files, outbox: platform.outbox, clock: platform.clock, ids: platform.ids)
        let rules = AddressRules(allowing: try ranges.map { try #require(AddressRange($0)) })
        return WebhookDeliverer(
            tasks: tasks, database: platform.database, client: WebClient(rules: rules, timeLimit: timeLimit), clock: platform.clock,
            ids: platform.ids, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func onlyDelivery() async throws -> (delivery: WebhookDelivery, tries: [WebhookTry]) {
        let all = try await platform.webhooks.list(user: nil, state: nil, limit: 2)
        try #require(all.count == 1)
        return try await platform.webhooks.delivery(all[0].id)
    }

    @Test func `what waits is delivered, signed`() async throws {
        let receiver = try WebReceiver { _ in .status(204) }
        let task = try await platform.completeTask(of: user, telling: receiver.url())
        try await deliverer().deliverDue()
        let request = try #require(receiver.requests.first)
        #expect(request.text == #"{"id":"\#(task)","state":"completed","link":"http://base/\#(task).mp3"}"#)
        #expect(request["Content-Type"] == "application/json; charset=utf-8")
        let secret = try await platform.webhookSecrets.secret(of: "ada")
        #expect(request["Mynah-Signature"] == WebhookSignature(of: request.text, at: TestPlatform.start, secret: secret).header)
        let (delivery, tries) = try await onlyDelivery()
        #expect(request["Mynah-Delivery"] == delivery.id)
        #expect(delivery.state == .delivered && delivery.attempts == 1 && delivery.dueAt == nil)
        #expect(tries.map(\.status) == [204] && tries.map(\.startedAt) == [TestPlatform.start])
    }

    @Test func `an hour of failures is followed by a delivery`() async throws {
        let (clock, recovery) = (platform.clock, TestPlatform.start + .seconds(3600))
        let receiver = try WebReceiver { _ in .status(clock.now < recovery ? 500 : 200) }
        try await platform.completeTask(of: user, telling: receiver.url())
        let deliverer = try deliverer()
        for _ in 0..<(2 * 360) {
            await deliverer.deliverDue()
            platform.advance(by: .seconds(10))
        }
        let (delivery, tries) = try await onlyDelivery()
        #expect(delivery.state == .delivered)
        #expect(tries.dropLast().allSatisfy { $0.status == 500 } && tries.last?.status == 200)
        #expect((8...14).contains(tries.count), "\(tries.count)")
        let waits = zip(tries.dropFirst(), tries).map { $0.startedAt.milliseconds - $1.startedAt.milliseconds }
        for (index, wait) in waits.enumerated() {
            let full = min(10_000 << index, 3_600_000)
            #expect((full / 2...full + 10_000).contains(Int(wait)))
        }
        #expect(receiver.requests.count == tries.count)
        #expect(Set(receiver.requests.map { $0["Mynah-Delivery"] }) == [delivery.id])
        #expect(Set(receiver.requests.map(\.text)).count == 1)
        // Each is signed when it is sent.
        #expect(Set(receiver.requests.map { $0["Mynah-Signature"] }).count == tries.count)
    }

    @Test func `a day of failures ends it`() async throws {
        let receiver = try WebReceiver { _ in .status(503) }
        try await platform.completeTask(of: user, telling: receiver.url())
        let deliverer = try deliverer()
        while try await onlyDelivery().delivery.state == .waiting {
            await deliverer.deliverDue()
            platform.advance(by: .seconds(600))
        }
        let (delivery, tries) = try await onlyDelivery()
        #expect(delivery.state == .failed)
        #expect((25...60).contains(tries.count), "\(tries.count)")
        let last = try #require(tries.last).startedAt
        #expect(last > TestPlatform.start + .seconds(22 * 3600) && last <= TestPlatform.start + .seconds(24 * 3600))
    }

    @Test func `a receiver that hangs is tried again`() async throws {
        let receiver = try WebReceiver { number in number == 0 ? .hang() : .status(200) }
        try await platform.completeTask(of: user, telling: receiver.url())
        try await deliverer(timeLimit: .milliseconds(200)).deliverDue()
        var (delivery, tries) = try await onlyDelivery()
        #expect(delivery.state == .waiting && tries.map(\.error) == [WebClientError.timedOut.message])
        #expect(tries[0].milliseconds >= 200)
        platform.advance(by: .seconds(10))
        try await deliverer().deliverDue()
        (delivery, tries) = try await onlyDelivery()
        #expect(delivery.state == .delivered && tries.count == 2)
    }

    @Test(arguments: [301, 307, 400, 404, 410])
    func `what is refused or sent elsewhere is given up`(status: Int) async throws {
        let other = try WebReceiver()
        let receiver = try WebReceiver { _ in .status(status, headers: ["Location": other.url()]) }
        try await platform.completeTask(of: user, telling: receiver.url())
        try await deliverer().deliverDue()
        let (delivery, tries) = try await onlyDelivery()
        #expect(delivery.state == .failed && tries.map(\.status) == [status])
        #expect(other.connectionCount == 0)
    }

    @Test(arguments: ["127.0.0.1", "localhost"])
    func `an address that has become a private one is not connected to`(host: String) async throws {
        let receiver = try WebReceiver()
        try await platform.completeTask(of: user, telling: receiver.url(host: host))
        try await deliverer(allowing: []).deliverDue()
        let (delivery, tries) = try await onlyDelivery()
        #expect(delivery.state == .failed && tries.count == 1)
        #expect(tries.first?.error?.contains(", an address that may not be connected to") == true)
        #expect(receiver.connectionCount == 0)
    }

    @Test func `a receiver is left alone for as long as it asks`() async throws {
        let receiver = try WebReceiver { number in number == 0 ? .status(429, headers: ["Retry-After": "120"]) : .status(200) }
        try await platform.completeTask(of: user, telling: receiver.url())
        let deliverer = try deliverer()
        await deliverer.deliverDue()
        #expect(try await onlyDelivery().delivery.dueAt == TestPlatform.start + .seconds(120))
        platform.advance(by: .seconds(119))
        await deliverer.deliverDue()
        #expect(receiver.requests.count == 1)
        platform.advance(by: .seconds(1))
        await deliverer.deliverDue()
        #expect(try await onlyDelivery().delivery.state == .delivered)
    }

    @Test func `who hangs does not hold up another`() async throws {
        let (hanging, quick) = (try WebReceiver { _ in .hang() }, try WebReceiver())
        let other = try await platform.makeUser("bob")
        for _ in 0..<18 { try await platform.completeTask(of: user, telling: hanging.url()) }
        let deliverer = try deliverer()
        let running = Task { try await deliverer.run() }
        _ = try await hanging.requests(16)
        try await platform.completeTask(of: other, telling: quick.url())
        while try await platform.webhooks.list(user: "bob", state: .delivered, limit: 100).isEmpty { try Task.checkCancellation() }
        #expect(quick.requests.count == 1)
        #expect(hanging.requests.count == 16)
        // Tries that are given up are no tries.
        running.cancel()
        try await running.value
        let left = try await platform.webhooks.list(user: "ada", state: .waiting, limit: 100)
        #expect(left.count == 18 && left.allSatisfy { $0.attempts == 0 && $0.dueAt == TestPlatform.start })
    }

    @Test func `two deliverers deliver once`() async throws {
        let receiver = try WebReceiver()
        for _ in 0..<20 { try await platform.completeTask(of: user, telling: receiver.url()) }
        let (first, second) = (try deliverer(), try deliverer())
        async let one: Void = first.deliverDue()
        async let two: Void = second.deliverDue()
        _ = await (one, two)
        let ids = receiver.requests.compactMap { $0["Mynah-Delivery"] }
        #expect(ids.count == 20 && Set(ids).count == 20)
        #expect(try await platform.webhooks.list(user: nil, state: .delivered, limit: 100).count == 20)
    }
}
