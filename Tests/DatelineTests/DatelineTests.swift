import Testing

@testable import Dateline
