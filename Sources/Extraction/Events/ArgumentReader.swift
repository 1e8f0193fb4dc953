import Knowledge
import LanguageAnalysis

/// Fills the arguments of events from the phrases around their triggers, as the frames say.
struct ArgumentReader {
  let syntax: ClauseSyntax
  /// The words that name events of their own, whose places are not those of the events around them.
  var triggers: Set<Int> = []
  var context: ArticleContext { syntax.context }

  /// The arguments of an event; people met by a description only are added to the entities.
  func arguments(of trigger: EventTrigger, among entities: inout StoryEntities) -> [EventArgument] {
    let own = phrases(of: trigger)
    let isHarmless = isByAccident(trigger)
    let indirect =
      own.filter { !isHarmless || $0.position != .subject }.flatMap { owners(of: $0, among: entities) }
      + phrasesOfComplements(of: trigger, among: entities)
    let direct = own.map { phrase in
      guard phrase.position.isPreposition, trigger.companions.contains(phrase.head) else { return phrase }
      // "took to the streets of Strelsau": the words that complete the trigger take no part, but may say where.
      return ArgumentPhrase(position: ArgumentPosition(rawValue: "in"), head: phrase.head)
    }
    var filling = Filling(trigger: trigger, phrases: direct + indirect)
    for rule in context.knowledge.frames[trigger.entry.frame] {
      guard rule.part == nil || rule.part == trigger.entry.part, let role = EventArgument.Role(rawValue: rule.role)
      else { continue }
      if rule.condition == .unlessFilled, filling.roles.contains(role) { continue }
      fill(role, by: rule, in: &filling, among: &entities)
    }
    addRolesOfCarriers(to: &filling, among: &entities)
    if !filling.roles.contains(.place), !Self.spoken.contains(trigger.type) {
      addOuterPlace(to: &filling, among: &entities)
    }
    let agents = Set(filling.arguments.filter { $0.role == .agent }.map(\.entity))
    return filling.arguments.filter {
      $0.role != .patient || !filling.suffering.contains($0.entity) || !agents.contains($0.entity)
    }
  }

  /// Types of what is done in words, of which the places around tell something else.
  private static let spoken: Set<EventType> = ["accuse", "demand", "reject", "support", "threaten", "agree"]

  private struct Filling {
    let trigger: EventTrigger
    let phrases: [ArgumentPhrase]
    var arguments: [EventArgument] = []
    var taken: Set<Int> = []
    var roles: Set<EventArgument.Role> = []
    /// Who is done to by a pronoun, and so is not who does it: "moved the prisoners by placing them in cars".
    var suffering: Set<EntityIndex> = []

    mutating func add(_ role: EventArgument.Role, _ entity: EntityIndex, _ evidence: Evidence, head: Int) {
      taken.insert(head)
      roles.insert(role)
      guard !arguments.contains(where: { $0.role == role && $0.entity == entity }) else { return }
      arguments.append(EventArgument(role: role, entity: entity, evidence: evidence))
    }
  }

  // MARK: Phrases

  /// The phrases around a trigger and its carriers; a carrier's own subject only where it keeps its place.
  private func phrases(of trigger: EventTrigger) -> [ArgumentPhrase] {
    var found = syntax.phrases(of: trigger.token)
    // "Graustark accepted Ruritania's proposal": whose it is, is told.
    let isOwned = found.contains { $0.position == .possessive && syntax.partOfSpeech($0.head) == .properNoun }
    var inner = trigger.token
    for carrier in trigger.carriers {
      for phrase in syntax.phrases(of: carrier.token) where phrase.head != inner && phrase.head != trigger.token {
        if phrase.position == .subject,
          carrier.entry.subjectRole != nil || carrier.entry.position == .subject || isOwned
        {
          continue
        }
        if phrase.position == .object, carrier.entry.part == .verb { continue }
        guard !found.contains(where: { $0.head == phrase.head }) else { continue }
        // "The blast took place on Main Street": where, not whom it struck; "flew to Strelsau for talks".
        let isSite =
          carrier.entry.position == .subject && ["on", "at"].contains(phrase.position.rawValue)
          || carrier.entry.position.rawValue == "for" && ["to", "for", "into"].contains(phrase.position.rawValue)
        let position = isSite ? ArgumentPosition(rawValue: "in") : phrase.position
        found.append(ArgumentPhrase(position: position, head: phrase.head, isAntecedent: phrase.isAntecedent))
      }
      inner = carrier.token
    }
    // "announced his resignation": his who announces it.
    if trigger.carriers.contains(where: { $0.entry.part == .verb && $0.entry.position == .object }),
      found.contains(where: { $0.position == .subject })
    {
      found.removeAll { $0.position == .possessive && syntax.tag($0.head) == "PRP$" }
    }
    for companion in trigger.companions where syntax.partOfSpeech(companion) == .noun {
      found += syntax.phrases(of: companion).filter { phrase in
        phrase.position.isPreposition && !found.contains { $0.head == phrase.head }
      }
    }
    if isBlamed(trigger.token) { found.removeAll { $0.position.rawValue == "on" } }
    found += addressees(of: trigger) + visitors(of: trigger, beside: found)
    if isHeadlinePassive(trigger) {
      for position in found.indices where found[position].position == .subject { found[position].position = .object }
    }
    return found
  }

