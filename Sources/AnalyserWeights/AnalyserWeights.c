#include "AnalyserWeights.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char weights[] = {
#embed "analyser.safetensors"
};

static const unsigned char lemmas[] = {
#embed "lemmas.tsv"
};

const unsigned char *dateline_analyser_weights(void) { return weights; }
size_t dateline_analyser_weights_length(void) { return sizeof weights; }

const unsigned char *dateline_analyser_lemmas(void) { return lemmas; }
size_t dateline_analyser_lemmas_length(void) { return sizeof lemmas; }
