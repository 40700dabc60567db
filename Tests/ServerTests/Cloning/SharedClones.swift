import Foundation
import TestSupport

/// A clone of each family, on the shared server: each belongs to a user of its own, and is made once, since that takes a while.
enum SharedClones {
    /// A user, what they were answered, and what the clone is called.
    struct Made: Sendable {
        let user: APIClient
        let answer: HTTPAnswer
        let json: JSON
    }

    /// What each user has to begin with.
    static let monthlyCredits = 1_000_000

    private static let byCredits = Task {
        try await make { user in
            try await user.cloneByCredits(
                [
                    "title": "My Voice Clone", "description": "A custom voice description", "coverImage": "https://example.com/cover.jpg",
                    "tags": #"["male","young","energetic"]"#,
                ], of: Recordings.short, once: "shared")
        }
    }
    private static let byMax = Task {
        try await make { user in
            try await user.cloneByMax(
                ["voice_name": "Hello world", "language_tag": "Vietnamese", "preview_text": "Xin chào các bạn", "need_noise_reduction": "true"],
                of: Recordings.short)
        }
    }
    private static let byMiniMax = Task {
        try await make { user in
            let id = try await user.uploadSample(Recordings.long).json["fileID"]
            return try await user.cloneByMiniMax(["voice_name": "Doctor Who", "files": id, "account": "local"])
        }
    }

    /// A clone of the Credits family, with all its fields.
    static var credits: Made { get async throws { try await byCredits.value } }
    /// A clone of the Max family, with all its fields.
    static var max: Made { get async throws { try await byMax.value } }
    /// A clone of the MiniMax audio family.
    static var miniMax: Made { get async throws { try await byMiniMax.value } }

    private static func make(_ clone: (APIClient) async throws -> HTTPAnswer) async throws -> Made {
        let user = try await SharedServer.running.newUser(monthlyCredits: monthlyCredits)
        let answer = try await clone(user)
        guard answer.status == 200 else { throw HTTPFailure(description: answer.text) }
        return Made(user: user, answer: answer, json: try answer.json)
    }
}
