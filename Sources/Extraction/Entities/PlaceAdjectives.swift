import Knowledge

/// Adjectives and demonyms formed from the names of places: "Ardovian" of "Ardovia", "Texans" of "Texas".
enum PlaceAdjectives {
  /// The adjectives that English may form of a name; both as keys.
  static func forms(of name: String) -> [String] {
    guard name.count > 3, let last = name.last else { return [] }
    let stem = String(name.dropLast())
    switch last {
    case "a": return [name + "n", stem + "ian", stem + "ese"]
    case "e": return [name + "an", stem + "ian", stem + "ese"]
    case "o": return [stem + "an", stem + "ian", stem + "ese", name + "an"]
    case "y": return [stem + "ian", name + "an", stem + "ese"]
    case "s": return [stem + "n", name + "ian", stem + "an"]
    default: return ["ian", "an", "ese", "i", "ish", "er", "ic"].map { name + $0 }
    }
  }

  /// The names that an adjective or the singular of a demonym may be formed of; both as keys.
  static func names(of adjective: String) -> [String] {
    var names: [String] = []
    func cut(_ ending: String, adding endings: [String]) {
      guard adjective.hasSuffix(ending) else { return }
      let stem = String(adjective.dropLast(ending.count))
      guard stem.count > 2 else { return }
      names += endings.map { stem + $0 }
    }
    cut("n", adding: ["", "s"])
    cut("ian", adding: ["", "a", "y", "e", "o", "ia"])
    cut("an", adding: ["", "o", "a", "e", "s"])
    cut("ese", adding: ["", "a", "e", "o"])
    cut("er", adding: ["", "e"])
    cut("ite", adding: [""])
    cut("i", adding: [""])
    cut("ic", adding: [""])
    return names.filter { $0.count > 3 && forms(of: $0).contains(adjective) || adjective.hasSuffix("er") }
  }
}
