import Dateline
import Dispatch
import Synchronization

/// Adds graphs to a store one after the other, while the next articles are being read: a commit waits for the disk.
final class StoreWriter: Sendable {
  /// What became of an article, in the order in which they were given.
  struct Outcome: Sendable {
    let article: String
    let change: GraphStore.Change
  }

  private struct State {
    var outcomes: [Outcome] = []
    var failure: (any Error)?
  }

  private let store: GraphStore
  private let queue = DispatchQueue(label: "dateline.store")
  private let places = DispatchSemaphore(value: mostWaiting)
  private let state = Mutex(State())

  /// How many articles may wait, so that memory stays bounded.
  private static let mostWaiting = 4

  init(_ store: GraphStore) { self.store = store }

  /// Adds a graph some time later; waits where many are to be added still.
  func add(_ graph: Graph, article: String, digest: String) {
    places.wait()
    queue.async { [self] in
      defer { places.signal() }
      guard state.withLock({ $0.failure == nil }) else { return }
      do {
        let outcome = Outcome(article: article, change: try store.add(graph, digest: digest))
        state.withLock { $0.outcomes.append(outcome) }
      } catch {
        state.withLock { $0.failure = error }
      }
    }
  }

  /// What has been done since it was last asked, on the disk by now, and the failure that ended the work.
  func finished() -> (outcomes: [Outcome], failure: (any Error)?) {
    state.withLock { state in
      defer { state.outcomes = [] }
      return (state.outcomes, state.failure)
    }
  }

  /// Waits until nothing is left to be added.
  func wait() { queue.sync {} }

  /// Ends the use of the store.
  func close() { store.close() }
}
