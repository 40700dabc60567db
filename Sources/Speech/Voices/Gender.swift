/// How a voice is heard.
public enum Gender: String, Sendable, Codable, CaseIterable {
    case female
    case male
    case neutral
}
