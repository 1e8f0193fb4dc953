// Shows how the text of articles divides into headline, dateline, paragraphs and what is no part of the story.

// snippet.show
import Dateline

let pipeline = try Pipeline()
for path in CommandLine.arguments.dropFirst() {
  let article = try pipeline.article(atPath: path)
  let scalars = Array(article.text.unicodeScalars)
  print(path, article.date?.description ?? "no date", article.title ?? "no title", separator: " | ")
  for region in article.regions {
    print(" ", region.kind.rawValue, String(String.UnicodeScalarView(scalars[region.range])))
  }
}
