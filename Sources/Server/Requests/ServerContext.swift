import Hummingbird
import NIOCore
import Platform

/// What is known of a request beside what it says.
public struct ServerContext: RequestContext, RemoteAddressRequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The connection.
    let channel: any Channel
    /// Where the connection comes from: a client, or a proxy.
    public let remoteAddress: SocketAddress?
    /// Who the request comes from, once its key is checked; or why that is not known.
    var identity: Result<Principal, any Error> = .failure(PlatformError.unauthorized)
    /// Whom the request counts for.
    var caller: Caller

    /// The other end's address, as text; one word for all where there is none.
    var address: String {
        remoteAddress?.ipAddress ?? Self.noAddress
    }

    /// The word for an address that is not known.
    static let noAddress = "unknown"

    /// A request's path as it may be logged: the name of a file is all that it takes to fetch it.
    static func loggedPath(of request: Request) -> String {
        request.uri.path.hasPrefix(FileRoutes.path + "/") ? FileRoutes.path + "/…" : request.uri.path
    }

    public init(source: Source) {
        coreContext = .init(source: source)
        channel = source.channel
        remoteAddress = channel.remoteAddress
        caller = .address(remoteAddress?.ipAddress ?? Self.noAddress)
    }
}
