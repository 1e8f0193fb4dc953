/// The trained weights of the analyser, embedded in the binary (format: Training/FORMAT.md).
#pragma once
#include <stddef.h>

/// The first byte of the safetensors file; aligned to 64 bytes, never freed.
const unsigned char *dateline_analyser_weights(void);
/// Length of the file in bytes.
size_t dateline_analyser_weights_length(void);

/// The lexicon of inflected forms: lines of form, class (v, n, a, r) and lemmas separated by `/`, sorted by bytes.
const unsigned char *dateline_analyser_lemmas(void);
/// Length of the lexicon in bytes.
size_t dateline_analyser_lemmas_length(void);
