import Knowledge

/// Joins the names of an article into clusters, in sieves from precise to loose.
struct NameClusters {
  let context: ArticleContext
  let names: [NameMention]
  var clusters: [NameCluster] = []
  /// The cluster of each name, where it has one.
  var clusterOfName: [Int?]
  var clusterOfKey: [Entity.Kind: [String: Int]] = [:]
  let matching: NameMatching

  init(context: ArticleContext, names: [NameMention]) {
    self.context = context
    self.names = names
    clusterOfName = [Int?](repeating: nil, count: names.count)
    matching = NameMatching(knowledge: context.knowledge)
    let body = names.indices.filter { !names[$0].isInTitle }
    let title = names.indices.filter { names[$0].isInTitle }
    joinFullNames(body)
    joinAcronyms(body)
    joinShortForms()
    joinSingleNames(body)
    joinOtherNames(body)
    joinTitleNames(title)
    joinHouses()
    for index in clusters.indices { describe(index) }
  }

  /// The cluster of a kind that has a name, by its key.
  func cluster(_ kind: Entity.Kind, named key: String) -> Int? { clusterOfKey[kind]?[key] }

  // MARK: Sieves

  /// Exact names, countries and well-known organisations by any of their names, people by compatible full names.
  private mutating func joinFullNames(_ positions: [Int]) {
    for position in positions {
      let name = names[position]
      if name.kind == .person, name.words.count == 1 { continue }
      put(position, into: existing(for: name) ?? make(for: name))
    }
  }

  private func existing(for name: NameMention) -> Int? {
    if let body = nationalBody(of: name) { return existing(body) ?? (body.country == nil ? exact(name) : nil) }
    if let found = clusterOfKey[name.kind]?[name.key] { return found }
    if let canonical = canonicalKey(of: name), let found = clusterOfKey[name.kind]?[canonical] { return found }
    guard name.key.count >= 8, clusters.count < 400 else {
      return name.kind == .person ? samePerson(as: name) : nil
    }
    if name.kind == .person { return samePerson(as: name) }
    guard name.words.count > 1 else { return name.kind == .place ? misspelledPlace(name) : nil }
    return clusters.indices.first { index in
      clusters[index].kind == name.kind && clusters[index].words.count == name.words.count
        && clusters[index].keys.contains { Self.isMisspelling($0, of: name.key) }
    }
  }

  private func exact(_ name: NameMention) -> Int? { clusterOfKey[name.kind]?[name.key] }

  private func nationalBody(of name: NameMention) -> NationalBody? {
    guard name.kind == .organization, name.form == .name else { return nil }
    let owner = context.owner(of: name.tokens, among: names)
    if let known = context.knowledge.organizations.organization(named: name.key),
      owner == nil || known.country == nil || known.country == owner
    {
      return nil
    }
    return matching.nationalBody(name.words, owner: owner)
  }

  /// The cluster of a body of a country; where the country is not said, the one of that sort named last.
  private func existing(_ body: NationalBody) -> Int? {
    if let found = clusterOfKey[.organization]?[body.key] { return found }
    let ending = " " + body.field
    let same = clusters.indices.filter { index in
      !clusters[index].mentions.isEmpty && clusters[index].kind == .organization
        && clusters[index].canonicalKey.map { $0.hasPrefix("body ") && $0.hasSuffix(ending) } ?? false
        && (body.country == nil || clusters[index].owner == nil)
    }
    let exact = same.filter {
      clusters[$0].canonicalKey == NationalBody(country: clusters[$0].owner, field: body.field).key
    }
    return exact.max { (clusters[$0].mentions.last ?? 0) < (clusters[$1].mentions.last ?? 0) }
  }

  /// The place of which a long single word is a misspelling, where only one of the two is a known place.
  private func misspelledPlace(_ name: NameMention) -> Int? {
    let isKnown = isKnownPlace(name.key)
    return clusters.indices.first { index in
      guard clusters[index].kind == .place, let key = clusters[index].keys.first, key.count >= 8 else { return false }
      return NameMatching.differByOneLetter(key, name.key) && isKnownPlace(key) != isKnown
    }
  }

  private func isKnownPlace(_ key: String) -> Bool {
    context.knowledge.countries.country(named: key) != nil || context.knowledge.regions.region(named: key) != nil
      || !context.knowledge.gazetteer.places(named: key).isEmpty
  }

