import Testing

@testable import DatelineCommand
