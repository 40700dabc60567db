// swift-tools-version: 6.2

import PackageDescription

/// The rules every target of ours is built by: strict concurrency (language mode 6) and no warnings.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

extension Target {
    /// A room of the house: `Sources/NAME`, with its tests in `Tests/NAMETests`. What it may import is what it lists here.
    ///
    /// Resources are files that become part of the program. A room that works on samples is optimised in debug builds, too: tests would wait for it ten times
    /// as long.
    static func room(
        _ name: String, _ dependencies: [Dependency] = [], embedding resources: [String] = [], worksOnSamples: Bool = false
    ) -> Target {
        .target(
            name: name, dependencies: dependencies, resources: resources.map { .embedInCode($0) },
            swiftSettings: settings + (worksOnSamples ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []))
    }

    /// The tests of a room, with what they need beside it.
    static func tests(of name: String, _ dependencies: [Dependency] = []) -> Target {
        .testTarget(name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies, swiftSettings: settings)
    }
}

extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let configuration = product(name: "Configuration", package: "swift-configuration")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let httpTypes = product(name: "HTTPTypes", package: "swift-http-types")
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdCore = product(name: "HummingbirdCore", package: "hummingbird")
    static let jwtKit = product(name: "JWTKit", package: "jwt-kit")
    static let lifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let logging = product(name: "Logging", package: "swift-log")
    static let metrics = product(name: "Metrics", package: "swift-metrics")
    static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let nioCore = product(name: "NIOCore", package: "swift-nio")
    static let nioHTTP1 = product(name: "NIOHTTP1", package: "swift-nio")
    static let nioHTTPTypes = product(name: "NIOHTTPTypes", package: "swift-nio-extras")
}

let package = Package(
    name: "mynah",
    products: [
        .executable(name: "mynah", targets: ["mynah"]),
        .executable(name: "queue-benchmark", targets: ["QueueBenchmark"]),
    ],
    dependencies: [
        // The command line: parsing, help, completion.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Options from flags, environment and mynah.yaml, in that order.
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        // SHA-256, to tell whether a repeated request is the same; jwt-kit builds it anyway.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // HTTP's vocabulary, as Hummingbird speaks it.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        // Logs and metrics, as Hummingbird emits them.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        // Byte buffers and connections, as Hummingbird streams them.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        // A request's parts, as Hummingbird's connections carry them.
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        // SQLite, with its write-ahead log and reader pool.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // The HTTP server.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        // Ordered start and graceful stop of the server's services.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        // API keys are signed tokens.
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        // FFmpeg's, espeak-ng's, Flite's and MeCab's headers alone: CEngineLibraries loads what is behind them.
        .systemLibrary(
            name: "CFFmpeg",
            providers: [.apt(["libavformat-dev", "libavcodec-dev", "libswresample-dev", "libavutil-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CEspeakNG", providers: [.apt(["libespeak-ng-dev"])]),
        .systemLibrary(name: "CFlite", providers: [.apt(["flite1-dev"])]),
        .systemLibrary(name: "CMeCab", providers: [.apt(["libmecab-dev"])]),
        .target(name: "CAllocator"),
        .target(name: "CEngineLibraries", dependencies: ["CFFmpeg", "CEspeakNG", "CFlite", "CMeCab"], linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CSandbox"),

        .target(name: "CTextBoundaries", dependencies: ["CICU"]),
        // libcld2-dev has no pkg-config file, and its header is C++: there is nothing that a module map could show.
        .target(name: "CLanguageDetection", linkerSettings: [.linkedLibrary("cld2")]),

        .room("Speech", ["CTextBoundaries", "CLanguageDetection"], embedding: ["Voices/Library/voices.txt"], worksOnSamples: true),
        .room("Audio", ["Speech", "CFFmpeg", "CEngineLibraries"], worksOnSamples: true),
        .room("SpeechEngines", ["Speech", "Audio", "CEspeakNG", "CFlite", "CMeCab", "CEngineLibraries"], worksOnSamples: true),
        .room("VoiceCloning", ["Speech", "Audio", "SpeechEngines"], worksOnSamples: true),
        .room("EngineProtocol", ["Speech"]),
        .room("EnginePool", ["Speech", "EngineProtocol"]),
        .room("EngineHost", ["Speech", "Audio", "SpeechEngines", "VoiceCloning", "EngineProtocol", "CEngineLibraries", "CSandbox"]),
        .room("Narration", ["Speech", "EnginePool", "EngineProtocol"]),
        .room("Database", [.grdb]),
        .room("Files"),
        .room("Multipart"),
        .room("WebClient", ["CCurl"]),
        .room("Platform", ["Speech", "Narration", "Database", "Files", "WebClient", .crypto, .jwtKit, .lifecycle, .logging, .metrics]),
        .room(
            "Server",
            [
                "Platform", "Speech", "Files", "Multipart", .httpTypes, .hummingbird, .hummingbirdCore, .logging, .metrics, .nioCore, .nioHTTP1,
                .nioHTTPTypes,
            ]),
        .executableTarget(
            name: "mynah",
            dependencies: [
                "CAllocator", "Speech", "EngineHost", "EnginePool", "EngineProtocol", "Narration", "Database", "Files", "Platform",
                "Server", "WebClient", .argumentParser, .configuration, .hummingbird, .lifecycle, .logging, .metrics, .nioCore,
                .unixSignals,
            ],
            swiftSettings: settings),

        .executableTarget(
            name: "QueueBenchmark", dependencies: ["Database", "Platform", "Speech", .argumentParser], path: "Benchmarks/QueueBenchmark",
            swiftSettings: settings),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .tests(of: "Speech", ["TestSupport"]),
        .tests(of: "Audio", ["CFFmpeg", "Speech", "TestSupport"]),
        .tests(of: "VoiceCloning", ["Audio", "Speech", "TestSupport"]),
        .tests(of: "Database", ["TestSupport"]),
        .tests(of: "Files", ["TestSupport"]),
        .tests(of: "Multipart", ["TestSupport"]),
        .tests(of: "WebClient", ["TestSupport"]),
        .tests(of: "Platform", ["Database", "EnginePool", "Files", "Narration", "Speech", "TestSupport", "WebClient", "mynah", .logging]),
        .tests(of: "SpeechEngines"),
        .tests(of: "EngineProtocol", ["Speech"]),
        .tests(of: "Narration", ["EnginePool", "EngineProtocol", "Speech", "SpeechEngines", "Audio", "TestSupport", "mynah"]),
        .tests(
            of: "Server",
            ["Audio", "Database", "Files", "Multipart", "Platform", "Speech", "TestSupport", "mynah", .httpTypes, .hummingbird, .logging, .nioCore]),
    ]
)