  /// Whether two names of several words differ by one letter of a long word, digits and short words aside.
  private static func isMisspelling(_ one: String, of other: String) -> Bool {
    guard abs(one.utf8.count - other.utf8.count) <= 1 else { return false }
    let pairs = zip(one.split(separator: " "), other.split(separator: " ")).filter { $0 != $1 }
    guard pairs.count == 1, let pair = pairs.first, pair.0.count >= 5, pair.1.count >= 5 else { return false }
    return NameMatching.differByOneLetter(pair.0, pair.1)
  }

  private func samePerson(as name: NameMention) -> Int? {
    let words = name.words
    return clusters.indices.last {
      clusters[$0].kind == .person && matching.samePerson(words, clusters[$0].words)
        && (name.isInTitle || !matching.isJunior(words, of: clusters[$0].words))
    }
  }

  private func canonicalKey(of name: NameMention) -> String? {
    switch name.kind {
    case .place:
      if let place = name.place {
        return context.knowledge.regions.region(named: place).map { "region " + $0.name } ?? "place " + place
      }
      if name.form == .adjective {
        return context.knowledge.countries.country(ofAdjective: name.key).map { "country " + $0.code }
      }
      if let country = context.knowledge.countries.country(named: name.key) { return "country " + country.code }
      if let region = context.knowledge.regions.region(named: name.key) { return "region " + region.name }
      return "place " + name.key
    case .organization:
      return nationalBody(of: name)?.key ?? matching.canonicalBody(name.words) ?? matching.company(name.words)
    default: return nil
    }
  }

  private mutating func make(for name: NameMention) -> Int {
    clusters.append(NameCluster(kind: name.kind))
    return clusters.count - 1
  }

  mutating func put(_ position: Int, into index: Int) {
    let name = names[position]
    clusterOfName[position] = index
    clusters[index].mentions.append(position)
    if clusters[index].owner == nil { clusters[index].owner = nationalBody(of: name)?.country }
    if let canonical = canonicalKey(of: name) {
      clusterOfKey[clusters[index].kind, default: [:]][canonical] = index
      note(canonical, of: index)
    }
    guard name.form == .name else {
      clusters[index].hasAdjective = true
      return
    }
    addKey(name.key, to: index)
  }

  /// Keeps the first canonical key; that of a country or well-known body goes before that of a place by its bare name.
  private mutating func note(_ canonical: String, of index: Int) {
    if clusters[index].canonicalKey.map({ $0.hasPrefix("place ") && !canonical.hasPrefix("place ") }) ?? true {
      clusters[index].canonicalKey = canonical
    }
  }

  private mutating func addKey(_ key: String, to index: Int) {
    guard !clusters[index].keys.contains(key) else { return }
    clusters[index].keys.append(key)
    let words = key.split(separator: " ")
    if words.count > clusters[index].words.count { clusters[index].words = words }
    if clusterOfKey[clusters[index].kind]?[key] == nil { clusterOfKey[clusters[index].kind, default: [:]][key] = index }
  }

  /// "Ford" and "Ford Motor Company", "State Department" and "US State Department", "Abaco" and "Abaco Islands".
  private mutating func joinShortForms() {
    var ofFirstWord: [Substring: [Int]] = [:]
    var ofLastWord: [Substring: [Int]] = [:]
    for index in clusters.indices where clusters[index].words.count > 1 {
      guard let first = clusters[index].words.first, let last = clusters[index].words.last else { continue }
      ofFirstWord[first, default: []].append(index)
      ofLastWord[last, default: []].append(index)
      // "First Oakmere Corp."
      let plain = clusters[index].words.dropLast()
      if context.knowledge.naming.isAffix(String(last), .corporate), let last = plain.last, plain.count > 1 {
        ofLastWord[last, default: []].append(index)
      }
    }
    for index in clusters.indices where clusters[index].kind != .person && clusters[index].kind != .group {
      let cluster = clusters[index]
      guard !cluster.mentions.isEmpty, let first = cluster.words.first, let last = cluster.words.last else { continue }
      let longer = ((ofFirstWord[first] ?? []) + (ofLastWord[last] ?? [])).filter { other in
        other != index && clusters[other].kind == cluster.kind && !clusters[other].mentions.isEmpty
          && matching.isShortForm(cluster.words, of: clusters[other].words, kind: cluster.kind)
          && (cluster.owner == nil || clusters[other].owner == nil || cluster.owner == clusters[other].owner)
      }
      if let only = longer.first ?? longerBody(index, among: (ofFirstWord[first] ?? []) + (ofLastWord[last] ?? [])),
        longer.allSatisfy({ $0 == only })
      {
        merge(index, into: only)
      }
    }
  }

