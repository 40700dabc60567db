import Platform
import Speech

extension Principal {
    /// The user as a number, which this family calls users by.
    var userNumber: Int {
        StableID.number(of: userID)
    }
}
