import Testing

import Dateline

/// Dates of events in short articles, read whole; published on Wednesday, 14 June 2023.
@Suite("Dates of events", .enabled(if: (try? Analyser()) != nil))
struct EventDateTests {
  /// The dates of the events that a word of the text tells, nil for one without a date.
  private func dates(of word: String, in text: String, published: String = "2023-06-14") throws -> [String?] {
    let pipeline = try Pipeline()
    let article = pipeline.reader.article(id: "test", text: text, date: CalendarDate(published))
    let events = pipeline.facts(of: article).events.filter { event in
      event.mentions.contains { mention in
        let scalars = Array(text.unicodeScalars)[mention.span]
        return String(String.UnicodeScalarView(scalars)) == word
      }
    }
    return events.map { $0.date?.description }
  }

  @Test(
    "Events take the time of their clause, of what they are counted from and of the story",
    arguments: [
      ("Gunmen attacked a village in Mali on Sunday night. At least nine people were killed.", "killed", "2023-06-11"),
      ("The two presidents will meet next Friday in Geneva, officials said on Monday.", "meet", "2023-06-23"),
      ("The mayor resigned on Friday. A day earlier, prosecutors had charged him with fraud.", "charged", "2023-06-08"),
      ("Police arrested two men on Monday, two days after the attack on a church in Lagos.", "attack", "2023-06-10"),
      ("The court on Wednesday sentenced a man to life for murder.", "sentenced", "2023-06-14"),
      ("The opposition won the election held on 4 June.", "won", "2023-06-04"),
      ("Sales began in the second quarter of 2022, when the firm acquired a rival.", "acquired", "2022"),
      ("She was appointed on the first of June, the day her predecessor resigned.", "resigned", "2023-06-01"),
      ("On the night of 3 May, fighters stormed the prison.", "stormed", "2023-05-03"),
      ("The embassy was closed in the wake of the 2012 bombing.", "bombing", "2012"),
      ("On Monday, Smith, who killed two people in 2019, escaped from jail.", "killed", "2019"),
      ("The union called a strike for June 20.", "strike", "2023-06-20"),
      ("In 1974, over two hundred people died when a ferry collided with a tanker.", "collided", "1974"),
      ("The minister praised the rescuers in a speech on Monday.", "praised", "2023-06-12"),
      ("The country left the agreement that it had signed in 2015.", "agreement", "2015"),
      ("He was elected in 2014 and resigned in March of the following year.", "resigned", "2015-03"),
      ("The vote was held on Monday. It came after rebels attacked a base in May of that year.", "attacked", "2023-05"),
      ("In the spring, teachers went on strike.", "strike", "2023"),
      (
        "Rebels seized the port on Monday. The raid came two days after soldiers shelled a camp.", "shelled",
        "2023-06-10"
      ),
      ("Rebels raided a bank on 9 June, hours after soldiers attacked their camp.", "attacked", "2023-06-09"),
      ("A blast hit a bank on Monday, police said, a day after gunmen attacked a church.", "attacked", "2023-06-11"),
      ("An earthquake in May 2011 forced thousands to flee.", "flee", "2011-05"),
      ("Floods triggered by heavy rain hit the north on Sunday.", "rain", "2023-06-11"),
      ("The party won Sunday's election but lost its majority.", "lost", "2023-06-11"),
      ("A fire in June 2017 killed four men. The fire broke out on 18 June.", "killed", "2017-06-18"),
      ("On Monday, police said, gunmen attacked a bank.", "attacked", "2023-06-12"),
      ("Monday saw protests in Accra.", "protests", "2023-06-12"),
      ("Friday saw soldiers with dogs searching a second house in Accra.", "searching", "2023-06-09"),
      ("2018 saw 11,000 accidents in Ruritania leading to 750 deaths.", "deaths", "2018"),
      (
        "A man returned on Tuesday night and killed a guard, in the fourth shooting in the state this year.", "killed",
        "2023-06-13"
      ),
      ("A leak in Porto in 2011 killed one person.", "killed", "2011"),
      ("Brandt admitted killing her husband by poisoning him in 2016 in Strelsau.", "killing", "2016"),
      ("The paper revealed a deal whereby, on March 29, the state bought the works.", "bought", "2023-03-29"),
      ("The mayor died in May 1970, while seeking the nomination.", "seeking", "1970-05"),
      ("When Brandt seized power in 1987, she became speaker of the house as well.", "became", "1987"),
      ("In August 2018 Smith sat alone. That September, the movement was founded in Accra.", "founded", "2018-09"),
      ("She took office 1971, and left it ten years later.", "took", "1971"),
      ("Vogel was mayor for two terms before losing the vote to Roth, a baker, in 2014.", "losing", "2014"),
      ("The minister intends to leave the union by the end of September.", "leave", "2023-09"),
      ("Over 2,000 residents have been evacuated to other villages since Sunday.", "evacuated", "2023-06-11"),
      ("The drug was made from the blood of survivors of an outbreak in Mali in 1995.", "outbreak", "1995"),
      ("The union requested that the workers be given protection in 2014.", "requested", "2014"),
      ("The party chose a leader ahead of September's general election.", "election", "2023-09"),
      ("Two ministers signed a pact on Monday saying the war was over, a day after they met.", "met", "2023-06-11"),
      ("The army said on Sunday that it had freed nine hostages the previous day.", "freed", "2023-06-10"),
      ("In 2014, rebels seized the city and thousands fled.", "fled", "2014"),
      ("In 2010 floods killed 42 people.", "killed", "2010"),
      ("A fire broke out in Peru on Sunday, with the death toll rising to 22 on Monday.", "fire", "2023-06-11"),
      ("Miners have been trapped since Thursday by a cave-in.", "cave-in", "2023-06-08"),
      ("Three people were killed on Sunday after a bus crashed into a wall.", "crashed", "2023-06-11"),
      ("Police responded early on Saturday to reports of a shooting in Lima.", "shooting", "2023-06-10"),
      ("The Easter Sunday bombings killed 20 people.", "bombings", "2023-04-09"),
      ("On Good Friday gunmen attacked a church.", "attacked", "2023-04-07"),
      ("The town fell on 3 March 1944. Villagers were executed the following week.", "executed", "1944-03"),
      ("Gunmen have released the girls who were abducted from a school last Friday.", "abducted", "2023-06-09"),
      ("He fled on Sunday, weeks after the vote of 20 May. The next day he resigned.", "resigned", "2023-06-12"),
      ("The envoy was arrested on Monday. The minister resigned shortly afterwards.", "resigned", "2023-06-12"),
      ("The strike follows an attack on a base on Tuesday.", "attack", "2023-06-13"),
      ("She hid for years before her arrest in a village in Serbia in May 2011.", "arrest", "2011-05"),
      ("Gunmen abducted ten girls on Friday. The attack was the second in a month.", "attack", "2023-06-09"),
      ("The suspect blew himself up as police closed in early on Monday.", "blew", "2023-06-12"),
      ("Talks failed on Monday, a day after the army and the rebels agreed on a truce.", "agreed", "2023-06-11"),
      ("Smith was killed in June 1968. A gunman shot him in the head.", "shot", "1968-06"),
      ("In 2000 a new party arose. Its leader won the presidential election.", "won", "2000"),
      ("The suspects were detained on Monday in dawn raids in Accra.", "raids", "2023-06-12"),
      ("A truck hit a bus on Sunday, the bus catching fire.", "fire", "2023-06-11"),
      (
        "The two ministers agreed on Monday to open the border. The agreement ends years of hostility.", "agreement",
        "2023-06-12"
      ),
    ]
  )
  func dated(text: String, word: String, expected: String) throws {
    #expect(try dates(of: word, in: text).contains(expected))
  }

