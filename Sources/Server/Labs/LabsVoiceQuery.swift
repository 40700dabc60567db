import Platform
import Speech

/// The query of `GET /labs/voices`.
struct LabsVoiceQuery {
    private enum Sort: String, CaseIterable {
        case trending
        case createdDate = "created_date"
        case clonedByCount = "cloned_by_count"
        case characterCount = "usage_character_count_1y"

        /// A voice is cloned by its own user alone: by how often they are, voices stay in the catalogue's order.
        var order: VoiceOrder {
            switch self {
            case .trending: VoiceOrder(.usesInYear)
            case .createdDate, .clonedByCount: .catalogue
            case .characterCount: VoiceOrder(.charactersInYear)
            }
        }
    }

    private enum AgeGroup: String, CaseIterable {
        case young
        case middleAged = "middle_aged"
        case old

        var ages: Set<Age> {
            switch self {
            case .young: [.youth, .youngAdult]
            case .middleAged: [.adult, .middleAged]
            case .old: [.senior]
            }
        }
    }

    /// From 0.
    let page: Int
    let pageSize: Int
    let order: VoiceOrder
    /// Which voices of those.
    let filter: VoiceFilter
    private let category: String?

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        page = try fields.integer("page", in: 0...Int.max) ?? 0
        pageSize = try fields.integer("page_size", in: 1...100) ?? 30
        order = try fields.choice("sort", of: Sort.self)?.order ?? .catalogue
        // What every voice here is like, these ask for or let be: they are checked, and change nothing.
        _ = try fields.integer("min_notice_period_days", in: 0...Int.max)
        _ = try fields.boolean("include_custom_rates")
        _ = try fields.boolean("include_live_moderated")
        category = try fields.string("category")?.folded
        filter = VoiceFilter(
            search: try fields.string("search") ?? "", language: try fields.string("language"), accent: try fields.string("accent"),
            useCases: fields.strings("use_cases"), gender: try fields.looseChoice("gender"),
            ages: try fields.looseChoice("age", of: AgeGroup.self)?.ages)
    }

    /// Whose voices are listed; nil for nobody's, where the category is none of ours.
    func scope(of principal: Principal) -> VoiceScope? {
        switch category {
        case nil: .all(userID: principal.userID)
        case LabsVoiceAnswer.Category.premade.rawValue: .system
        case LabsVoiceAnswer.Category.cloned.rawValue: .cloned(userID: principal.userID)
        default: nil
        }
    }
}
