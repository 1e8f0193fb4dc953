/// Number-crunching loops of the analyser: 8-bit matrix product, normalisation, activation, attention.
///
/// Matrices are row-major. A row of activations x is held as 7-bit numbers q with x ≈ low + step · q, `range` being
/// (low, step) of each row; 7 bits, since two products of 8 × 8 bits do not fit the 16 bits in which processors without
/// dot-product instructions add them. The sums of a product are exact. A weight matrix is `scale[o] · weight[o, i]` with
/// its `bias[o]`, and `offset[o]` = scale[o] · Σ weight[o, i]. Every row is computed by itself: what else is in a batch
/// changes nothing.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// How the sums of a product are turned into numbers.
struct dateline_affine {
  const float *scale;
  const float *offset;
  const float *bias;
};

/// Gain and bias of a layer normalisation.
struct dateline_norm {
  const float *gain;
  const float *bias;
  float epsilon;
};

/// Makes the library of the matrix product use the calling thread alone.
void dateline_use_one_thread(void);

/// C[m,n] = A[m,k] · transpose(B[n,k]) with the library: A unsigned 8 bit, B signed 8 bit, C 32 bit.
/// Returns 0, or the library's status where it refuses.
int dateline_library_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *b, int32_t *c);

/// Bytes that B needs in the order of this processor's own loops; 0 where the library is faster.
size_t dateline_packed_size(size_t n, size_t k);

/// Orders B for this processor's own loops; `packed` is aligned to 64 bytes.
void dateline_pack(size_t n, size_t k, const int8_t *b, int8_t *packed);

/// The product for A of 7 bits, with the library or, where `packed` is given, with this processor's own loops.
int dateline_matrix_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *b, const int8_t *packed,
                            int32_t *c);

/// Bytes that B needs in the order of the loops for processors with AVX2 but without dot products of 8 bits, between
/// which and others `dateline_pack` chooses; 0 where they cannot run.
size_t dateline_grouped_size(size_t n, size_t k);

/// Orders B for those loops; `packed` is aligned to 64 bytes.
void dateline_grouped_pack(size_t n, size_t k, const int8_t *b, int8_t *packed);

/// The product for A of 7 bits with those loops.
void dateline_grouped_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *packed, int32_t *c);

/// offset[o] = scale[o] · Σ weight[o, i].
void dateline_offsets(size_t rows, size_t columns, const int8_t *weight, const float *scale, float *offset);

/// out = norm(word_scale · word + position) + shape; one row of the network's input.
void dateline_embed(size_t columns, const int8_t *word, float word_scale, const float *position, const float *shape,
                    const struct dateline_norm *norm, float *out);

/// Rows of floats, `stride` apart, as 7-bit numbers without gaps.
void dateline_quantise(size_t rows, size_t columns, const float *x, size_t stride, uint8_t *q, float *range);

/// The numbers that the sums of a product stand for; `out` may be the memory of `sums`.
void dateline_dequantise(size_t rows, size_t columns, const int32_t *sums, const float *range,
                         const struct dateline_affine *affine, float *out);

/// gelu of the numbers that the sums of a product stand for; `out` may be the memory of `sums`.
void dateline_dequantise_gelu(size_t rows, size_t columns, const int32_t *sums, const float *range,
                              const struct dateline_affine *affine, float *out);

/// gelu of the numbers that sums stand for, quantised again; `range` is read and written, at most 2,048 columns.
void dateline_gelu_quantise(size_t rows, size_t columns, const int32_t *sums, float *range,
                            const struct dateline_affine *affine, uint8_t *q);

/// x = norm(x + the numbers that sums stand for), also quantised; `range` is read and written.
void dateline_add_norm_quantise(size_t rows, size_t columns, const int32_t *sums, float *range,
                                const struct dateline_affine *affine, const struct dateline_norm *norm, float *x,
                                uint8_t *q);

/// Floats of scratch memory that `dateline_attention` needs for a sequence.
size_t dateline_attention_scratch(size_t length);

/// Attention of one sequence over heads of 32: qkv [length, 3 · heads · 32] → out [length, heads · 32].
void dateline_attention(size_t length, size_t heads, const float *qkv, float *out, float *scratch);

/// into += weight · x.
void dateline_add_scaled(size_t columns, float weight, const float *x, float *into);

/// scores[i, j] = a[i] · b[j] for rows of `columns` floats, a_stride and b_stride apart; columns divisible by 16.
void dateline_dot_products(size_t rows, size_t others, size_t columns, const float *a, size_t a_stride, const float *b,
                           size_t b_stride, float *scores);

/// scores[l] += Σ_j number(sums[l · width + j]) · head[j]; width divisible by 16.
void dateline_bilinear(size_t labels, size_t width, const int32_t *sums, const float *range,
                       const struct dateline_affine *affine, const float *head, float *scores);

/// x = log-softmax of x; returns nothing for no column.
void dateline_log_softmax(size_t columns, float *x);
