import Foundation

/// The probability of a log-probability.
func exponential(_ logarithm: Float) -> Float {
  exp(logarithm)
}
