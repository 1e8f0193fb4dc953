#include "AnalyserWeights.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char weights[] = {
#embed "analyser.safetensors"
};

const unsigned char *dateline_analyser_weights(void) { return weights; }
size_t dateline_analyser_weights_length(void) { return sizeof weights; }