  /// "blamed the attack on militants": they have not suffered it.
  private func isBlamed(_ noun: Int) -> Bool {
    guard [.object, .passiveSubject].contains(syntax.relation(noun)), let verb = context.tree.head(of: noun) else {
      return false
    }
    return ["blame", "pin"].contains(syntax.lemma(verb))
  }

  /// What an infinitive under the trigger is done to: of "threatened to bomb Ruritania" `complement.object`, also of
  /// "threatened to cut gas supplies to Ruritania".
  private func phrasesOfComplements(of trigger: EventTrigger, among entities: StoryEntities) -> [ArgumentPhrase] {
    var clauses = context.tree.children(of: trigger.token, .openClausalComplement, .adnominalClause)
    if syntax.lemma(trigger.token) == "use" { clauses += context.tree.children(of: trigger.token, .adverbialClause) }
    return clauses.filter { syntax.isInfinitive($0) }.flatMap { syntax.phrases(of: $0) }.filter {
      !$0.isAntecedent && $0.position != .subject
    }.flatMap { phrase in
      let owners = phrase.position == .object ? owners(of: phrase, among: entities).map(\.head) : []
      return ([phrase.head] + owners).map {
        ArgumentPhrase(position: ArgumentPosition(rawValue: "complement." + phrase.position.rawValue), head: $0)
      }
    }
  }

  /// "A Ruritanian helicopter crashed, killing the pilot": whose the helicopter is has not killed anybody.
  private func isByAccident(_ trigger: EventTrigger) -> Bool {
    guard ["kill", "injure"].contains(trigger.type) else { return false }
    var token = trigger.token
    for _ in 0..<3 {
      guard [.adverbialClause, .conjunct].contains(syntax.relation(token)), let verb = context.tree.head(of: token),
        syntax.isVerb(verb)
      else { return false }
      let entries = context.knowledge.events.entries(trigger: syntax.lemma(verb)).filter { $0.part == .verb }
      if entries.first(where: { $0.type != nil })?.type == "accident" { return true }
      token = verb
    }
    return false
  }

  /// Whose that is which stands in a phrase and is nobody itself: of "backed Ruritania's bid" `object's`, of "cut trade
  /// with Ruritania" `object.with`.
  private func owners(of phrase: ArgumentPhrase, among entities: StoryEntities) -> [ArgumentPhrase] {
    let head = phrase.head
    guard syntax.partOfSpeech(head) == .noun, !phrase.isAntecedent else { return [] }
    let known = entities.entity(headedBy: head)
    guard known.map({ entities.entities[$0].kind == .group }) ?? true else { return [] }
    let owner = ArgumentPosition(rawValue: phrase.position.rawValue + "'s")
    let inner = syntax.phrases(of: head).filter { !$0.isAntecedent }
    // "condemned Ruritania's bombing of a school": the school has not done it.
    let isSuffered = inner.contains { $0.position == .possessive } || isDoneTo(head)
    // "the exit of Graustark from the union": not the union's.
    let isOwned = inner.contains { ["possessive", "of", "by", "adjective"].contains($0.position.rawValue) }
    return inner.flatMap { inner -> [ArgumentPhrase] in
      let name = inner.position.rawValue
      var found: [ArgumentPhrase] = []
      if [.possessive, .adjective, .compound].contains(inner.position) {
        if known == nil { found.append(ArgumentPhrase(position: owner, head: inner.head)) }
      } else if name == "by" || name == "from" && !isOwned || name == "of" && !isSuffered {
        found.append(ArgumentPhrase(position: owner, head: inner.head))
      }
      if inner.position.isPreposition, !["of", "by"].contains(name) {
        let position = ArgumentPosition(rawValue: phrase.position.rawValue + "." + name)
        found.append(ArgumentPhrase(position: position, head: inner.head))
      }
      return found
    }
  }

