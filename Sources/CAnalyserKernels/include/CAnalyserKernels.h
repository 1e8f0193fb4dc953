/// Number-crunching loops of the analyser: 8-bit matrix product, normalisation, activation.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// C[m,n] = A[m,k] · transpose(B[n,k]), A unsigned 8 bit with one zero point for all rows, B signed 8 bit, C 32 bit.
/// Returns 0, or the library's status where it refuses.
int dateline_matrix_product(size_t m, size_t n, size_t k, const uint8_t *a, uint8_t a_zero, const int8_t *b,
                            int32_t *c);
