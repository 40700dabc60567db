import HTTPTypes
import Hummingbird
import Platform
import Speech

/// Cloning in the MiniMax audio family: recordings are sent first, and then named.
struct MiniMaxCloneRoutes {
    let cloner: VoiceCloner
    let clones: VoiceCloneIntake
    let voices: Voices
    let accounts: Accounts
    let publicURL: PublicURL

    /// What recordings may say that they are; what they are, their content says.
    private static let contentTypes: Set = ["audio/mpeg", "audio/mp3", "audio/wav", "audio/wave", "audio/x-wav", "audio/vnd.wave"]
    /// On which terms recordings are taken: 10 to 60 s each.
    private static let sampleTerms = VoiceCloneTerms(
        price: 0, rules: .init(formats: MiniMaxCloneRequest.terms.rules.formats, seconds: 10...60), recordingField: "The body")

    func add(to group: RouterGroup<UserContext>) {
        let cloning = group.requiring(.clone)
        cloning.post("/v1/minimax/audio/upload-sample", use: upload)
        cloning.post("/v1/minimax/audio/clone-voice", use: clone)
        cloning.post("/v1/minimax/audio/delete-voice", use: delete)
    }

    @Sendable private func upload(_ request: Request, _ context: UserContext) async throws -> Response {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace } ?? ""
        guard Self.contentTypes.contains(type) else {
            throw RequestError.invalid(field: "Content-Type", "is audio/mpeg or audio/wav, and the body the bytes of the file")
        }
        let account = try await accounts.chosen(RequestFields(query: request).string("account"), of: context.principal, field: "account")
        let recording = SentRecording(title: "sample", file: try await RecordingBody.read(request))
        guard recording.size > 0 else {
            throw RequestError.invalid(field: Self.sampleTerms.recordingField, "is empty: send the bytes of a recording")
        }
        let base = publicURL.base(for: request, context: context.server)
        let principal = context.principal
        let once = try request.idempotencyKey(operation: "POST /v1/minimax/audio/upload-sample", content: [account.name, try await recording.hash()])
        let text = try await context.server.whileClientStays { [cloner] in
            try await cloner.keep(recording, for: principal, account: account.name, terms: Self.sampleTerms, once: once) { stored in
                try Response.jsonText(
                    MiniMaxUploadAnswer(
                        ossPath: FileRoutes.link(to: stored.fileName, base: base),
                        fileID: MiniMaxID(.recording, stored.id, of: account.name, userNumber: principal.userNumber).text))
            }
        }
        return .json(written: text)
    }

    @Sendable private func clone(_ request: Request, _ context: UserContext) async throws -> Response {
        let content = try MiniMaxCloneRequest(await RequestFields(form: request))
        let account = try await accounts.chosen(content.account, of: context.principal, field: "account")
        let principal = context.principal
        guard content.files.allSatisfy({ $0.userNumber == principal.userNumber }) else {
            throw VoiceCloner.noSuchRecording(MiniMaxCloneRequest.terms)
        }
        guard content.files.allSatisfy({ $0.account == account.name }) else {
            throw RequestError.invalid(field: "files", "names a recording that was not sent for the account \(account.name)")
        }
        let links = VoiceLinks(base: publicURL.base(for: request, context: context.server))
        return try await clones.take(
            content.order, fromStored: content.files.map(\.ownID), account: account, terms: MiniMaxCloneRequest.terms,
            operation: "POST /v1/minimax/audio/clone-voice", request: request, context: context
        ) { MiniMaxVoice($0, of: principal, links: links) }
    }

    @Sendable private func delete(_ request: Request, _ context: UserContext) async throws -> Response {
        let fields = try await RequestFields(form: request)
        let account = try await accounts.chosen(fields.string("account"), of: context.principal, field: "account")
        let id = try fields.requiredString("voice_id")
        do {
            try await cloner.delete(id, for: context.principal, account: account.name)
        } catch PlatformError.unknownVoice {
            // Whatever the id is, there is no clone of that name after.
        }
        return Response(status: .ok)
    }
}
