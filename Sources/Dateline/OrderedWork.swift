import Dispatch
import Foundation
import Synchronization

/// Does independent pieces of work on all cores and gives the results in the order of the pieces.
public enum OrderedWork {
  /// The results of a function for each element, in order; the function is called from several threads at once.
  public static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard elements.count > 1 else { return elements.map(transform) }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { position in
      let result = transform(elements[position])
      results.withLock { $0[position] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
