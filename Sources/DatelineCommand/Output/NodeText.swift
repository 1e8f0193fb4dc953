import Dateline

extension Node {
  /// The label with what a reader wants to know beside it: "visited (visit, 2025-04-15, planned)".
  var summary: String {
    let notes: [String?] =
      switch detail {
      case .person, .organization, .group, .thing, .role: []
      case .place(let place): [place.placeKind == "country" ? nil : place.country]
      case .event(let event):
        [event.type.rawValue, event.date?.description, event.status == .actual ? nil : event.status.rawValue]
      case .casualtyFigure(let figure): [figure.date?.description]
      case .statement(let statement): [statement.isDirect ? "quoted" : nil]
      }
    let text = notes.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? label : "\(label) (\(text))"
  }
}

extension NodeKind {
  /// The kind as a word in running text.
  var noun: String { self == .casualtyFigure ? "casualty figure" : rawValue }
}
