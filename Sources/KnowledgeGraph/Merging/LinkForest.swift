/// Sets of numbered things that are joined step by step, each join with its reason.
package struct LinkForest {
  private var parents: [Int]
  /// The joins made, in order.
  package private(set) var links: [(left: Int, right: Int, reason: String)] = []

  /// Makes as many sets of one thing.
  package init(count: Int) {
    parents = Array(0..<count)
  }

  /// The number that stands for the set of a thing: the least of the set.
  package func root(_ thing: Int) -> Int {
    var thing = thing
    while parents[thing] != thing { thing = parents[thing] }
    return thing
  }

  /// Joins the sets of two things.
  package mutating func join(_ left: Int, _ right: Int, reason: String) {
    let one = root(left)
    let other = root(right)
    guard one != other else { return }
    parents[max(one, other)] = min(one, other)
    links.append((left, right, reason))
  }

  /// The sets, each sorted, in the order of their least things.
  package var sets: [[Int]] {
    var sets: [Int: [Int]] = [:]
    for thing in parents.indices { sets[root(thing), default: []].append(thing) }
    return sets.sorted { $0.key < $1.key }.map(\.value)
  }
}
