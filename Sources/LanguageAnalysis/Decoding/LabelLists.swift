/// The model's labels as the types of the annotated text.
struct LabelLists: Sendable {
  let partsOfSpeech: [UniversalPartOfSpeech]
  let pennTags: [String]
  let edits: [LemmaEdit]
  let relations: [DependencyRelation]
  let rootRelation: Int
  let names: NameDecoder

  /// Reads the lists of a configuration; throws where one holds an unknown label.
  init(_ configuration: ModelConfiguration) throws(AnalyserError) {
    var partsOfSpeech: [UniversalPartOfSpeech] = []
    for name in configuration.upos {
      guard let tag = UniversalPartOfSpeech(rawValue: name) else {
        throw .weights("\"\(name)\" is not a universal part of speech")
      }
      partsOfSpeech.append(tag)
    }
    var edits: [LemmaEdit] = []
    for text in configuration.edits { edits.append(try LemmaEdit(text)) }
    var relations: [DependencyRelation] = []
    for name in configuration.relations {
      guard let relation = DependencyRelation(rawValue: name) else {
        throw .weights("\"\(name)\" is not a dependency relation")
      }
      relations.append(relation)
    }
    guard let root = relations.firstIndex(of: .root), relations.count > 1 else {
      throw .weights("the relations lack that of the root")
    }
    self.partsOfSpeech = partsOfSpeech
    pennTags = configuration.xpos
    self.edits = edits
    self.relations = relations
    rootRelation = root
    names = try NameDecoder(labels: configuration.names)
  }
}
