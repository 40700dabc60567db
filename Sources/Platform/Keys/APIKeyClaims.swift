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

    func verify(using algorithm: some JWTAlgorithm) throws {}
}
