import Hummingbird
import Platform

/// What is known of a request that carries a valid key.
struct UserContext: ChildRequestContext {
    typealias ParentContext = ServerContext

    var coreContext: CoreRequestContextStorage
    /// Who the request comes from.
    let principal: Principal
    /// The context without the key.
    let server: ServerContext

    init(context: ServerContext) throws {
        principal = try context.identity.get()
        coreContext = context.coreContext
        server = context
    }
}
