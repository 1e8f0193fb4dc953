import Foundation

/// A line on the terminal that tells how far a long piece of work is: count, rate and time left.
///
/// Nothing is shown in the first second, nor where standard error is no terminal.
struct Progress {
  private let isShown: Bool
  private let total: Int?
  private let noun: String
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  /// Progress over a number of things, where it is known.
  init(console: Console, total: Int?, noun: String) {
    isShown = console.showsProgress
    self.total = total
    self.noun = noun
  }

  /// Tells that so many are done.
  mutating func update(_ count: Int) {
    let now = ContinuousClock.now
    guard isShown, now - start > .seconds(1), lastShown.map({ now - $0 > .milliseconds(200) }) ?? true else { return }
    lastShown = now
    let seconds = Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
    let rate = Double(count) / max(seconds, 0.001)
    var line = "\(count)" + (total.map { " of \($0)" } ?? "") + " \(noun), \(String(format: "%.1f", rate)) a second"
    if let total, rate > 0, total > count { line += ", \(Int(Double(total - count) / rate) + 1) s left" }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }

  /// Takes the line away.
  func finish() {
    guard lastShown != nil else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
