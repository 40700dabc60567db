import CCurl
import Foundation

/// One request under way: libcurl's handle, and what has come back so far.
final class CurlTransfer {
    /// What it is for.
    let job: CurlLoop.Job
    /// libcurl's handle.
    let handle: UnsafeMutableRawPointer

    private let rules: AddressRules
    private var headers: UnsafeMutablePointer<curl_slist>?
    /// The status, once the header fields are whole.
    private var status: Int?
    private var headerBytes = 0
    private var bodyBytes = 0
    private var refused: IPAddress?

    /// How many bytes of an answer's body are read.
    private static let bodyLimit = 4096
    /// How many bytes of header fields an answer may have.
    private static let headerLimit = 16_384

    /// nil where libcurl has no memory.
    init?(_ job: CurlLoop.Job, rules: AddressRules, timeLimit: Duration) {
        guard let handle = curl_easy_init() else { return nil }
        self.job = job
        self.handle = handle
        self.rules = rules
        setRequest(job.request)
        setLimits(timeLimit)
        setReceivers()
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headers)
    }

    /// The transfer that a handle of libcurl's belongs to.
    static func of(_ handle: UnsafeMutableRawPointer) -> CurlTransfer? {
        CCurl_owner(handle).map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// What became of it, by libcurl's code for its end.
    func result(_ code: CURLcode) -> Result<WebAnswer, WebClientError> {
        // With the status the answer is there, whatever becomes of its body.
        if let status {
            let wait = Int(CCurl_retryAfter(handle))
            return .success(WebAnswer(status: status, retryAfter: wait > 0 ? .seconds(wait) : nil))
        }
        if let refused { return .failure(.refusedAddress(refused)) }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .failure(.unresolvable)
        case CURLE_COULDNT_CONNECT: return .failure(.notConnected)
        case CURLE_OPERATION_TIMEDOUT: return .failure(.timedOut)
        case CURLE_WRITE_ERROR: return .failure(.malformedAnswer("its header fields are more than \(Self.headerLimit) bytes"))
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER:
            return .failure(.notTrusted(String(cString: curl_easy_strerror(code))))
        default: return .failure(.malformedAnswer(String(cString: curl_easy_strerror(code))))
        }
    }

    private func setRequest(_ request: WebRequest) {
        CCurl_setText(handle, CURLOPT_URL, request.url.text)
        CCurl_setNumber(handle, CURLOPT_POST, 1)
        CCurl_setSize(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
        request.body.withUnsafeBytes { body in
            _ = CCurl_setText(handle, CURLOPT_COPYPOSTFIELDS, body.assumingMemoryBound(to: CChar.self).baseAddress)
        }
        // A field without a value takes out what libcurl would send by itself.
        for field in request.headers.map({ "\($0.name): \($0.value)" }) + ["User-Agent: Mynah", "Expect:"] {
            headers = curl_slist_append(headers, field)
        }
        CCurl_setHeaders(handle, headers)
    }

    private func setLimits(_ timeLimit: Duration) {
        let (seconds, attoseconds) = timeLimit.components
        CCurl_setNumber(handle, CURLOPT_TIMEOUT_MS, Int(seconds * 1000 + attoseconds / 1_000_000_000_000_000))
        CCurl_setText(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        CCurl_setNumber(handle, CURLOPT_FOLLOWLOCATION, 0)
        CCurl_setNumber(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        CCurl_setNumber(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        // The one file with all certificates is read once and kept; with a folder beside it, they would be read again for each connection.
        CCurl_setText(handle, CURLOPT_CAPATH, nil)
        // An empty name is no proxy, whatever the environment says.
        CCurl_setText(handle, CURLOPT_PROXY, "")
        CCurl_setNumber(handle, CURLOPT_NOSIGNAL, 1)
        // A name that is still being looked up when time is over must not stop the thread until it is found.
        CCurl_setNumber(handle, CURLOPT_QUICK_EXIT, 1)
    }

    private func setReceivers() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        for option in [CURLOPT_PRIVATE, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_OPENSOCKETDATA] {
            CCurl_setContext(handle, option, context)
        }
        CCurl_setReceiver(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            return CurlTransfer.owner(context).take(header: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
        }
        CCurl_setReceiver(handle, CURLOPT_WRITEFUNCTION) { _, size, count, context in
            guard let context else { return 0 }
            return CurlTransfer.owner(context).take(body: size * count) ? size * count : 0
        }
        CCurl_setSocketOpener(handle) { context, _, address in
            guard let address, let context else { return CURL_SOCKET_BAD }
            return CurlTransfer.owner(context).openSocket(to: address.pointee, at: CCurl_address(address))
        }
    }

    private static func owner(_ context: UnsafeMutableRawPointer) -> CurlTransfer {
        Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
    }

    /// Takes a line of the head, without which there is an end of it.
    private func take(header line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= Self.headerLimit else { return false }
        // An empty line ends the head; one with a status below 200 is followed by another.
        let code = CCurl_status(handle)
        if line.allSatisfy({ $0 == 13 || $0 == 10 }), code >= 200 { status = code }
        return true
    }

    private func take(body count: Int) -> Bool {
        bodyBytes += count
        return bodyBytes <= Self.bodyLimit
    }

    private func openSocket(to target: curl_sockaddr, at address: UnsafeRawPointer) -> Int32 {
        guard let found = IPAddress(socketAddress: address, count: Int(target.addrlen)) else { return CURL_SOCKET_BAD }
        guard rules.allow(found) else {
            refused = found
            return CURL_SOCKET_BAD
        }
        return socket(target.family, target.socktype | Int32(SOCK_CLOEXEC.rawValue), target.protocol)
    }
}
