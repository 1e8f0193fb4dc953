/// What the network says about the words of one window, and what decoding needs to ask.
struct WindowScores {
  /// Number of words.
  let words: Int
  /// The best universal part of speech, Penn tag and lemma edit of each word, as indices of their lists.
  var partsOfSpeech: [Int32]
  var pennTags: [Int32]
  var edits: [Int32]
  /// Log-probabilities of the labels of names, a row a word.
  var names: [Float]
  /// Log-probabilities of the heads, a row a word, the root first.
  var arcs: [Float]
  /// The tree's heads: 0 for the root, else a word counted from 1.
  var heads: [Int32] = []
  /// The relation of each word to its head, as an index of the list, and its probability.
  var relations: [Int32] = []
  var relationConfidences: [Float] = []
}
