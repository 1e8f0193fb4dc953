import Knowledge
import LanguageAnalysis

/// Completes the participants that the rules found by what a model, fitted to marked news, says of everybody in the
/// sentences of an event.
struct LearnedParticipants {
  let syntax: ClauseSyntax
  private static let foundBy = "model:participant"

  /// One candidate of one trigger, as the model sees it.
  struct Sample {
    let event: Int
    let trigger: Int
    let candidate: ParticipantCandidate
    /// The roles that the rules give it.
    let ruled: [EventArgument.Role]
    let slots: [Int32]
  }

  /// Everybody in the sentences of the events, with what the model looks at.
  func samples(of events: [EventDraft], among entities: StoryEntities) -> [Sample] {
    let candidates = ParticipantCandidates(context: syntax.context, entities: entities)
    let tree = syntax.context.tree
    let sentences = Set(events.flatMap { $0.triggers.map { tree.sentenceOfToken[$0.token] } })
    let features = ParticipantFeatures(syntax: syntax, hashes: TokenHashes(syntax: syntax, sentences: sentences))
    let roles = RolesBySentence(events: events, context: syntax.context)
    let described = candidates.described(inSentences: sentences, among: entities, besides: events)
    var samples: [Sample] = []
    for (position, event) in events.enumerated() {
      let filled = event.arguments.map(\.role)
      for trigger in event.triggers {
        let sentence = tree.sentenceOfToken[trigger.token]
        let prepared = features.event(trigger, type: event.type, filled: filled)
        for candidate in candidates.candidates(inSentence: sentence, for: event) + (described[sentence] ?? []) {
          let ruled =
            candidate.entity.map { entity in event.arguments.filter { $0.entity == entity }.map(\.role) } ?? []
          let elsewhere = roles.roles(of: candidate.entity, inSentence: sentence, outside: position)
          let traits = traits(of: candidate, ruled: ruled, elsewhere: elsewhere, among: entities)
          samples.append(
            Sample(
              event: position,
              trigger: trigger.token,
              candidate: candidate,
              ruled: ruled,
              slots: features.slots(of: traits, heads: candidate.heads, for: prepared)
            )
          )
        }
      }
    }
    return samples
  }

  /// Adds whom the model holds for participants and drops whom it does not.
  func complete(_ events: inout [EventDraft], by model: ParticipantModel, among entities: inout StoryEntities) {
    var best: [Key: (score: Float, sample: Sample)] = [:]
    var order: [Key] = []
    for sample in samples(of: events, among: entities) {
      for (role, score) in zip(ParticipantModel.roles, model.scores(of: sample.slots)) {
        let key = Key(event: sample.event, entity: sample.candidate.entity, head: sample.candidate.heads[0], role: role)
        if best[key] == nil { order.append(key) }
        if let known = best[key], known.score >= score { continue }
        best[key] = (score, sample)
      }
    }
    for key in order {
      guard let found = best[key], let entity = found.sample.candidate.entity else { continue }
      if found.score < model.dropped {
        events[key.event].arguments.removeAll { $0.entity == entity && $0.role == key.role && !isSettled($0) }
      }
    }
    for key in order {
      if let found = best[key], found.score >= model.added {
        add(found.sample, as: key.role, to: &events, among: &entities)
      }
    }
  }

  /// "The bill passed the Senate": where the word itself says that its object acts, the model has too few examples.
  private func isSettled(_ argument: EventArgument) -> Bool {
    let rule = argument.evidence.foundBy
    return rule.hasPrefix(ArgumentReader.rulePrefix)
      && syntax.context.knowledge.frames.actingObjects.contains(String(rule.dropFirst(ArgumentReader.rulePrefix.count)))
  }

  /// A role that somebody may have in an event; of those who are no entity yet, the noun tells who it is.
  private struct Key: Hashable {
    let event: Int
    let entity: EntityIndex?
    let head: Int
    let role: EventArgument.Role

    init(event: Int, entity: EntityIndex?, head: Int, role: EventArgument.Role) {
      (self.event, self.entity, self.role) = (event, entity, role)
      self.head = entity == nil ? head : 0
    }
  }

