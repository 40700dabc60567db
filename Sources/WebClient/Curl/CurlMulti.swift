import CCurl
import Foundation

/// The handle of libcurl's multi interface. All but ``wake()`` is called by one thread alone.
final class CurlMulti: Sendable {
    // libcurl allows waking from any thread; the rest is the loop's.
    nonisolated(unsafe) private let handle: UnsafeMutableRawPointer

    /// How many idle connections are kept for requests to come.
    private static let idleConnections = 32
    /// How long the loop waits where nothing wakes it, in milliseconds.
    private static let longestWait: Int32 = 60_000
    private static let initialize: Void = { curl_global_init(Int(CURL_GLOBAL_DEFAULT)) }()

    init() {
        _ = Self.initialize
        guard let handle = curl_multi_init() else { preconditionFailure("libcurl has no memory") }
        self.handle = handle
        CCurl_setMultiNumber(handle, CURLMOPT_MAXCONNECTS, Self.idleConnections)
    }

    deinit {
        curl_multi_cleanup(handle)
    }

    /// Has the loop look what there is to do.
    func wake() {
        curl_multi_wakeup(handle)
    }

    /// Begins a transfer; nil where that fails at once, of which the job is told.
    func start(_ job: CurlLoop.Job, rules: AddressRules, timeLimit: Duration) -> CurlTransfer? {
        guard let transfer = CurlTransfer(job, rules: rules, timeLimit: timeLimit) else {
            job.finish(.failure(.malformedAnswer("the request can't be made")))
            return nil
        }
        curl_multi_add_handle(handle, transfer.handle)
        return transfer
    }

    /// Ends a transfer, and tells who waits for it.
    func end(_ transfer: CurlTransfer, _ result: Result<WebAnswer, WebClientError>) {
        curl_multi_remove_handle(handle, transfer.handle)
        transfer.job.finish(result)
    }

    /// Does what can be done now, and tells `ended` the ids of the transfers that are done.
    func perform(_ ended: (UInt64) -> Void) {
        var count: Int32 = 0
        curl_multi_perform(handle, &count)
        while let message = curl_multi_info_read(handle, &count) {
            // The message is gone with the handle.
            let (easy, code) = (message.pointee.easy_handle, message.pointee.data.result)
            guard message.pointee.msg == CURLMSG_DONE, let easy, let transfer = CurlTransfer.of(easy) else { continue }
            end(transfer, transfer.result(code))
            ended(transfer.job.id)
        }
    }

    /// Waits until a connection can go on, a time limit is over, or someone wakes it.
    func wait() {
        curl_multi_poll(handle, nil, 0, Self.longestWait, nil)
    }
}
