/// How old a voice is heard to be.
public enum Age: String, Sendable, Codable, CaseIterable {
    case youth
    case youngAdult = "young adult"
    case adult
    case middleAged = "middle aged"
    case senior
}
