#include "CAnalyserKernels.h"

#include <math.h>

#pragma clang diagnostic ignored "-Wpsabi"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

typedef float FourFloats __attribute__((vector_size(16)));
typedef float LooseFourFloats __attribute__((vector_size(16), aligned(4), may_alias));
typedef float EightFloats __attribute__((vector_size(32)));
typedef int32_t EightInts __attribute__((vector_size(32)));

#define INLINE static inline __attribute__((always_inline))

/// The numbers of a vector's places.
static const int32_t places[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

#define NAMED(x) x##_portable
#define LANES 8
#include "loops.h"
#undef LANES
#undef NAMED

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAMED(x) x##_avx2
#define LANES 8
#define STORE_BYTES_OF_FOUR store_bytes_of_four
/// Numbers from 0 to 127 as bytes.
INLINE void store_bytes_of_four(uint8_t *q, EightInts a, EightInts b, EightInts c, EightInts d) {
  const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  __m256i low = _mm256_packs_epi32((__m256i)a, (__m256i)b), high = _mm256_packs_epi32((__m256i)c, (__m256i)d);
  __m256i bytes = _mm256_permutevar8x32_epi32(_mm256_packus_epi16(low, high), order);
  _mm256_storeu_si256((__m256i *)(void *)q, bytes);
}
#include "loops.h"
#undef STORE_BYTES_OF_FOUR
#undef LANES
#undef NAMED
#pragma clang attribute pop
#pragma clang attribute push(__attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl"))), apply_to = function)
#define NAMED(x) x##_avx512
#define LANES 16
#include "loops.h"
#undef LANES
#undef NAMED
#pragma clang attribute pop
#define CHOSEN(x, ...) \
  if (has_avx512()) x##_avx512(__VA_ARGS__); \
  else if (has_avx2()) x##_avx2(__VA_ARGS__); \
  else x##_portable(__VA_ARGS__)
/// Vectors of 64 bytes only where the products use them too: elsewhere they cost clock speed.
static int has_avx512(void) {
  return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
         && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("fma");
}
static int has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
#else
#define CHOSEN(x, ...) x##_portable(__VA_ARGS__)
#endif

void dateline_offsets(size_t rows, size_t columns, const int8_t *weight, const float *scale, float *offset) {
  CHOSEN(offsets, rows, columns, weight, scale, offset);
}

void dateline_embed(size_t columns, const int8_t *word, float word_scale, const float *position, const float *shape,
                    const struct dateline_norm *norm, float *out) {
  CHOSEN(embed, columns, word, word_scale, position, shape, norm, out);
}

void dateline_quantise(size_t rows, size_t columns, const float *x, size_t stride, uint8_t *q, float *range) {
  CHOSEN(quantise, rows, columns, x, stride, q, range);
}

void dateline_dequantise(size_t rows, size_t columns, const int32_t *sums, const float *range,
                         const struct dateline_affine *affine, float *out) {
  CHOSEN(dequantise, rows, columns, sums, range, affine, out);
}

void dateline_dequantise_gelu(size_t rows, size_t columns, const int32_t *sums, const float *range,
                              const struct dateline_affine *affine, float *out) {
  CHOSEN(dequantise_gelu, rows, columns, sums, range, affine, out);
}

void dateline_gelu_quantise(size_t rows, size_t columns, const int32_t *sums, float *range,
                            const struct dateline_affine *affine, uint8_t *q) {
  CHOSEN(gelu_quantise, rows, columns, sums, range, affine, q);
}

void dateline_add_norm_quantise(size_t rows, size_t columns, const int32_t *sums, float *range,
                                const struct dateline_affine *affine, const struct dateline_norm *norm, float *x,
                                uint8_t *q) {
  CHOSEN(add_norm_quantise, rows, columns, sums, range, affine, norm, x, q);
}

size_t dateline_attention_scratch(size_t length) { return 36 * ((length + 15) & ~(size_t)15); }

void dateline_attention(size_t length, size_t heads, const float *qkv, float *out, float *scratch) {
  CHOSEN(attention, length, heads, qkv, out, scratch);
}

void dateline_add_scaled(size_t columns, float weight, const float *x, float *into) {
  CHOSEN(add_scaled, columns, weight, x, into);
}

void dateline_dot_products(size_t rows, size_t others, size_t columns, const float *a, size_t a_stride, const float *b,
                           size_t b_stride, float *scores) {
  CHOSEN(dot_products, rows, others, columns, a, a_stride, b, b_stride, scores);
}

void dateline_bilinear(size_t labels, size_t width, const int32_t *sums, const float *range,
                       const struct dateline_affine *affine, const float *head, float *scores) {
  CHOSEN(bilinear, labels, width, sums, range, affine, head, scores);
}

void dateline_log_softmax(size_t columns, float *x) {
  if (columns == 0) return;
  float most = x[0];
  for (size_t i = 1; i < columns; i++) most = x[i] > most ? x[i] : most;
  double total = 0;
  for (size_t i = 0; i < columns; i++) total += exp((double)(x[i] - most));
  float shift = most + (float)log(total);
  for (size_t i = 0; i < columns; i++) x[i] -= shift;
}
