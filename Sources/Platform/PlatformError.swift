import Speech

/// Why the platform refuses something. Each family answers it in its own shape; nothing is kept or charged.
public enum PlatformError: Error, Sendable, Hashable {
    /// A field of the request is not as it should be; the text goes on where the field's name ends: "has at most 64 characters".
    case invalid(field: String, String)
    /// The text, which the family calls `field`, is longer than the family takes, in the unit that it counts: `bytes`, `characters`.
    case textTooLong(field: String, limit: Int, unit: String)
    /// There is no key with the request, or not one that opens anything.
    case unauthorized
    /// The key may not be used for this: it has none of these scopes, of which one is needed.
    case missingScope([KeyScope])
    /// What was asked for does not exist, or is someone else's; a sentence.
    case notFound(String)
    /// The task is not completed, or has failed, so that there is nothing to make it of.
    case notCompleted(hasFailed: Bool)
    /// No voice has that id.
    case unknownVoice
    /// Nobody can be cloned from the recording that the family calls `field`; a sentence.
    case recordingRefused(field: String, String)
    /// The recording is none of a kind that the family takes.
    case unknownRecordingFormat(field: String, ReferenceRules)
    /// The user has as many clones as there may be.
    case tooManyClones(limit: Int)
    /// It is not on record that the caller may clone voices, which the operator demands.
    case consentRequired
    /// The idempotency key was used before, with other content.
    case idempotencyConflict
    /// As many of the user's tasks are unfinished as there may be.
    case tooManyTasks(limit: Int)
    /// As many of an account's tasks are unfinished as it may have.
    case tooManyJobs(account: String, limit: Int)
    /// As many of the caller's requests are under way as may be at once.
    case tooManyAtOnce(limit: Int)
    /// As many of the user's event streams are open as may be.
    case tooManyStreams(limit: Int)
    /// There are fewer credits than the request costs.
    case insufficientCredits(available: Int, needed: Int)
    /// There is no room for what the request would add.
    case storageFull
}
