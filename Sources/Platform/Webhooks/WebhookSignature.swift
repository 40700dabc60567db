import Crypto
import Foundation

/// What tells a receiver that a webhook comes from here, and when it was sent.
struct WebhookSignature: Sendable, Hashable {
    /// `t=<Unix seconds>,v0=<HMAC-SHA256 of "<t>.<body>", in hexadecimal digits>`: the form that ElevenLabs' libraries verify.
    let header: String

    /// The signature of `body`, sent at `time`, by `secret`.
    init(of body: String, at time: Timestamp, secret: String) {
        let seconds = time.milliseconds / 1000
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(seconds).\(body)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
        let digits = code.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        header = "t=\(seconds),v0=\(digits)"
    }
}