  private func add(
    _ sample: Sample,
    as role: EventArgument.Role,
    to events: inout [EventDraft],
    among entities: inout StoryEntities
  ) {
    guard let head = sample.candidate.heads.min(by: { abs($0 - sample.trigger) < abs($1 - sample.trigger) }),
      let entity = sample.candidate.entity
        ?? EntityResolver().entity(describedBy: head, in: syntax.context, among: &entities)
    else { return }
    // "sent tents from Port Amal": wherever the model sees the place, that is where from.
    let role = role == .place && syntax.preposition(of: head) == "from" ? EventArgument.Role.origin : role
    // "more than 60 wounded when drones struck": who is hurt did nothing.
    if role == .agent, syntax.context.knowledge.wordClasses.contains(syntax.context.words[head], in: .injuredWord) {
      return
    }
    if isKnownAsPart(head, of: sample, role: role, in: events[sample.event], among: entities) { return }
    let isWhere = role == .place || role == .origin
    guard !isWhere || entities.entities[entity].kind == .place,
      !events[sample.event].arguments.contains(where: { $0.entity == entity })
    else { return }
    let mention = entities.entities[entity].mentions.first { $0.head == head }
    let evidence = syntax.context.evidence(mention?.tokens ?? head..<head + 1, foundBy: Self.foundBy)
    events[sample.event].arguments.append(EventArgument(role: role, entity: entity, evidence: evidence))
  }

  /// "a member of the team was hurt", "accepted her resignation": a body beside its people who take part already, and
  /// another who leaves a post where somebody does.
  private func isKnownAsPart(
    _ head: Int,
    of sample: Sample,
    role: EventArgument.Role,
    in event: EventDraft,
    among entities: StoryEntities
  ) -> Bool {
    let known = event.arguments.filter { $0.role == role }
    if event.type == "resign", role == .agent, !known.isEmpty { return true }
    let isGroup = sample.candidate.entity.map { entities.entities[$0].kind == .group } ?? true
    guard isGroup, syntax.relation(head) == .nominalModifier, let outer = syntax.context.tree.head(of: head) else {
      return false
    }
    return known.contains { argument in entities.entities[argument.entity].mentions.contains { $0.head == outer } }
  }

  private func traits(
    of candidate: ParticipantCandidate,
    ruled: [EventArgument.Role],
    elsewhere: [FeatureHash],
    among entities: StoryEntities
  ) -> ParticipantFeatures.Candidate {
    ParticipantFeatures.Candidate(
      kind: FeatureHash(kind(of: candidate, among: entities)),
      ruled: FeatureHash(ruled.isEmpty ? "none" : ruled.map(\.rawValue).sorted().joined(separator: "+")),
      elsewhere: elsewhere,
      salience: FeatureHash(salience(of: candidate, among: entities))
    )
  }

  private func kind(of candidate: ParticipantCandidate, among entities: StoryEntities) -> String {
    guard let index = candidate.entity else { return "described" }
    let entity = entities.entities[index]
    return entity.kind == .place && entity.placeKind == "country" ? "country" : entity.kind.rawValue
  }

  private func salience(of candidate: ParticipantCandidate, among entities: StoryEntities) -> Int {
    guard let index = candidate.entity else { return 0 }
    return min(3, Int.bitWidth - (entities.entities[index].mentions.count).leadingZeroBitCount)
  }
}

/// What everybody is in the events of each sentence.
private struct RolesBySentence {
  private var found: [Int: [(event: Int, entity: EntityIndex, feature: FeatureHash)]] = [:]

  init(events: [EventDraft], context: ArticleContext) {
    for (position, event) in events.enumerated() {
      for sentence in Set(event.triggers.map { context.tree.sentenceOfToken[$0.token] }).sorted() {
        for argument in event.arguments {
          let feature = FeatureHash(argument.role.rawValue + event.type.rawValue)
          found[sentence, default: []].append((position, argument.entity, feature))
        }
      }
    }
  }

  func roles(of entity: EntityIndex?, inSentence sentence: Int, outside event: Int) -> [FeatureHash] {
    guard let entity else { return [] }
    var roles: [FeatureHash] = []
    for other in found[sentence] ?? [] where other.entity == entity && other.event != event {
      if !roles.contains(other.feature) { roles.append(other.feature) }
    }
    return roles
  }
}
