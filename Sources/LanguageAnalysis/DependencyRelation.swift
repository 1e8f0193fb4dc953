/// The dependency relations of the English Universal Dependencies treebanks, subtypes included
/// (https://universaldependencies.org/en/dep/).
public enum DependencyRelation: String, Sendable, Hashable, CaseIterable {
  case adnominalClause = "acl"
  case relativeClause = "acl:relcl"
  case adverbialClause = "advcl"
  case adverbialRelativeClause = "advcl:relcl"
  case adverbialModifier = "advmod"
  case adjectivalModifier = "amod"
  case apposition = "appos"
  case auxiliary = "aux"
  case passiveAuxiliary = "aux:pass"
  case caseMarking = "case"
  case coordination = "cc"
  case preconjunction = "cc:preconj"
  case clausalComplement = "ccomp"
  case compound
  case particle = "compound:prt"
  case conjunct = "conj"
  case copula = "cop"
  case clausalSubject = "csubj"
  case outerClausalSubject = "csubj:outer"
  case clausalPassiveSubject = "csubj:pass"
  case unspecified = "dep"
  case determiner = "det"
  case predeterminer = "det:predet"
  case discourse
  case dislocated
  case expletive = "expl"
  case fixed
  case flat
  case goesWith = "goeswith"
  case indirectObject = "iobj"
  case list
  case marker = "mark"
  case nominalModifier = "nmod"
  case descriptiveModifier = "nmod:desc"
  case possessiveModifier = "nmod:poss"
  case unmarkedNominalModifier = "nmod:unmarked"
  case subject = "nsubj"
  case outerSubject = "nsubj:outer"
  case passiveSubject = "nsubj:pass"
  case numericModifier = "nummod"
  case object = "obj"
  case oblique = "obl"
  case obliqueAgent = "obl:agent"
  case unmarkedOblique = "obl:unmarked"
  case orphan
  case parataxis
  case punctuation = "punct"
  case reparandum
  case root
  case vocative
  case openClausalComplement = "xcomp"

  /// The relation without its subtype, as text: `nsubj` for `nsubj:pass`.
  public var universal: Substring { rawValue.prefix { $0 != ":" } }
}
