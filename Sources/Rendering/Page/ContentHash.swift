/// The SHA-256 digest of bytes (FIPS 180-4), as a content security policy names the scripts and styles that may run.
enum ContentHash {
  private static let primes = firstPrimes(64)
  /// The first 32 bits of the fractions of the primes' square and cube roots.
  private static let initial = primes.prefix(8).map { fraction(of: Double($0).squareRoot()) }
  private static let constants = primes.map { prime in
    // Newton's method from a start near enough gives the cube root to the last bit that is used.
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root - Double(prime)) / (3 * root * root) }
    return fraction(of: root)
  }

  /// The 32 bytes of the digest.
  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var message = bytes + [0x80]
    message += [UInt8](repeating: 0, count: (120 - message.count % 64) % 64)
    let length = UInt64(bytes.count) * 8
    message += (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * UInt64($0))) }
    var state = initial
    for start in stride(from: 0, to: message.count, by: 64) { compress(&state, message[start..<start + 64]) }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
  }

  private static func compress(_ state: inout [UInt32], _ block: ArraySlice<UInt8>) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
      block[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for place in 16..<64 {
      let (early, late) = (words[place - 15], words[place - 2])
      let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
      let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
      words.append(words[place - 16] &+ first &+ words[place - 7] &+ second)
    }
    var current = state
    for place in 0..<64 {
      let (a, b, c, e) = (current[0], current[1], current[2], current[4])
      let upper = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = (e & current[5]) ^ (~e & current[6])
      let first = current[7] &+ upper &+ choice &+ constants[place] &+ words[place]
      let lower = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      current = [first &+ lower &+ majority, a, b, c, current[3] &+ first, e, current[5], current[6]]
    }
    for place in state.indices { state[place] = state[place] &+ current[place] }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

  private static func fraction(of number: Double) -> UInt32 {
    UInt32((number - number.rounded(.down)) * 4_294_967_296)
  }

  private static func firstPrimes(_ count: Int) -> [Int] {
    var primes: [Int] = []
    var number = 2
    while primes.count < count {
      if primes.allSatisfy({ number % $0 != 0 }) { primes.append(number) }
      number += 1
    }
    return primes
  }
}