  /// The one body of several words that a single word begins or ends: "Lumen Microsystems" for "Lumen".
  private func longerBody(_ index: Int, among others: [Int]) -> Int? {
    let cluster = clusters[index]
    guard cluster.kind == .organization, cluster.words.count == 1, let word = cluster.words.first,
      matching.isDistinctive(word), cluster.mentions.first.map({ !isAcronym(names[$0]) }) ?? false
    else { return nil }
    let bodies = others.filter {
      clusters[$0].kind == .organization && !clusters[$0].mentions.isEmpty && !NameMatching.isOffice(clusters[$0].words)
    }
    return bodies.first.flatMap { only in bodies.allSatisfy { $0 == only } ? only : nil }
  }

  /// Surnames and given names of people named in full, single words that end or begin the name of one organisation.
  private mutating func joinSingleNames(_ positions: [Int]) {
    var people = PeopleIndex()
    for index in clusters.indices where clusters[index].kind == .person {
      for key in clusters[index].keys { people.add(key, cluster: index) }
      if let gender = gender(of: clusters[index]) { people.note(gender, of: index) }
    }
    let fullNames = clusters.map(\.mentions)
    for position in positions {
      if let index = clusterOfName[position] {
        if names[position].kind == .person { people.note(index, at: position) }
        continue
      }
      let name = names[position]
      let gender = name.title.flatMap { context.titleEntry(of: $0)?.gender }
      if !isRelative(name),
        let index = people.cluster(named: name, before: position, mentions: fullNames, gender: gender)
      {
        put(position, into: index)
        people.note(index, called: name.key, at: position)
      } else {
        let index = existing(for: name) ?? make(for: name)
        put(position, into: index)
        people.note(index, at: position)
      }
    }
    joinHeadWords()
    joinSites()
  }

  /// "the Ministry" for the one ministry named before.
  private mutating func joinHeadWords() {
    let houses = clusters.indices.filter { index in
      clusters[index].kind == .organization && !clusters[index].mentions.isEmpty
        && clusters[index].keys.contains { $0.hasSuffix("house of representatives") || $0 == "house of commons" }
    }
    for index in clusters.indices where clusters[index].kind == .organization && clusters[index].words.count == 1 {
      guard let word = clusters[index].words.first, let first = clusters[index].mentions.first else { continue }
      if word == "house", let house = houses.first, houses.count == 1 {
        merge(index, into: house)
        continue
      }
      guard context.knowledge.organizationWords[String(word)] != nil else { continue }
      let named = clusters.indices.filter { other in
        other != index && clusters[other].kind == .organization && !clusters[other].mentions.isEmpty
          && (clusters[other].words.last == word
            || (clusters[other].words.first == word && clusters[other].words.count > 1))
          && clusters[other].mentions.contains { $0 < first }
      }
      if let only = named.last {
        merge(index, into: only)
      } else {
        let later = clusters.indices.filter { other in
          other != index && !clusters[other].mentions.isEmpty && clusters[other].kind == .organization
            && clusters[other].keys.contains { matching.isOfCountry($0.split(separator: " "), word: word) }
        }
        if later.count == 1, let only = later.first { merge(index, into: only) }
      }
    }
  }

  /// Headlines: names met in the body, countries, and what the model is sure of.
  private mutating func joinTitleNames(_ positions: [Int]) {
    var people = PeopleIndex()
    for index in clusters.indices where clusters[index].kind == .person {
      for key in clusters[index].keys { people.add(key, cluster: index) }
    }
    let fullNames = clusters.map(\.mentions)
    for position in positions {
      let name = names[position]
      if let index = existing(for: name) ?? otherKind(of: name) {
        put(position, into: index)
      } else if name.words.count == 1, let index = people.cluster(named: name, before: position, mentions: fullNames) {
        put(position, into: index)
      } else if let index = longerName(than: name) {
        put(position, into: index)
      } else if isKnown(name) || name.confidence > (name.words.count > 1 ? 0.6 : 0.75) {
        put(position, into: make(for: name))
      }
    }
  }