  /// Whether a noun names an event whose "of" phrase tells whom it was done to: "the killing of the priest".
  private func isDoneTo(_ noun: Int) -> Bool {
    guard
      let entry = context.knowledge.events.entries(trigger: syntax.lemma(noun)).first(where: {
        $0.part == .noun && $0.type != nil
      })
    else { return false }
    let of = ArgumentPosition(rawValue: "of")
    return context.knowledge.frames[entry.frame].contains {
      $0.role == "patient" && $0.part != .verb && $0.positions.contains(of)
    }
  }

  /// "Minister arrested in Strelsau": a transitive verb without object and auxiliary in a headline.
  private func isHeadlinePassive(_ trigger: EventTrigger) -> Bool {
    guard trigger.entry.part == .verb, ["VBD", "VBN"].contains(syntax.tag(trigger.token)),
      context.isInTitle(trigger.token),
      !syntax.isPassive(trigger.token), !syntax.has(trigger.token, .object, .auxiliary, .clausalComplement)
    else { return false }
    if trigger.type == "attack", trigger.entry.frame == "attack" { return syntax.hasRegularParticiple(trigger.token) }
    let first = context.knowledge.frames[trigger.entry.frame].first
    return first?.role == "patient" && first?.positions.contains(.object) ?? false
  }

  // MARK: Rules

  /// "a terrorist attack": the noun tells of what kind it is, not who did it.
  private func isKind(_ phrase: ArgumentPhrase) -> Bool {
    phrase.position == .compound && ["terrorist", "coalition"].contains(context.words[phrase.head])
  }

  private func fill(
    _ role: EventArgument.Role,
    by rule: ArgumentFrames.Rule,
    in filling: inout Filling,
    among entities: inout StoryEntities
  ) {
    if rule.positions.contains(.itself) {
      let token = filling.trigger.token
      // "Among the dead were two officers": they are those who died.
      let isTold = syntax.preposition(of: token) == "among" && filling.phrases.contains { $0.position == .subject }
      if !isTold, let entity = entity(token, admittedBy: rule.fillers, among: &entities) {
        filling.add(role, entity, evidence(token, rule.id), head: token)
      }
    }
    for phrase in filling.phrases where rule.positions.contains(phrase.position) && !isKind(phrase) {
      // "denounced the embargo at the summit": where, not whom.
      if role == .patient, isSite(phrase, of: filling.trigger) { continue }
      let both = syntax.reciprocal(phrase)
      let heads = named(both ?? syntax.heads(of: phrase, before: filling.trigger.token), of: phrase, among: entities)
      for head in heads.map({ represented(by: $0, in: filling.trigger.type, among: entities) }) {
        if filling.taken.contains(head), rule.condition != .also, both == nil { continue }
        let found =
          role == .place || role == .origin
          ? place(head, admittedBy: rule.fillers, among: &entities)
          : entity(head, admittedBy: rule.fillers, among: &entities)
        guard let found else { continue }
        // "at a Ruritanian policy": what a thing is called after is named once.
        if role == .place, entities.entity(headedBy: head) != found,
          filling.arguments.contains(where: { $0.entity == found })
        {
          continue
        }
        // "welcomed the accord and hailed it as historic": no country
        if context.words[phrase.head] == "it", phrase.position == .object, entities.entities[found].kind == .place {
          continue
        }
        // "defended his decision": nobody stands against himself because a thing is his.
        if phrase.position.rawValue.hasSuffix("'s"), filling.arguments.contains(where: { $0.entity == found }) {
          continue
        }
        filling.add(role, found, evidence(head, rule.id), head: head)
        if role == .patient, ["him", "her", "them", "it"].contains(context.words[phrase.head]) {
          filling.suffering.insert(found)
        }
      }
    }
  }

  /// The heads of a phrase, those of descriptions replaced by the names that stand for them: "councillors A and B",
  /// "a woman named C", "the candidates elected were D and E".
  private func named(_ heads: [Int], of phrase: ArgumentPhrase, among entities: StoryEntities) -> [Int] {
    var found: [Int] = []
    // "A and B met … they agreed"
    for head in heads.flatMap({ entities.joined(by: $0).isEmpty ? [$0] : entities.joined(by: $0) }) {
      let examples = syntax.examples(of: head).filter {
        isNamed($0, among: entities) || isCountry($0, among: entities)
      }
      if let known = entities.entity(headedBy: head), entities.entities[known].kind != .group,
        !isPlural(head), !isNative(head, among: entities)
      {
        found.append(head)
        continue
      }
      let names = syntax.names(describedBy: head, isAntecedent: phrase.isAntecedent).filter {
        isNamed($0, among: entities)
      }
      found += (names.isEmpty ? [head] : names) + examples
    }
    return found
  }

