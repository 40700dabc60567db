/// Makes Matroska files of one track, by RFC 8794 (EBML) and RFC 9559: those that encoders don't make.
public struct MatroskaBuilder {
    private var track: [UInt8]
    private var blocks: [UInt8] = []
    private var claimedSeconds: Double?

    /// A file of 16-bit sound, one channel, each of whose blocks is compressed by zlib.
    public static func compressedSound(sampleRate: Int) -> MatroskaBuilder {
        let audio = element([0xB5], number(Double(sampleRate).bitPattern, 8)) + element([0x9F], [1]) + element([0x62, 0x64], [16])
        let zlib = element([0x50, 0x34], element([0x42, 0x54], [0]))
        let encodings = element([0x6D, 0x80], element([0x62, 0x40], element([0x50, 0x33], [0]) + zlib))
        return MatroskaBuilder(type: 2, codec: "A_PCM/INT/LIT", rest: element([0xE1], audio) + encodings)
    }

    /// A file of pictures, without sound.
    public static func video() -> MatroskaBuilder {
        MatroskaBuilder(type: 1, codec: "V_VP8", rest: element([0xE0], element([0xB0], [16]) + element([0xBA], [16])))
    }

    private init(type: UInt8, codec: String, rest: [UInt8]) {
        let names = Self.element([0xD7], [1]) + Self.element([0x73, 0xC5], [1])
        track = names + Self.element([0x83], [type]) + Self.element([0x86], Array(codec.utf8)) + rest
    }

    /// 131,072 zeros, compressed by zlib to 149 bytes.
    public static let zeros: [UInt8] = start + [UInt8](repeating: 0, count: 127) + end
    private static let start: [UInt8] = [0x78, 0xDA, 0xED, 0xC1, 0x31, 0x01, 0x00, 0x00, 0x00, 0xC2, 0xA0, 0xF5, 0x4F, 0xED, 0x61, 0x0D, 0xA0]
    private static let end: [UInt8] = [0x6E, 0x00, 0x1E, 0x00, 0x01]

    /// The file with a block more.
    public func adding(_ block: [UInt8], count: Int = 1) -> MatroskaBuilder {
        var builder = self
        let cluster = Self.element([0x1F, 0x43, 0xB6, 0x75], Self.element([0xE7], [0]) + Self.element([0xA3], [0x81, 0, 0, 0x80] + block))
        for _ in 0..<count { builder.blocks += cluster }
        return builder
    }

    /// The file with a header that says how long it is.
    public func claiming(seconds: Double) -> MatroskaBuilder {
        var builder = self
        builder.claimedSeconds = seconds
        return builder
    }

    /// The file.
    public var bytes: [UInt8] {
        let header = Self.element([0x42, 0x82], Array("webm".utf8)) + Self.element([0x42, 0x87], [4]) + Self.element([0x42, 0x85], [2])
        let tracks = Self.element([0x16, 0x54, 0xAE, 0x6B], Self.element([0xAE], track))
        let duration = claimedSeconds.map { Self.element([0x44, 0x89], Self.number(($0 * 1000).bitPattern, 8)) } ?? []
        let info = Self.element([0x15, 0x49, 0xA9, 0x66], Self.element([0x2A, 0xD7, 0xB1], Self.number(1_000_000, 4)) + duration)
        let segment = info + tracks + blocks
        return Self.element([0x1A, 0x45, 0xDF, 0xA3], header) + Self.element([0x18, 0x53, 0x80, 0x67], segment)
    }

    private static func element(_ name: [UInt8], _ payload: [UInt8]) -> [UInt8] {
        name + [0x01] + number(UInt64(payload.count), 7) + payload
    }

    private static func number(_ value: UInt64, _ size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }
}
