import Testing
import WebClient

@testable import Platform

@Suite struct WebhookRetriesTests {
    private let start = TestPlatform.start

    private func verdict(
        _ outcome: WebhookOutcome, attempts: Int = 1, after: Duration = .zero, chance: Double = 0
    ) -> WebhookVerdict {
        WebhookRetries(attempts: attempts, firstTriedAt: start).verdict(after: outcome, at: start + after, chance: chance)
    }

    private func answered(_ status: Int, retryAfter: Duration? = nil) -> WebhookOutcome {
        .success(WebAnswer(status: status, retryAfter: retryAfter))
    }

    @Test(arguments: [200, 201, 202, 204, 299])
    func `what is taken is delivered`(status: Int) {
        #expect(verdict(answered(status)) == .delivered)
    }

    @Test(arguments: [300, 301, 302, 303, 307, 308, 400, 401, 404, 408, 410, 413, 418, 451, 499])
    func `what will be answered alike again is given up`(status: Int) {
        #expect(verdict(answered(status)) == .failed)
        #expect(verdict(answered(status, retryAfter: .seconds(5))) == .failed)
    }

    @Test(arguments: [429, 500, 502, 503, 504, 599])
    func `what may be answered otherwise is tried again`(status: Int) {
        #expect(verdict(answered(status)) == .retry(at: start + .seconds(10)))
    }

    @Test(arguments: [
        WebClientError.unresolvable, .notConnected, .notTrusted("expired"), .timedOut, .malformedAnswer("empty"),
    ])
    func `who was not reached is tried again`(error: WebClientError) {
        #expect(verdict(.failure(error)) == .retry(at: start + .seconds(10)))
    }

    @Test func `where nothing may be sent, nothing is tried again`() throws {
        #expect(try verdict(.failure(.refusedAddress(#require(IPAddress("127.0.0.1"))))) == .failed)
        #expect(verdict(.failure(.malformedURL)) == .failed)
    }

    @Test(arguments: zip([1, 2, 3, 8, 9, 10, 60, 100_000], [10, 20, 40, 1280, 2560, 3600, 3600, 3600]))
    func `the waits double up to an hour, shortened by at most half`(attempts: Int, seconds: Int) {
        #expect(verdict(answered(500), attempts: attempts) == .retry(at: start + .seconds(seconds)))
        #expect(verdict(answered(500), attempts: attempts, chance: 0.5) == .retry(at: start + .milliseconds(seconds * 750)))
        #expect(verdict(answered(500), attempts: attempts, chance: 1) == .retry(at: start + .milliseconds(seconds * 500)))
    }

    @Test(arguments: [429, 503])
    func `who asks to be left alone is, for an hour at most`(status: Int) {
        #expect(verdict(answered(status, retryAfter: .seconds(1))) == .retry(at: start + .seconds(10)))
        #expect(verdict(answered(status, retryAfter: .seconds(90))) == .retry(at: start + .seconds(90)))
        #expect(verdict(answered(status, retryAfter: .seconds(1_000_000))) == .retry(at: start + .seconds(3600)))
    }

    @Test func `after a day it is given up`() {
        let day: Duration = .seconds(24 * 3600)
        #expect(verdict(answered(500), attempts: 30, after: day - .seconds(3600)) == .retry(at: start + day))
        #expect(verdict(answered(500), attempts: 30, after: day - .milliseconds(3_599_999)) == .failed)
        #expect(verdict(.failure(.timedOut), after: day) == .failed)
        #expect(verdict(answered(200), after: day * 2) == .delivered)
    }
}
