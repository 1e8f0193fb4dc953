import Testing

@testable import LanguageAnalysis
