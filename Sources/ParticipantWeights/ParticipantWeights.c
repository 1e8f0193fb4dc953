#include "ParticipantWeights.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char weights[] = {
#embed "participants.bin"
};

const unsigned char *dateline_participant_weights(void) { return weights; }
size_t dateline_participant_weights_length(void) { return sizeof weights; }