  private static let speakers: Set<String> = ["spokesman", "spokeswoman", "spokesperson"]
  private static let deeds: Set<EventType> = ["attack", "kill", "injure", "arrest"]

  /// "A rebel spokesman claimed the attack": it is the rebels' attack.
  private func represented(by head: Int, in type: EventType, among entities: StoryEntities) -> Int {
    guard Self.deeds.contains(type), Self.speakers.contains(syntax.lemma(head)) else { return head }
    return syntax.children(head).first { child in
      [.compound, .possessiveModifier, .nominalModifier, .adjectivalModifier].contains(syntax.relation(child))
        && entities.entity(headedBy: child).map { entities.entities[$0].kind != .person } ?? false
    } ?? head
  }

  /// Whether a phrase only tells where something was done to something else: "struck a church on the island".
  private func isSite(_ phrase: ArgumentPhrase, of trigger: EventTrigger) -> Bool {
    guard syntax.isVerb(trigger.token), syntax.has(trigger.token, .object),
      !context.knowledge.wordClasses.contains(syntax.lemma(trigger.token), in: .hurlingVerb)
    else { return false }
    return phrase.position.rawValue == "at"
      || phrase.position.rawValue == "on" && ["strike", "hit", "attack", "bomb"].contains(trigger.entry.trigger)
  }

  private func isNamed(_ head: Int, among entities: StoryEntities) -> Bool {
    entities.entity(headedBy: head).map { [.person, .organization].contains(entities.entities[$0].kind) } ?? false
  }

  private func isPlural(_ head: Int) -> Bool { syntax.tag(head) == "NNS" }

  /// What stands before the id of a frame's row in the name of what found an argument.
  static let rulePrefix = "frame:"

  private func evidence(_ head: Int, _ rule: String) -> Evidence {
    context.evidence(head..<head + 1, foundBy: Self.rulePrefix + rule)
  }

  /// The entity of a phrase, where it is of an admitted kind.
  func entity(
    _ head: Int,
    admittedBy kinds: [FillerKind],
    among entities: inout StoryEntities
  ) -> EntityIndex? {
    let known = isNative(head, among: entities) ? nil : entities.entity(headedBy: head)
    let found: EntityIndex?
    if known == nil, isTheOne(head), let person = entities.person(from: context.words[head]) {
      found = person
    } else if known == nil, kinds.contains(where: \.admitsGroups) {
      found = EntityResolver().entity(describedBy: head, in: context, among: &entities)
    } else {
      found = known
    }
    guard let found, kinds.contains(where: { $0.admits(entities.entities[found]) }) else { return nil }
    return known == nil && entities.entities[found].kind == .place && isNative(head, among: entities) ? nil : found
  }

  // MARK: Places

  /// A place that the clause around the trigger tells: on what is done to, or on the verb that the trigger completes.
  private func addOuterPlace(to filling: inout Filling, among entities: inout StoryEntities) {
    for site in OuterSites(syntax: syntax, triggers: triggers).sites(of: filling.trigger, phrases: filling.phrases) {
      for rule in context.knowledge.frames.placeRules {
        for phrase in syntax.phrases(of: site) where rule.positions.contains(phrase.position) {
          for head in syntax.heads(of: phrase, before: nil) where !filling.taken.contains(head) {
            if let found = place(head, admittedBy: rule.fillers, among: &entities) {
              filling.add(.place, found, evidence(head, rule.id), head: head)
            }
          }
        }
      }
      if filling.roles.contains(.place) { return }
    }
  }

  // MARK: Carriers

  private func addRolesOfCarriers(to filling: inout Filling, among entities: inout StoryEntities) {
    for carrier in filling.trigger.carriers {
      for (name, position) in [
        (carrier.entry.subjectRole, ArgumentPosition.subject), (carrier.entry.objectRole, .object),
      ] {
        guard let name, let role = EventArgument.Role(rawValue: name) else { continue }
        for phrase in syntax.phrases(of: carrier.token) where phrase.position == position {
          let heads = syntax.heads(of: phrase, before: nil).map {
            represented(by: $0, in: filling.trigger.type, among: entities)
          }
          for head in heads where !filling.taken.contains(head) {
            if let found = entity(head, admittedBy: [role == .place ? .place : .actor], among: &entities) {
              filling.add(role, found, evidence(head, carrier.entry.id), head: head)
            }
          }
        }
      }
    }
  }
}
