import Foundation

import Dateline

/// An article that tells its events several times: `{event|word}` marks a word and the event that it tells of; an
/// identifier that ends in `x` may be told of more than one. The first line is the day of publication.
struct RetoldArticle {
  /// A marked word.
  struct Mark {
    var event: String
    var span: Range<Int>
  }

  var text = ""
  var marks: [Mark] = []
  var date: CalendarDate?

  /// Reads marked text.
  init(marked: String, date: CalendarDate?) {
    self.date = date
    var length = 0
    for piece in marked.split(separator: "{", omittingEmptySubsequences: false) {
      var rest = Substring(piece)
      if let bar = piece.firstIndex(of: "|"), let end = piece.firstIndex(of: "}"), bar < end {
        let word = piece[piece.index(after: bar)..<end]
        let count = word.unicodeScalars.count
        marks.append(Mark(event: String(piece[..<bar]), span: length..<length + count))
        text += word
        length += count
        rest = piece[piece.index(after: end)...]
      }
      text += rest
      length += rest.unicodeScalars.count
    }
    marks.removeAll { $0.event.hasSuffix("x") }
  }

  /// Every annotated article, in alphabetical order.
  static func all() throws -> [RetoldArticle] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Gold/Retold")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.sorted { $0.path < $1.path }.map { file in
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", maxSplits: 1)
      return RetoldArticle(marked: String(lines.last ?? ""), date: lines.first.flatMap { CalendarDate(String($0)) })
    }
  }

  /// How the pairs of marked words that the facts have as events of one type fare.
  func pairs(in facts: Facts) -> (joined: Int, wronglyJoined: Int, apart: Int) {
    let told = marks.map { mark in
      facts.events.indices.filter { event in facts.events[event].mentions.contains { $0.span.overlaps(mark.span) } }
    }
    var found = (joined: 0, wronglyJoined: 0, apart: 0)
    for first in marks.indices {
      for second in marks.indices.dropFirst(first + 1) {
        let isOne = marks[first].event == marks[second].event
        if told[first].contains(where: told[second].contains) {
          if isOne { found.joined += 1 } else { found.wronglyJoined += 1 }
        } else if isOne,
          told[first].contains(where: { left in
            told[second].contains { facts.events[left].type == facts.events[$0].type }
          })
        {
          found.apart += 1
        }
      }
    }
    return found
  }
}
