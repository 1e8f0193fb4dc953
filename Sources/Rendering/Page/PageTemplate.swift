import Foundation

/// The HTML around the picture, the data and the program.
struct PageTemplate: Sendable {
  let title: String
  let subtitle: String
  let style: String
  let script: String
  let svg: String
  let json: String

  private static let tabs = [
    ("text", "Text"), ("people", "People"), ("events", "Timeline"), ("figures", "Figures"),
    ("statements", "Statements"),
  ]

  /// Only the page's own style and program may run, nothing may be fetched.
  private var policy: String {
    let digests = [style, script].map { Data(ContentHash.sha256(Array($0.utf8))).base64EncodedString() }
    return "default-src 'none'; style-src 'sha256-\(digests[0])'; script-src 'sha256-\(digests[1])'; "
      + "base-uri 'none'; form-action 'none'"
  }

  /// The whole document.
  var html: String {
    let tabs = Self.tabs.map { name, heading in
      "<button type=\"button\" role=\"tab\" id=\"tab-\(name)\" data-tab=\"\(name)\" aria-controls=\"panel-\(name)\">"
        + "\(heading)</button>"
    }.joined(separator: "\n")
    let panels = Self.tabs.map { name, heading in
      "<div role=\"tabpanel\" id=\"panel-\(name)\" aria-labelledby=\"tab-\(name)\" data-heading=\"\(heading)\" "
        + "tabindex=\"0\"></div>"
    }.joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(AccessibleSVG.escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>
      <header>
      <a class="skip" href="#side">Skip the picture</a>
      <div>
      <h1>\(AccessibleSVG.escaped(title))</h1>
      <p class="meta">\(AccessibleSVG.escaped(subtitle))</p>
      </div>
      <div class="tools">
      <fieldset id="filters" aria-label="Kinds of nodes that are shown"></fieldset>
      <div class="find" role="search">
      <input id="search" type="text" role="combobox" autocomplete="off" spellcheck="false" placeholder="Search ( / )"
       aria-label="Search" aria-controls="results" aria-expanded="false" aria-autocomplete="list">
      <ul id="results" role="listbox" aria-label="Found" hidden></ul>
      </div>
      </div>
      </header>
      <main>
      <section id="picture" aria-label="Picture">
      <div id="view">
      <div id="stage" tabindex="0" role="group" aria-label="Picture: arrow keys move it, plus and minus zoom, 0 shows all">
      \(svg.split(separator: "\n").dropFirst().joined(separator: "\n"))
      </div>
      <div class="zoom">
      <button type="button" id="zoom-in" aria-label="Zoom in">+</button>
      <button type="button" id="zoom-out" aria-label="Zoom out">−</button>
      <button type="button" id="zoom-fit" aria-label="Show the whole picture">⤢</button>
      </div>
      </div>
      <div id="details" role="status" hidden></div>
      </section>
      <section id="side" aria-label="Text and tables" tabindex="-1">
      <div role="tablist" aria-label="Text and tables">
      \(tabs)
      </div>
      \(panels)
      </section>
      </main>
      <noscript><p>This page needs JavaScript to join the picture with the text.</p></noscript>
      <script type="application/json" id="data">\(json)</script>
      <script type="module">\(script)</script>
      </body>
      </html>

      """
  }
}
