/// The version of the product, as `dateline --version` prints it.
public let datelineVersion = "0.1.0"
