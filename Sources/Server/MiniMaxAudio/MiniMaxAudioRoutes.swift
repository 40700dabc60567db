import Foundation
import Hummingbird
import Platform
import Speech

/// The MiniMax audio family: speech with emotions and effects, answered when it is finished.
struct MiniMaxAudioRoutes {
    private let tasks: SpeechTasks
    private let speech: AwaitedSpeech
    private let voices: Voices
    private let accounts: Accounts
    private let files: PublicFiles
    private let publicURL: PublicURL
    private let config: MiniMaxConfigAnswer
    private let system: VoiceTagIndex

    init(tasks: SpeechTasks, voices: Voices, accounts: Accounts, files: PublicFiles, publicURL: PublicURL) {
        self.tasks = tasks
        speech = AwaitedSpeech(tasks: tasks)
        self.voices = voices
        self.accounts = accounts
        self.files = files
        self.publicURL = publicURL
        config = MiniMaxConfigAnswer(voices.catalogue)
        system = VoiceTagIndex(voices.catalogue.voices.map { ListedVoice($0) })
    }

    func add(to group: RouterGroup<UserContext>) {
        let speaking = group.requiring(.speak)
        speaking.post("/v1/minimax/audio/create-mp3", use: create)
        speaking.delete("/v1/minimax/audio/:audio_id", use: deleteClip)
        // Who has texts spoken sees what comes of them.
        let reading = group.requiring(.read, .speak)
        reading.get("/v1/minimax/audio", use: listClips)
        reading.get("/v1/minimax/audio/voices", use: listVoices)
        reading.get("/v1/minimax/audio/config", use: configuration)
        reading.get("/v1/minimax/audio/:audio_id", use: clip)
    }

    @Sendable private func create(_ request: Request, _ context: UserContext) async throws -> Response {
        let content = try MiniMaxSpeechRequest(await RequestFields(form: request))
        let once = try request.idempotencyKey(operation: "POST /v1/minimax/audio/create-mp3", content: content)
        let base = publicURL.base(for: request, context: context.server)
        let order = AwaitedSpeech.Order(
            request: content.speechRequest, terms: .miniMax,
            account: { try await accounts.chosen(content.account, of: context.principal, field: "account") }, details: try content.details.json)
        do {
            let answer = try await speech.answer(to: order, once: once, context: context) { task in
                guard let clip = MiniMaxClip(task, of: context.principal, base: base), let name = task.fileName else { throw Self.noSuchClip }
                return try Response.jsonText(MiniMaxCreationAnswer(clip, size: await files.file(name).size, traceID: context.id))
            }
            return .json(written: answer)
        } catch PlatformError.notFound {
            throw Self.loss(of: content)
        }
    }

    /// Says that there is nothing any more of a text that was being spoken. An account goes after its texts, so that it may still be there.
    private static func loss(of content: MiniMaxSpeechRequest) -> PlatformError {
        let name = content.meantAccount
        return .notFound(
            name == Account.localName
                ? "The text was deleted while it was being spoken"
                : "The account \(name), or the text alone, was deleted while the text was being spoken")
    }

    @Sendable private func clip(_ request: Request, _ context: UserContext) async throws -> Response {
        guard let id = try Self.clipID(in: context) else {
            throw RequestError.invalid(field: "audio_id", "looks like user:…-minimax:…-audio:…: take it as the answer of create-mp3 has it")
        }
        let base = publicURL.base(for: request, context: context.server)
        guard let clip = try await task(id, context).flatMap({ MiniMaxClip($0, of: context.principal, base: base) }) else { throw Self.noSuchClip }
        let voice = try await voices.listed(clip.task.request.voiceID, of: context.principal.userID)
        return try .json(
            MiniMaxClipAnswer(clip, voice: voice.map { TaggedVoice($0, spelling: .miniMax, links: VoiceLinks(base: base)) }))
    }

    @Sendable private func deleteClip(_ request: Request, _ context: UserContext) async throws -> Response {
        // Whatever the id is, there is nothing at it after.
        if let id = try Self.clipID(in: context), let task = try await task(id, context) {
            do {
                try await tasks.delete(task.id, for: context.principal)
            } catch PlatformError.notFound {}
        }
        return try .json([String: String]())
    }

    /// The id that the path has, with its colons as they are or percent-encoded; nil where it is none.
    private static func clipID(in context: UserContext) throws -> MiniMaxID? {
        try context.parameters.require("audio_id").removingPercentEncoding.flatMap { MiniMaxID(.clip, text: $0) }
    }

    /// The caller's task of that id; nil where there is none.
    private func task(_ id: MiniMaxID, _ context: UserContext) async throws -> SpeechTask? {
        guard id.userNumber == context.principal.userNumber else { return nil }
        do {
            let task = try await tasks.task(id.ownID, for: context.principal)
            return task.family == .minimax && task.account == id.account ? task : nil
        } catch PlatformError.notFound {
            return nil
        }
    }

    @Sendable private func listClips(_ request: Request, _ context: UserContext) async throws -> Response {
        let fields = RequestFields(query: request)
        let page = try MiniMaxPage(fields, usualSize: 100)
        let account = try await accounts.chosen(fields.string("account"), of: context.principal, field: "account")
        let found = try await tasks.page(page.number, size: page.size, of: account, for: context.principal)
        let base = publicURL.base(for: request, context: context.server)
        return try .json(
            MiniMaxClipListAnswer(
                entries: found.tasks.compactMap { MiniMaxClip($0, of: context.principal, base: base) }.map(MiniMaxClipListAnswer.Entry.init),
                total: found.total, hasMore: page.hasMore(of: found.total)))
    }

    @Sendable private func listVoices(_ request: Request, _ context: UserContext) async throws -> Response {
        let fields = RequestFields(query: request)
        let query = try MiniMaxVoiceQuery(fields)
        let account = try await accounts.chosen(fields.string("account"), of: context.principal, field: "account")
        let links = VoiceLinks(base: publicURL.base(for: request, context: context.server))
        guard query.isSystem else {
            let clones = try await voices.clones(of: context.principal.userID).filter { $0.account == account.name }
            return try .json(query.answer(from: clones) { MiniMaxVoice($0, of: context.principal, links: links) })
        }
        return try .json(query.answer(from: system, links: links))
    }

    @Sendable private func configuration(_ request: Request, _ context: UserContext) async throws -> Response {
        _ = try await accounts.chosen(RequestFields(query: request).string("account"), of: context.principal, field: "account")
        return try .json(config)
    }

    private static let noSuchClip = PlatformError.notFound("There is no such audio clip")
}
