import Platform

/// The query of `GET /api/v1/voices`.
struct CreditsVoiceQuery {
    private enum SortKey: String, CaseIterable {
        case createdAt, updatedAt, title, duration, popularity

        var key: VoiceOrder.Key {
            switch self {
            case .createdAt: .creation
            case .updatedAt: .update
            case .title: .name
            case .duration: .duration
            case .popularity: .uses
            }
        }
    }

    private enum SortOrder: String, CaseIterable {
        case asc, desc
    }

    /// From 1.
    let page: Int
    /// How many voices a page has.
    let limit: Int
    /// The order.
    let order: VoiceOrder
    private let status: CreditsStatus?
    private let type: CreditsVoiceType?

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        page = try fields.integer("page", in: 1...Int.max) ?? 1
        limit = try fields.integer("limit", in: 1...100) ?? 20
        status = try fields.choice("status")
        type = try fields.choice("type")
        let key = try fields.choice("sortBy", of: SortKey.self) ?? .createdAt
        let direction = try fields.choice("sortOrder", of: SortOrder.self) ?? .desc
        order = VoiceOrder(key.key, isAscending: direction == .asc)
    }

    /// Whose voices are listed; nil for nobody's: a voice is there once it is completed, and neither in the making nor failed.
    func scope(of principal: Principal) -> VoiceScope? {
        guard status ?? .completed == .completed else { return nil }
        return switch type {
        case .user: .cloned(userID: principal.userID)
        case .system: .system
        case nil: .all(userID: principal.userID)
        }
    }
}
