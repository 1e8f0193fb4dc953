/// Frequent misspellings and the lemmas of the words that are meant: the treebanks' lemma is that of the right word.
enum Misspellings {
  /// Lemmas by the misspelt form in small letters.
  static let lemmas: [String: String] = {
    var lemmas: [String: String] = [:]
    for pair in pairs.split(separator: ",") {
      let words = pair.split(separator: " ")
      if words.count == 2 { lemmas[String(words[0])] = String(words[1]) }
    }
    return lemmas
  }()

  private static let pairs = """
    absolutley absolutely, absolutly absolutely, accomodate accommodate, accross across, acheive achieve,\
    adress address, altough although, appologies apology, aquire acquire, arguement argument, awsome awesome,\
    basicly basically, beacuse because, beautifull beautiful, becasue because, becuase because,\
    begining beginning, beleive believe, buisness business, bussiness business, calender calendar,\
    cemetary cemetery, collegue colleague, comming come, commited commit, concious conscious,\
    definately definitely, definetly definitely, definitly definitely, defintely definitely, diferent different,\
    diffrent different, dissapointed disappoint, dissappointed disappoint, embarass embarrass,\
    embarassing embarrassing, enviroment environment, especialy especially, excellant excellent,\
    existance existence, expecially especially, experiance experience, extremly extremely, finaly finally,\
    foriegn foreign, freind friend, garantee guarantee, gaurantee guarantee, goverment government,\
    guarentee guarantee, happend happen, helpfull helpful, immediatly immediately, independant independent,\
    intresting interesting, knowledgable knowledgeable, knowlegable knowledgeable, lenght length, liason liaison,\
    maintainance maintenance, managment management, millenium millennium, neccessary necessary, neice niece,\
    noticable noticeable, occassion occasion, occured occur, ocurred occur, oppurtunity opportunity,\
    orginal original, peice piece, peopel people, poeple people, posession possession, posible possible,\
    prefered prefer, privelege privilege, probaly probably, profesional professional, proffesional professional,\
    publically publicly, realy really, reccomend recommend, reccomended recommend, reccommend recommend,\
    recieve receive, recieved receive, recieving receive, recomend recommend, recomended recommend,\
    refered refer, releif relief, relevent relevant, religous religious, responsability responsibility,\
    restaraunt restaurant, restraunt restaurant, restuarant restaurant, resturant restaurant, seperate separate,\
    seperately separately, shoud should, similiar similar, sincerly sincerely, somthing something, stoped stop,\
    succesful successful, successfull successful, sucess success, suprise surprise, suprised surprise, teh the,\
    thier their, tommorow tomorrow, tommorrow tomorrow, tomorow tomorrow, transfered transfer, truely truly,\
    unfortunatley unfortunately, unfortunatly unfortunately, untill until, usefull useful, whcih which,\
    whith with, wich which, wierd weird, wonderfull wonderful, writting write
    """
}
