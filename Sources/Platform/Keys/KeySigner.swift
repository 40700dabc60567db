import Foundation
import JWTKit

/// Signs tokens by one secret, and tells which keys the tokens name that it has signed (HMAC with SHA-256, RFC 7518).
struct KeySigner: Sendable {
    /// The id of the secret.
    let secretID: String
    private let keys: JWTKeyCollection

    /// A signer by the secret `secret`, in base64.
    init(secretID: String, secret: String) async {
        self.secretID = secretID
        keys = JWTKeyCollection()
        await keys.add(hmac: HMACKey(from: Data(base64Encoded: secret) ?? Data()), digestAlgorithm: .sha256)
    }

    /// A token that says `claims`.
    func sign(_ claims: APIKeyClaims) async throws -> String {
        try await keys.sign(claims)
    }

    /// The id of the key that a token names; nil for a token that is malformed, or that others have signed.
    func keyID(in token: String) async -> String? {
        try? await keys.verify(token, as: APIKeyClaims.self).jti.value
    }
}
