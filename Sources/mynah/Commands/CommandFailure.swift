import Database
import EnginePool
import Files
import Foundation
import NIOCore
import Narration
import Platform
import Speech

/// Why a command failed, in one line that says what to do.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }

    /// The line for an error of ours; nil for one that explains itself (wrong usage, a call for help).
    static func explaining(_ error: any Error) -> CommandFailure? {
        switch error {
        case let error as CommandFailure: error
        case let error as PlatformError: CommandFailure(sentence(for: error))
        case let error as NarrationError: CommandFailure(error.message)
        case let error as RecordingRefused: CommandFailure(error.message)
        case let error as EnginesUnavailable: CommandFailure(error.message)
        case let error as EnginePoolError: CommandFailure(error.message)
        case let error as DatabaseError: CommandFailure(error.message)
        case let error as FileStoreError: CommandFailure("\(error)")
        case let error as TarError: CommandFailure("\(error)")
        case let error as BackupError: CommandFailure(error.description)
        case let error as IOError where error.errnoCode == EADDRINUSE:
            CommandFailure("The port is in use: stop what uses it, or choose another with --port.")
        case let error as IOError where error.errnoCode == EACCES:
            CommandFailure("The port may not be used: choose one above 1023 with --port.")
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL:
            CommandFailure("This machine has no such address: choose another with --host.")
        case is SocketAddressError.UnknownHost: CommandFailure("There is no such address: choose another with --host.")
        case let error as CocoaError: CommandFailure(sentence(for: error))
        default: nil
        }
    }

    private static func sentence(for error: PlatformError) -> String {
        switch error {
        case .invalid(let field, let text): "The \(field) \(text)."
        case .textTooLong(_, let limit, let unit): "The text has more than \(limit) \(unit)."
        case .unauthorized: "The key opens nothing."
        case .missingScope(let scopes): "The key needs the scope \(scopes.map(\.rawValue).joined(separator: " or "))."
        case .notFound(let sentence): sentence
        case .notCompleted: "The task is not completed."
        case .unknownVoice: "There is no such voice: `mynah voices` lists them."
        case .recordingRefused(let file, let sentence): "\(file): \(sentence)"
        case .unknownRecordingFormat(let file, let rules): "\(file) is a recording of another kind: send \(rules.formatsText)."
        case .tooManyClones(let limit): "The user has \(limit) voice clones, the most there may be: delete one first."
        case .consentRequired: "It is not on record that the user may clone voices: `mynah users consent NAME` records it."
        case .idempotencyConflict: "The request was made before, with other content."
        case .tooManyTasks(let limit): "\(limit) tasks of this user are not finished: wait until some are."
        case .tooManyJobs(let account, let limit): Account.fullSentence(account, limit: limit) + "."
        case .tooManyAtOnce(let limit): "Only \(limit) requests may be under way at once."
        case .tooManyStreams(let limit): "Only \(limit) event streams of a user may be open at once."
        case .storageFull: "The disk is full: make room, then try again."
        case .insufficientCredits(let available, let needed): "There are \(available) credits, and \(needed) are needed."
        }
    }

    private static func sentence(for error: CocoaError) -> String {
        let path = error.filePath ?? "the file"
        return switch error.code {
        case .fileReadNoSuchFile: "\(path) does not exist."
        case .fileNoSuchFile: "\(path) can't be written: its folder does not exist."
        case .fileReadNoPermission: "\(path) can't be read: check who may."
        case .fileWriteNoPermission, .fileWriteVolumeReadOnly: "\(path) can't be written: check who may, or choose another place."
        case .fileWriteOutOfSpace: "The disk is full: \(path) can't be written."
        default: "\(path): \(error.localizedDescription)"
        }
    }
}
