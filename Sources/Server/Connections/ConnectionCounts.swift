import Metrics
import Synchronization

/// Counts the open connections, in all and of each address, and says whether there is room for one more.
final class ConnectionCounts: Sendable {
    /// A connection's place among all.
    struct Place: Sendable {
        fileprivate let address: String?
    }

    private struct State {
        var total = 0
        var addresses: [String: Int] = [:]
    }

    private let total: Int
    private let perAddress: Int
    private let state = Mutex(State())
    private let meter = Meter(label: "mynah_connections")

    /// Counts that allow `total` connections at once, and `perAddress` of them of one address.
    init(total: Int, perAddress: Int) {
        self.total = total
        self.perAddress = perAddress
    }

    /// Counts a new connection. It is to give its place back.
    ///
    /// - Parameter address: Where it comes from; nil for one that counts among all alone.
    /// - Throws: ``RequestError/tooManyConnections`` and ``RequestError/tooManyConnectionsOfAddress(limit:)``, with nothing counted.
    func enter(_ address: String?) throws(RequestError) -> Place {
        let result = state.withLock { state -> Result<Int, RequestError> in
            guard state.total < total else { return .failure(.tooManyConnections) }
            if let address {
                let count = state.addresses[address, default: 0]
                guard count < perAddress else { return .failure(.tooManyConnectionsOfAddress(limit: perAddress)) }
                state.addresses[address] = count + 1
            }
            state.total += 1
            return .success(state.total)
        }
        switch result {
        case .success(let count):
            meter.set(Int64(count))
            return Place(address: address)
        case .failure(let error):
            Counter(label: "mynah_connections_refused_total").increment()
            throw error
        }
    }

    /// Counts a connection out.
    func leave(_ place: Place) {
        let count = state.withLock { state in
            if let address = place.address, let count = state.addresses[address] { state.addresses[address] = count > 1 ? count - 1 : nil }
            state.total -= 1
            return state.total
        }
        meter.set(Int64(count))
    }
}
