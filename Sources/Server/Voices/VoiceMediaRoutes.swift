import HTTPTypes
import Hummingbird
import Platform
import Speech

/// `/files/voices`: the pictures of all voices and the samples of the system's, for everyone who knows their ids.
struct VoiceMediaRoutes {
    let voices: Voices
    let previews: VoicePreviews

    /// A day: a new version of the program may speak differently.
    private static let cacheControl = "public, max-age=86400"

    func add(to router: Router<ServerContext>) {
        router.get(RouterPath("\(VoiceLinks.path)/:name"), use: media)
        router.head(RouterPath("\(VoiceLinks.path)/:name"), use: media)
    }

    @Sendable private func media(_ request: Request, _ context: ServerContext) async throws -> Response {
        let name = try context.parameters.require("name")
        guard let dot = name.lastIndex(of: ".") else { throw Self.noSuchFile }
        let (id, ending) = (String(name[..<dot]), name[dot...])
        // By its own id alone: every other would be a second address of the same file.
        let known = voices.catalogue.voice(id).flatMap { $0.id == id ? $0 : nil }
        switch (ending, known) {
        case (".svg", let voice?): return try await cover(of: voice, request)
        case (".mp3", let voice?): return try await preview(of: voice, request)
        case (".svg", nil):
            guard let clone = try await voices.clone(id) else { throw Self.noSuchFile }
            return try await cover(of: clone.voice, request)
        default: throw Self.noSuchFile
        }
    }

    private func cover(of voice: Voice, _ request: Request) async throws -> Response {
        let svg = VoiceCover(voice).svg
        let bytes = Array(svg.utf8)
        let file = AnsweredFile(
            tag: StableID.credits(of: svg), contentType: "image/svg+xml", size: bytes.count, cacheControl: Self.cacheControl)
        return try await file.response(to: request) { range in
            AsyncThrowingStream { continuation in
                continuation.yield(Array(bytes[range]))
                continuation.finish()
            }
        }
    }

    private func preview(of voice: Voice, _ request: Request) async throws -> Response {
        let preview = try await previews.preview(of: voice)
        let file = AnsweredFile(tag: preview.name, contentType: preview.contentType, size: preview.size, cacheControl: Self.cacheControl)
        return try await file.response(to: request) { try await previews.bytes(of: preview, in: $0) }
    }

    private static let noSuchFile = PlatformError.notFound("There is no such file.")
}
