/// A delivery that someone tries: what is sent where, and the right to say what became of it.
struct LeasedWebhook: Sendable, Hashable {
    /// The delivery.
    var id: String
    /// The fencing token: what becomes of the try is written only while the delivery carries it.
    var token: String
    /// Whose it is.
    var userID: String
    /// Where it is sent.
    var url: String
    /// What is sent.
    var body: String
    /// What signs it.
    var secret: String
    /// How often it was tried, with this time.
    var attempts: Int
    /// When it was first tried.
    var firstTriedAt: Timestamp
}
