import Knowledge
import LanguageAnalysis

/// What is known of an event and of somebody in its sentence, as slots of the model's table.
struct ParticipantFeatures {
  let syntax: ClauseSyntax
  let hashes: TokenHashes
  private var context: ArticleContext { syntax.context }

  /// What the rules found of an event, in the words of features.
  struct Event {
    let trigger: Int
    /// The trigger and the words above it, up to the root.
    let ancestors: [Int]
    let type: FeatureHash
    let word: FeatureHash
    let part: FeatureHash
    /// The initials of the roles that are filled.
    let filled: FeatureHash
    /// The deep positions of phrases around the trigger and around the words above it.
    let positions: [Int: [FeatureHash]]
  }

  /// What is known of a candidate apart from where it stands.
  struct Candidate {
    let kind: FeatureHash
    /// The roles that the rules give it in the event.
    let ruled: FeatureHash
    /// Its roles in other events of the sentence, each with the event's type.
    let elsewhere: [FeatureHash]
    /// How often the story mentions it, in steps.
    let salience: FeatureHash
  }

  private static let wordsAbove = 3
  private static let mostMentions = 4

  /// Prepares an event.
  func event(_ trigger: EventTrigger, type: EventType, filled: [EventArgument.Role]) -> Event {
    let initials = Set(filled.map { String($0.rawValue.prefix(1)) }).sorted().joined()
    return Event(
      trigger: trigger.token,
      ancestors: [trigger.token] + context.tree.ancestors(of: trigger.token),
      type: FeatureHash(type.rawValue),
      word: hashes.lemmas[trigger.token],
      part: FeatureHash(syntax.partOfSpeech(trigger.token).rawValue),
      filled: FeatureHash(initials),
      positions: positions(around: trigger)
    )
  }

  private func positions(around trigger: EventTrigger) -> [Int: [FeatureHash]] {
    var found: [Int: [FeatureHash]] = [:]
    func add(_ token: Int, _ place: String) {
      let place = FeatureHash(place)
      for phrase in syntax.phrases(of: token) {
        let position = place.with(FeatureHash(phrase.position.rawValue))
        for head in syntax.heads(of: phrase, before: nil) where found[head]?.contains(position) != true {
          found[head, default: []].append(position)
        }
      }
    }
    add(trigger.token, "own")
    for carrier in trigger.carriers { add(carrier.token, "carrier") }
    var token = trigger.token
    for step in 1...Self.wordsAbove {
      guard let head = context.tree.head(of: token) else { break }
      add(head, "above\(step)\(syntax.relation(token).universal)")
      token = head
    }
    return found
  }

  /// The slots of a candidate for an event, the features of all its mentions together, in rising order.
  func slots(of candidate: Candidate, heads: [Int], for event: Event) -> [Int32] {
    var adder = SlotAdder()
    for head in heads.prefix(Self.mostMentions) {
      let path = DependencyPath(from: event.ancestors, to: head, in: context.tree, hashes: hashes)
      add(path, to: &adder, of: candidate, head: head, for: event)
      addPositions(of: head, to: &adder, candidate, event)
    }
    addRuled(to: &adder, candidate, event)
    return adder.slots
  }

  private func add(
    _ path: DependencyPath,
    to adder: inout SlotAdder,
    of candidate: Candidate,
    head: Int,
    for event: Event
  ) {
    let (kind, type) = (candidate.kind, event.type)
    let distance = head - event.trigger
    let steps = min(4, Int.bitWidth - abs(distance).leadingZeroBitCount)
    let order = FeatureHash(distance < 0 ? -1 - steps : steps)
    let form = Self.form(of: syntax.partOfSpeech(head))
    adder.add(0, path.full)
    adder.add(1, path.full, type)
    adder.add(2, path.full, event.part)
    adder.add(3, path.full, event.word)
    adder.add(4, path.full, kind, type)
    adder.add(5, path.full, kind)
    adder.add(6, path.plain, event.part)
    adder.add(7, path.plain, type)
    adder.add(8, path.plain, kind, type)
    adder.add(9, kind)
    adder.add(10, kind, type)
    adder.add(11, path.last, kind, type)
    adder.add(12, path.last, type)
    adder.add(13, path.last, event.word)
    adder.add(14, path.first, path.last)
    adder.add(15, path.first, path.last, type)
    adder.add(16, order, event.part)
    adder.add(17, order, kind)
    adder.add(18, path.top, path.last, kind)
    adder.add(19, path.top, path.first, path.last)
    adder.add(20, candidate.ruled, path.plain)
    adder.add(21, event.filled, kind, path.last)
    adder.add(22, event.filled, path.plain, kind)
    adder.add(23, form, kind)
    adder.add(24, hashes.lemmas[head], type)
    adder.add(25, form, path.last)
    adder.add(26, path.lengths, kind)
  }

  private func addPositions(
    of head: Int,
    to adder: inout SlotAdder,
    _ candidate: Candidate,
    _ event: Event
  ) {
    for position in event.positions[head] ?? [Self.nowhere] {
      adder.add(40, position)
      adder.add(41, position, event.type)
      adder.add(42, position, event.word)
      adder.add(43, position, candidate.kind, event.type)
      adder.add(44, position, candidate.kind, event.part)
      adder.add(45, position, event.filled, candidate.kind)
      adder.add(46, position, candidate.ruled)
    }
  }

  private func addRuled(to adder: inout SlotAdder, _ candidate: Candidate, _ event: Event) {
    adder.add(60, candidate.ruled)
    adder.add(61, candidate.ruled, event.type)
    adder.add(62, candidate.ruled, candidate.kind, event.type)
    adder.add(63, candidate.ruled, event.filled)
    adder.add(64, event.filled, candidate.kind, event.type)
    adder.add(65, event.word, event.part, candidate.kind)
    adder.add(66, candidate.salience, candidate.kind, event.type)
    for other in candidate.elsewhere {
      adder.add(67, other)
      adder.add(68, other, event.type)
      adder.add(69, other, candidate.kind)
    }
  }

  private static let nowhere = FeatureHash("nowhere")
  private static let (pronoun, adjective, name, noun) =
    (FeatureHash("pronoun"), FeatureHash("adjective"), FeatureHash("name"), FeatureHash("noun"))

  private static func form(of part: UniversalPartOfSpeech) -> FeatureHash {
    switch part {
    case .pronoun: pronoun
    case .adjective: adjective
    case .properNoun: name
    default: noun
    }
  }
}

/// Gathers the slots of features.
private struct SlotAdder {
  private var found: [Int32] = []

  init() { found.reserveCapacity(96) }

  /// The slots, each once, in rising order.
  var slots: [Int32] {
    let sorted = found.sorted()
    var slots: [Int32] = []
    slots.reserveCapacity(sorted.count)
    for slot in sorted where slots.last != slot { slots.append(slot) }
    return slots
  }

  mutating func add(_ template: Int, _ first: FeatureHash, _ second: FeatureHash? = nil, _ third: FeatureHash? = nil) {
    var hash = FeatureHash(template)
    hash.add(first)
    if let second { hash.add(second) }
    if let third { hash.add(third) }
    found.append(Int32(truncatingIfNeeded: (hash.value >> 20) & UInt64(ParticipantModel.slots - 1)))
  }
}
