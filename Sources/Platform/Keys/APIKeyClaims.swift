import Foundation
import JWTKit

/// What an API key says of itself (RFC 7519). What it may open is decided by the row that its id names.
struct APIKeyClaims: JWTPayload {
    /// The user.
    var sub: SubjectClaim
    /// The key's id.
    var jti: IDClaim
    /// When it was made.
    var iat: IssuedAtClaim

    /// The claims of the key `keyID` of the user `userID`.
    init(userID: String, keyID: String, madeAt: Timestamp) {
        sub = SubjectClaim(value: userID)
        jti = IDClaim(value: keyID)
        iat = IssuedAtClaim(value: Date(timeIntervalSince1970: Double(madeAt.milliseconds / 1000)))
    }

    func verify(using algorithm: some JWTAlgorithm) throws {}
}
