import Foundation
import Knowledge

/// Says where the places of a story lie, from tables, the countries of the story and what it says itself.
struct PlaceLocator {
  let knowledge: KnowledgeBase
  /// How often each country (ISO 3166-1 alpha-2) is named in the story.
  let countryMentions: [String: Int]

  /// From how many thousands of inhabitants on a place needs no other sign that it is the one of its name.
  private static let wellKnown = 150

  /// What is known of a place.
  struct Location: Hashable {
    var country: String?
    var latitude: Double?
    var longitude: Double?
    var placeKind: String?
  }

  /// Locates a place by its names (as keys), its country where the text says it, and the sort of its name.
  func location(ofNames keys: [String], country: String?, stated: String?, sort: String?) -> Location {
    if let country, let known = knowledge.countries.country(code: country) {
      return Location(country: country, latitude: known.latitude, longitude: known.longitude, placeKind: "country")
    }
    if let region = keys.lazy.compactMap({ knowledge.regions.region(named: $0) }).first {
      return Location(country: region.country, placeKind: placeKind(region.sort))
    }
    if sort != nil, sort != "settlement", sort != "region", sort != "island" {
      return Location(country: stated, placeKind: placeKind(sort))
    }
    let candidates = keys.flatMap { knowledge.gazetteer.places(named: $0) }
    let scored = candidates.map { place in
      (place, score(place, isCapital: isCapital(place, keys: keys), stated: stated))
    }
    guard let best = scored.max(by: { $0.1 < $1.1 })?.0 else {
      return Location(country: stated, placeKind: placeKind(sort))
    }
    let isOfStory = best.country == stated || countryMentions[best.country] != nil
    guard isOfStory || stated == nil && best.thousands >= Self.wellKnown else {
      return Location(country: stated, placeKind: placeKind(sort))
    }
    return Location(
      country: best.country,
      latitude: best.latitude,
      longitude: best.longitude,
      placeKind: best.isRegion ? "region" : "city"
    )
  }

  private func score(_ place: Gazetteer.Place, isCapital: Bool, stated: String?) -> Double {
    var score = 1.5 * log(Double(place.thousands + 1)) - (place.isRegion ? 2 : 0)
    if isCapital { score += 6 }
    if place.country == stated { score += 20 }
    if let mentions = countryMentions[place.country] { score += 4 + min(Double(mentions), 5) / 2 }
    return score
  }

  private func isCapital(_ place: Gazetteer.Place, keys: [String]) -> Bool {
    guard !place.isRegion, let capital = knowledge.countries.country(code: place.country)?.capital else { return false }
    return keys.contains(capital)
  }

  private func placeKind(_ sort: String?) -> String? {
    sort == "settlement" ? "city" : sort
  }
}
