import Speech

/// The query of `GET /max/voices`.
struct MaxVoiceQuery {
    private enum GenderTag: String, CaseIterable {
        case male = "Male"
        case female = "Female"
    }

    private enum AgeTag: String, CaseIterable {
        case youth = "Youth"
        case youngAdult = "Young Adult"
        case adult = "Adult"
        case middleAged = "Middle Aged"
        case senior = "Senior"

        var age: Age {
            switch self {
            case .youth: .youth
            case .youngAdult: .youngAdult
            case .adult: .adult
            case .middleAged: .middleAged
            case .senior: .senior
            }
        }
    }

    /// From 1.
    let page: Int
    let pageSize: Int
    let filter: VoiceFilter

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        page = try fields.integer("page", in: 1...Int.max) ?? 1
        pageSize = try fields.integer("page_size", in: 1...100) ?? 10
        let gender: Gender? =
            switch try fields.looseChoice("gender", of: GenderTag.self) {
            case .male: .male
            case .female: .female
            case nil: nil
            }
        filter = VoiceFilter(
            language: try MaxLanguage.read(fields, allowsAutomatic: false)?.name, gender: gender,
            ages: try fields.looseChoice("age", of: AgeTag.self).map { [$0.age] })
    }
}
