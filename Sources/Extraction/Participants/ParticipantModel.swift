import ParticipantWeights

/// A linear model of whether somebody takes part in an event, and as what: a weight a feature and role.
///
/// Features are slots of a table that their hashes are folded into (Weinberger et al. 2009, "Feature hashing for large
/// scale multitask learning"); how the weights were fitted, Training/README.md tells.
package struct ParticipantModel: Sendable {
  /// The roles that are weighed, in the order of the table's columns.
  package static let roles: [EventArgument.Role] = [.agent, .patient, .recipient, .place, .origin]
  /// Number of slots, a power of two.
  package static let slots = 1 << 18

  /// Log-odds from which somebody is added to an event.
  package let added: Float
  /// Log-odds below which somebody whom a rule found is dropped.
  package let dropped: Float
  private let weights: [Int8]
  private let scales: [Float]
  private let biases: [Float]

  /// The model embedded in the program; nil where its file is not whole, which a test of the build finds.
  package static let embedded = ParticipantModel(
    UnsafeRawBufferPointer(start: dateline_participant_weights(), count: dateline_participant_weights_length())
  )

  /// Reads a weights file: the scale and the bias of each role and the log-odds from which somebody is added and below
  /// which somebody is dropped (little-endian 32-bit floats), then the slots, a signed byte a role. Nil where the length
  /// is another one or a number is none.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    let roles = Self.roles.count
    let numbersCount = 2 * roles + 2
    guard bytes.count == 4 * numbersCount + roles * Self.slots else { return nil }
    let numbers = (0..<numbersCount).map {
      Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
    }
    guard numbers.allSatisfy(\.isFinite) else { return nil }
    scales = Array(numbers[..<roles])
    biases = Array(numbers[roles..<2 * roles])
    (added, dropped) = (numbers[2 * roles], numbers[2 * roles + 1])
    weights = bytes[(4 * numbersCount)...].map { Int8(bitPattern: $0) }
  }

  /// How much speaks for each role, in log-odds.
  package func scores(of features: [Int32]) -> [Float] {
    let roles = Self.roles.count
    var sums = [Int32](repeating: 0, count: roles)
    for slot in features {
      let first = Int(slot) * roles
      for role in 0..<roles { sums[role] += Int32(weights[first + role]) }
    }
    return (0..<roles).map { Float(sums[$0]) * scales[$0] + biases[$0] }
  }
}