  @Test("A year alone is none in an article that is older than the years that may stand alone")
  func old() throws {
    let pipeline = try Pipeline()
    let text = "He took office 1965, and left it ten years later."
    let facts = pipeline.facts(of: pipeline.reader.article(id: "test", text: text, date: CalendarDate("1750-05-06")))
    #expect(facts.events.allSatisfy { $0.date?.year != 1965 })
  }

  @Test(
    "No event takes the time of something else",
    arguments: [
      ("It was the deadliest attack since 2009.", "attack"),
      ("The envoy visited Kyiv on Monday and pledged support in the aftermath of a deadly attack.", "attack"),
      ("Officials said on Monday that gunmen attacked a bank.", "attacked"),
      ("Ama Mensah was sworn in as mayor at 5 p.m. (2100 UTC).", "sworn"),
      ("He was indicted in March 2009 over killings in Darfur, where a rebellion began in 2003.", "killings"),
      ("The war broke out in 1998 and killed thousands.", "killed"),
      ("It was the first meeting since a confrontation on June 7.", "meeting"),
      ("The toll of the flood rose to 12 on Monday.", "flood"),
      ("A driver pleaded guilty on Monday to seven counts of homicide.", "homicide"),
      ("He said on Friday that he will travel to Accra in the coming days.", "travel"),
      ("He was charged in May and has denied the accusation.", "accusation"),
      ("On Monday nine men were jailed due to the abduction of two girls.", "abduction"),
      ("The killing of the duke was in the news again in July.", "killing"),
      ("Born in Accra on June 23, 1941, he took the name of his uncle and met the painter Smith.", "met"),
      ("Firefighters put the fire out on Sunday and were subsequently pictured searching the ruins.", "searching"),
      ("The government declared war on March 15 and later banned public meetings.", "banned"),
      ("Ama Mensah died on Friday. She won many prizes and rescued dogs from a flood.", "rescued"),
      ("Between 2015 and 2018 the city sued the firm three times.", "sued"),
      ("A jury found him guilty. \"They attacked us today,\" said one of the victims.", "attacked"),
    ]
  )
  func undated(text: String, word: String) throws {
    #expect(try dates(of: word, in: text).allSatisfy { $0 == nil })
  }

  @Test("A dateline gives the day of publication and is no time of the story")
  func dateline() throws {
    let text = "Aug 20, 2018 (Newsline) - A gunman killed three people in the city of Orebo on Sunday."
    let pipeline = try Pipeline()
    let article = pipeline.reader.article(id: "test", text: text)
    #expect(article.date?.description == "2018-08-20")
    #expect(pipeline.facts(of: article).events.map { $0.date?.description } == ["2018-08-19"])
  }
}
