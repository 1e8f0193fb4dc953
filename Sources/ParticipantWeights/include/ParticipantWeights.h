/// The trained weights that weigh participants of events, embedded in the binary (format: Training/FORMAT.md).
#pragma once
#include <stddef.h>

/// The first byte of the file; aligned to 64 bytes, never freed.
const unsigned char *dateline_participant_weights(void);
/// Length of the file in bytes.
size_t dateline_participant_weights_length(void);
