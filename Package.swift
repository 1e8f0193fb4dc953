// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Dateline",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Dateline", targets: ["Dateline"]),
    .executable(name: "dateline", targets: ["DatelineCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // C libraries of the system, and the little C that Swift cannot write.
    .systemLibrary(
      name: "CGraphvizLibrary",
      pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]
    ),
    .target(
      name: "CGraphviz",
      dependencies: ["CGraphvizLibrary"],
      linkerSettings: [.linkedLibrary("gvc"), .linkedLibrary("cgraph"), .linkedLibrary("cdt")]
    ),
    .systemLibrary(
      name: "CMatrixProductLibrary",
      providers: [.apt(["libdnnl-dev"]), .brew(["onednn"])]
    ),
    .target(
      name: "CAnalyserKernels",
      dependencies: ["CMatrixProductLibrary"],
      linkerSettings: [.linkedLibrary("dnnl")]
    ),

    // Data embedded in the binary.
    .target(name: "AnalyserWeights", exclude: ["analyser.safetensors", "lemmas.tsv"]),
    .target(name: "KnowledgeTables", exclude: ["tables"]),
    .target(name: "PageAssets", exclude: ["assets"]),
    .target(name: "ParticipantWeights", exclude: ["participants.bin"]),

    // The flow: article → annotated text → facts → graph → store, exports, pictures → command line.
    .target(name: "ArticleReading", dependencies: [.product(name: "SwiftCSV", package: "SwiftCSV")]),
    .target(name: "LanguageAnalysis", dependencies: ["CAnalyserKernels", "AnalyserWeights"]),
    .target(name: "Knowledge", dependencies: ["KnowledgeTables"]),
    .target(
      name: "Extraction",
      dependencies: ["ArticleReading", "LanguageAnalysis", "Knowledge", "ParticipantWeights"]
    ),
    .target(name: "KnowledgeGraph", dependencies: ["ArticleReading", "Knowledge", "Extraction"]),
    .target(
      name: "Store",
      dependencies: [
        "ArticleReading", "Knowledge", "Extraction", "KnowledgeGraph",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .target(name: "Export", dependencies: ["ArticleReading", "KnowledgeGraph"]),
    .target(
      name: "Rendering",
      dependencies: ["ArticleReading", "Knowledge", "KnowledgeGraph", "CGraphviz", "PageAssets"]
    ),
    .target(
      name: "Dateline",
      dependencies: [
        "ArticleReading", "LanguageAnalysis", "Knowledge", "Extraction", "KnowledgeGraph", "Store", "Export",
        "Rendering",
      ]
    ),
    .executableTarget(
      name: "DatelineCommand",
      dependencies: [
        "Dateline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]
    ),

    .executableTarget(
      name: "AnalyserBenchmark",
      dependencies: ["LanguageAnalysis", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Benchmarks/analyser",
      exclude: ["run", "names.py", "spacy_speed.py", "treebank.py"]
    ),

    .executableTarget(
      name: "ExtractionBenchmark",
      dependencies: ["Dateline", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Benchmarks/extraction",
      exclude: ["README.md"]
    ),

    .executableTarget(
      name: "IdentityBenchmark",
      dependencies: ["ArticleReading", "Extraction", "Knowledge", "KnowledgeGraph"],
      path: "Benchmarks/identity"
    ),

    .executableTarget(
      name: "ParticipantSamples",
      dependencies: ["Dateline", "Extraction", "LanguageAnalysis"],
      path: "Training/samples"
    ),

    .executableTarget(
      name: "PictureBenchmark",
      dependencies: ["Dateline"],
      path: "Benchmarks/pictures",
      exclude: ["run"]
    ),

    .executableTarget(
      name: "StoreBenchmark",
      dependencies: [
        "ArticleReading", "Extraction", "Knowledge", "KnowledgeGraph", "Store",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/store",
      exclude: ["README.md", "run", "kill-test", "share"]
    ),

    .testTarget(name: "ArticleReadingTests", dependencies: ["ArticleReading"]),
    .testTarget(name: "LanguageAnalysisTests", dependencies: ["LanguageAnalysis", "CAnalyserKernels"]),
    .testTarget(name: "KnowledgeTests", dependencies: ["Knowledge"]),
    .testTarget(name: "ExtractionTests", dependencies: ["Extraction"]),
    .testTarget(name: "KnowledgeGraphTests", dependencies: ["KnowledgeGraph"]),
    .testTarget(name: "StoreTests", dependencies: ["Export", "Store"]),
    .testTarget(name: "ExportTests", dependencies: ["Export"]),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["ArticleReading", "Extraction", "Knowledge", "KnowledgeGraph", "Rendering"]
    ),
    .testTarget(name: "DatelineTests", dependencies: ["Dateline"], exclude: ["Gold"]),
    .testTarget(name: "DatelineCommandTests", dependencies: ["DatelineCommand"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu17
)