  private func isKnown(_ name: NameMention) -> Bool {
    canonicalKey(of: name).map { !$0.hasPrefix("place ") } ?? false
  }

  /// The cluster of another kind that has the very name.
  private func otherKind(of name: NameMention) -> Int? {
    guard name.form == .name else { return nil }
    return [.person, .organization, .place, .thing].lazy.compactMap { clusterOfKey[$0]?[name.key] }.first
  }

  private func longerName(than name: NameMention) -> Int? {
    clusters.indices.first { index in
      clusters[index].kind == name.kind && name.kind != .person && !clusters[index].mentions.isEmpty
        && (matching.isShortForm(name.words, of: clusters[index].words, kind: name.kind)
          || matching.isShortForm(clusters[index].words, of: name.words, kind: name.kind))
    }
  }

  mutating func merge(_ index: Int, into target: Int) {
    guard index != target else { return }
    for mention in clusters[index].mentions { clusterOfName[mention] = target }
    clusters[target].mentions = (clusters[target].mentions + clusters[index].mentions).sorted()
    for key in clusters[index].keys {
      if !clusters[target].keys.contains(key) { clusters[target].keys.append(key) }
      clusterOfKey[clusters[target].kind, default: [:]][key] = target
      clusterOfKey[clusters[index].kind, default: [:]][key] = target
    }
    if let canonical = clusters[index].canonicalKey {
      clusterOfKey[clusters[target].kind, default: [:]][canonical] = target
      note(canonical, of: target)
    }
    if clusters[index].words.count > clusters[target].words.count { clusters[target].words = clusters[index].words }
    clusters[index].mentions = []
    clusters[index].keys = []
  }

  // MARK: What is known of a cluster

  private mutating func describe(_ index: Int) {
    let knowledge = context.knowledge
    let cluster = clusters[index]
    switch cluster.kind {
    case .place:
      if let canonical = cluster.canonicalKey, canonical.hasPrefix("country ") {
        clusters[index].country = String(canonical.dropFirst(8))
        clusters[index].sort = "country"
      } else if let region = cluster.keys.lazy.compactMap({ knowledge.regions.region(named: $0) }).first {
        clusters[index].sort = region.sort
      } else if cluster.words.count > 1, let last = cluster.words.last {
        clusters[index].sort = knowledge.placeWords[String(last)]
      }
    case .organization:
      if let known = cluster.keys.lazy.compactMap({ knowledge.organizations.organization(named: $0) }).first {
        clusters[index].noun = known.noun
        clusters[index].sort = knowledge.organizationWords[known.noun]
      } else {
        let word = cluster.words.last { knowledge.organizationWords[String($0)] != nil }.map(String.init)
        clusters[index].noun = word
        clusters[index].sort = word.flatMap { knowledge.organizationWords[$0] }
      }
    case .person: clusters[index].gender = gender(of: cluster)
    default: break
    }
  }

  private func gender(of cluster: NameCluster) -> GrammaticalGender? {
    for mention in cluster.mentions {
      if let title = names[mention].title, let gender = context.titleEntry(of: title)?.gender { return gender }
      let before = names[mention].tokens.lowerBound - 1
      if before >= 0, let entry = context.titleEntry(of: before..<before + 1), let gender = entry.gender,
        entry.kind == .respect || entry.kind == .office || entry.kind == .occupation
      {
        return gender
      }
    }
    for mention in cluster.mentions {
      if let gender = gender(besides: context.head(of: names[mention].tokens)) { return gender }
    }
    guard let first = cluster.words.first else { return nil }
    return context.knowledge.givenNames[String(first)]
  }

  /// What a description in apposition tells: "his mother, Noor", "Noor, an actress".
  private func gender(besides name: Int) -> GrammaticalGender? {
    var nouns = context.tree.children(of: name, .apposition)
    if context.document.relations[name] == .apposition, let noun = context.tree.head(of: name), noun < name {
      nouns.append(noun)
    }
    return nouns.lazy.filter {
      context.document.partsOfSpeech[$0] == .noun && !context.document.pennTags[$0].hasSuffix("S")
    }
    .compactMap { context.knowledge.titles[context.document.lemmas[$0].lowercased()]?.gender }.first
  }
}
