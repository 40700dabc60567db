/// A number of things, as people write it.
enum Counted {
    /// `1 user`, `2 users`.
    static func text(_ count: Int, _ thing: String) -> String {
        "\(count) \(count == 1 ? thing : thing + "s")"
    }
}
