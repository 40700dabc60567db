import Database
import Foundation
import Synchronization

/// The secret that signs keys, and the tokens that it was seen to have signed.
///
/// Another secret can come to the database while the server runs, by a backup that is restored. So a token that does not verify has it looked up
/// anew, and what is signed is signed by what the database holds then.
final class KeySigning: Sendable {
    private struct State {
        var signer: KeySigner
        /// The ids of keys, by tokens that have been verified.
        var verified: [String: String] = [:]
    }

    private let database: any Database
    private let state: Mutex<State>

    /// How many tokens are remembered, to be verified but once.
    private static let verifiedLimit = 1000

    /// Signs by the newest secret of `database`; makes one if there is none yet.
    ///
    /// - Throws: ``DatabaseError``.
    init(database: any Database, clock: WallClock, ids: IDSource) async throws {
        self.database = database
        let (id, secret, now) = (ids.make(), Data(ids.key(count: 32)).base64EncodedString(), clock.now)
        let newest = try await database.write { connection in
            if let newest = try connection.newestSecret() { return newest }
            try connection.execute("INSERT INTO signing_keys (id, secret, created_at) VALUES (\(id), \(secret), \(now))")
            return (id, secret)
        }
        state = Mutex(State(signer: await KeySigner(secretID: newest.id, secret: newest.secret)))
    }

    /// A token that says `claims`.
    ///
    /// - Throws: ``DatabaseError``.
    func sign(_ claims: APIKeyClaims) async throws -> String {
        try await newestSigner().sign(claims)
    }

    /// The id of the key that a token names; nil for a token that is malformed or forged. Whether the key may still be used is told by its row alone.
    ///
    /// - Throws: ``DatabaseError``.
    func keyID(in token: String) async throws -> String? {
        let (signer, known) = state.withLock { ($0.signer, $0.verified[token]) }
        if let known { return known }
        if let id = await signer.keyID(in: token) { return remember(id, token, signer) }
        let newest = try await newestSigner()
        guard newest.secretID != signer.secretID, let id = await newest.keyID(in: token) else { return nil }
        return remember(id, token, newest)
    }

    private func remember(_ id: String, _ token: String, _ signer: KeySigner) -> String {
        state.withLock { state in
            guard state.signer.secretID == signer.secretID else { return }
            if state.verified.count >= Self.verifiedLimit { state.verified = [:] }
            state.verified[token] = id
        }
        return id
    }

    /// The signer by the database's newest secret.
    private func newestSigner() async throws -> KeySigner {
        let current = state.withLock { $0.signer }
        guard let newest = try await database.read({ try $0.newestSecret() }), newest.id != current.secretID else { return current }
        let signer = await KeySigner(secretID: newest.id, secret: newest.secret)
        state.withLock { $0 = State(signer: signer) }
        return signer
    }
}

extension DatabaseConnection {
    /// The newest secret that signs keys, in base64, and its id.
    fileprivate func newestSecret() throws -> (id: String, secret: String)? {
        try row("SELECT id, secret FROM signing_keys ORDER BY created_at DESC, id LIMIT 1").map { (try $0.get("id"), try $0.get("secret")) }
    }
}
