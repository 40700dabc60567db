/// How the envelopes of one kind of sound are spread: their number, their mean, and how they vary together, as cepstra (``EnvelopeScale``).
public struct EnvelopeStatistics: Sendable, Hashable {
    /// How many envelopes there were.
    public private(set) var count = 0
    private let size: Int
    private var sums: [Double]
    private var products: SquareMatrix

    /// Nothing measured yet.
    public init() {
        self.init(size: EnvelopeScale.order)
    }

    /// Nothing measured yet, of `size` numbers.
    init(size: Int) {
        self.size = size
        sums = Array(repeating: 0, count: size)
        products = SquareMatrix(size: size)
    }

    /// Adds an envelope's cepstrum.
    public mutating func add(_ cepstrum: [Double]) {
        count += 1
        for row in 0..<size {
            sums[row] += cepstrum[row]
            for column in 0...row { products[row, column] += cepstrum[row] * cepstrum[column] }
        }
    }

    /// The mean cepstrum.
    public var mean: [Double] {
        sums.map { $0 / Double(max(1, count)) }
    }

    /// The mean level of the bands, in natural logarithms of power.
    var meanLevel: Double {
        mean[0] / Double(EnvelopeScale.bandCount).squareRoot()
    }

    /// How the numbers of a cepstrum vary together. What few recordings can't tell is kept from being taken at its word: each number varies by
    /// `floor` of itself more.
    func covariance(floor: Double) -> SquareMatrix {
        let mean = mean
        var covariance = SquareMatrix(size: size)
        for row in 0..<size {
            for column in 0...row {
                let value = products[row, column] / Double(max(1, count)) - mean[row] * mean[column]
                covariance[row, column] = value
                covariance[column, row] = value
            }
        }
        for index in 0..<size { covariance[index, index] = max(1e-6, covariance[index, index] * (1 + floor)) }
        return covariance
    }

    /// How much the overall level varies: the standard deviation of a cepstrum's first number.
    var levelDeviation: Double {
        covariance(floor: 0)[0, 0].squareRoot()
    }
}
