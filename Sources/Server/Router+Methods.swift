import HTTPTypes
import Hummingbird

extension Router {
    /// Has every path answer 405, with the methods that it takes, to the methods that it does not. To be called when all routes are there.
    func refuseOtherMethods() {
        let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace] + Self.otherMethods
        for (path, routes) in Dictionary(grouping: routes, by: \.path.description) {
            var taken = Set(routes.map(\.method))
            // The router answers HEAD wherever there is a GET.
            if taken.contains(.get) { taken.insert(.head) }
            let allowed = known.filter(taken.contains).map(\.rawValue).joined(separator: ", ")
            for method in known where !taken.contains(method) {
                on(RouterPath(path), method: method) { _, _ -> Response in throw RequestError.wrongMethod(allowed: allowed) }
            }
        }
    }

    /// What else the parser lets through: methods of WebDAV, CalDAV, UPnP and others that nothing here takes.
    private static var otherMethods: [HTTPRequest.Method] {
        [
            "ACL", "BIND", "CHECKOUT", "COPY", "LINK", "LOCK", "M-SEARCH", "MERGE", "MKACTIVITY", "MKCALENDAR", "MKCOL", "MOVE", "NOTIFY", "PROPFIND",
            "PROPPATCH", "PURGE", "REBIND", "REPORT", "SEARCH", "SOURCE", "SUBSCRIBE", "UNBIND", "UNLINK", "UNLOCK", "UNSUBSCRIBE",
        ].compactMap(HTTPRequest.Method.init(rawValue:))
    }
}
