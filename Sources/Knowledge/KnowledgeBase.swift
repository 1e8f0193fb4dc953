/// Everything that the later stages know of the world and the language, read from the tables once.
///
/// Each table has a type of its own; this value only holds them together.
public struct KnowledgeBase: Sendable {
  /// Patterns of lines that are no part of a story.
  public let articleLines: ArticleLineTable
  /// The closed list of event types.
  public let eventTypes: EventTypeTable
  /// The commonest grammatical words of English.
  public let functionWords: FunctionWordTable
  /// What single words contribute to a time expression.
  public let timeWords: TimeWordTable
  /// Number words, vague quantities and hedges.
  public let numbers: NumberTable
  /// Words that tell of a saying.
  public let reportingWords: ReportingWordTable
  /// Words that tell what became of people.
  public let casualtyWords: CasualtyWordTable
  /// Colours of the picture and the page.
  public let themes: ThemeTable
  /// How edges stand in the picture.
  public let pictureEdges: PictureEdgeTable
  /// Words by which the phrase that names an event is cut from its sentence.
  public let phraseWords: PhraseWordTable
  /// Which positions fill which argument of an event.
  public let frames: ArgumentFrames
  /// Words that name events.
  public let events: EventLexicon
  /// Which words of one type can tell of the same event.
  public let eventSenses: EventSenseTable
  /// Words that hold the arguments of an event that another word names.
  public let eventCarriers: EventCarriers
  /// Words that make an event planned, hypothetical or negated.
  public let statusCues: StatusCues
  /// Countries with their names, adjectives and capitals.
  public let countries: CountryTable
  /// Well-known regions and waters.
  public let regions: RegionTable
  /// Cities and divisions of countries.
  public let gazetteer: Gazetteer
  /// Titles and offices.
  public let titles: TitleTable
  /// Well-known organisations.
  public let organizations: OrganizationTable
  /// How the names of several words begin that the tables of countries, regions and organisations hold.
  public let nameBeginnings: NameBeginnings
  /// Head words of organisations.
  public let organizationWords: WordSortTable
  /// Head words of places.
  public let placeWords: WordSortTable
  /// Nouns for people and bodies without a name.
  public let peopleWords: WordSortTable
  /// Words of the names of laws, wars, vessels, faiths and other things.
  public let thingWords: WordSortTable
  /// Nouns that tell what the name beside them names.
  public let nameContexts: NameContextTable
  /// Given names that tell a gender.
  public let givenNames: GivenNameTable
  /// Spellings, variants and parts of names, by which names are compared across articles.
  public let naming: NamingTables
  /// The walks of life that titles belong to.
  public let roleDomains: RoleDomainTable
  /// Heads of states whose office is named without the country.
  public let leaders: LeaderTable
  /// Words by which sentences tell who holds an office.
  public let roleWords: RoleWordTable

  /// Words that belong together by what they tell of the words beside them.
  public let wordClasses: WordClassTable

  /// Reads all tables; throws `KnowledgeError` at the first that is wrong.
  public init(source: TableSource = TableSource()) throws(KnowledgeError) {
    articleLines = try ArticleLineTable(source: source)
    eventTypes = try EventTypeTable(source: source)
    functionWords = try FunctionWordTable(source: source)
    timeWords = try TimeWordTable(source: source)
    numbers = try NumberTable(source: source)
    reportingWords = try ReportingWordTable(source: source)
    casualtyWords = try CasualtyWordTable(source: source)
    frames = try ArgumentFrames(source: source)
    events = try EventLexicon(source: source, types: eventTypes, frames: frames)
    eventSenses = try EventSenseTable(source: source, types: eventTypes)
    eventCarriers = try EventCarriers(source: source)
    statusCues = try StatusCues(source: source)
    themes = try ThemeTable(source: source)
    naming = try NamingTables(source: source)
    roleDomains = try RoleDomainTable(source: source)
    leaders = try LeaderTable(source: source)
    roleWords = try RoleWordTable(source: source)
    countries = try CountryTable(source: source)
    regions = try RegionTable(source: source)
    gazetteer = try Gazetteer(source: source)
    titles = try TitleTable(source: source)
    organizations = try OrganizationTable(source: source)
    nameBeginnings = NameBeginnings(of: countries.keys + regions.keys + organizations.keys)
    organizationWords = try WordSortTable(source: source, table: "organisation-words")
    placeWords = try WordSortTable(source: source, table: "place-words")
    peopleWords = try WordSortTable(source: source, table: "people-words")
    thingWords = try WordSortTable(source: source, table: "thing-words")
    nameContexts = try NameContextTable(source: source)
    givenNames = try GivenNameTable(source: source)
    pictureEdges = try PictureEdgeTable(source: source)
    phraseWords = try PhraseWordTable(source: source)
    wordClasses = try WordClassTable(source: source)
  }
}
