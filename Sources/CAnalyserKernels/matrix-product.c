#include "CAnalyserKernels.h"

#include <dlfcn.h>
#include <oneapi/dnnl/dnnl.h>
#include <string.h>

typedef void (*set_threads)(int);

void dateline_use_one_thread(void) {
  // The library runs on OpenMP where it was built so; the number of threads is a property of the calling thread.
  set_threads set = (set_threads)dlsym(RTLD_DEFAULT, "omp_set_num_threads");
  if (set) set(1);
}

int dateline_library_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *b, int32_t *c) {
  const int32_t no_offset = 0;
  return dnnl_gemm_u8s8s32('N', 'T', 'F', (dnnl_dim_t)m, (dnnl_dim_t)n, (dnnl_dim_t)k, 1.0f, a, (dnnl_dim_t)k, 0, b,
                           (dnnl_dim_t)k, 0, 0.0f, c, (dnnl_dim_t)n, &no_offset);
}

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))
#define VNNI __attribute__((target("avx512f,avx512vnni")))

enum { VECTOR = 16, PANEL = 16, WIDE_PANEL = 64, STEP = 8 };

/// Whether the processor multiplies and adds four products of 8 × 8 bits exactly, sixteen sums at a time.
static int has_vnni(void) { return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni"); }

static size_t panel_width(void) { return has_vnni() ? WIDE_PANEL : PANEL; }

size_t dateline_packed_size(size_t n, size_t k) {
  return __builtin_cpu_supports("avx2") && k % STEP == 0 ? (n + VECTOR - 1) / VECTOR * VECTOR * k : 0;
}

void dateline_pack(size_t n, size_t k, const int8_t *b, int8_t *packed) {
  const size_t padded = (n + VECTOR - 1) / VECTOR * VECTOR, width = panel_width();
  for (size_t first = 0; first < padded; first += width) {
    const size_t end = first + width < padded ? first + width : padded;
    for (size_t i = 0; i < k; i += 4) {
      for (size_t o = first; o < end; o++, packed += 4) {
        if (o < n) memcpy(packed, b + o * k + i, 4);
        else memset(packed, 0, 4);
      }
    }
  }
}

AVX2 static inline __m256i four_columns(const uint8_t *a) {
  int32_t word;
  memcpy(&word, a, sizeof word);
  return _mm256_set1_epi32(word);
}

/// Adds the products of eight columns to the sums of eight outputs. Four products of 7 × 8 bits are added in 16 bits,
/// with saturation: weights for which that could happen at all are one in a thousand.
AVX2 static inline __m256i add_products(__m256i sum, __m256i x, __m256i y, __m256i w, __m256i v) {
  __m256i four = _mm256_adds_epi16(_mm256_maddubs_epi16(x, w), _mm256_maddubs_epi16(y, v));
  return _mm256_add_epi32(sum, _mm256_madd_epi16(four, _mm256_set1_epi16(1)));
}

AVX2 static inline void store(__m256i low, __m256i high, int32_t *c, size_t count) {
  if (count >= PANEL) {
    _mm256_storeu_si256((__m256i *)c, low);
    _mm256_storeu_si256((__m256i *)(c + 8), high);
    return;
  }
  int32_t all[PANEL];
  _mm256_storeu_si256((__m256i *)all, low);
  _mm256_storeu_si256((__m256i *)(all + 8), high);
  memcpy(c, all, count * sizeof *c);
}

/// The products of some rows, a constant number, with one panel of 16 outputs of which `count` are wanted.
AVX2 static inline __attribute__((always_inline)) void tile(const size_t rows, size_t k, const uint8_t *a,
                                                            const int8_t *panel, int32_t *c, size_t stride,
                                                            size_t count) {
  __m256i low[4], high[4];
  for (size_t r = 0; r < rows; r++) low[r] = high[r] = _mm256_setzero_si256();
  for (size_t i = 0; i < k; i += STEP, panel += STEP * PANEL) {
    const __m256i *w = (const __m256i *)panel;
    __m256i w0 = _mm256_load_si256(w), w1 = _mm256_load_si256(w + 1);
    __m256i w2 = _mm256_load_si256(w + 2), w3 = _mm256_load_si256(w + 3);
#pragma clang loop unroll(full)
    for (size_t r = 0; r < rows; r++) {
      __m256i x = four_columns(a + r * k + i), y = four_columns(a + r * k + i + 4);
      low[r] = add_products(low[r], x, y, w0, w2);
      high[r] = add_products(high[r], x, y, w1, w3);
    }
  }
  for (size_t r = 0; r < rows; r++) store(low[r], high[r], c + r * stride, count);
}

AVX2 static void panel_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *packed, int32_t *c) {
  for (size_t o = 0; o < n; o += PANEL) {
    const int8_t *panel = packed + o * k;
    size_t row = 0, count = n - o;
    for (; row + 4 <= m; row += 4) tile(4, k, a + row * k, panel, c + row * n + o, n, count);
    for (; row < m; row++) tile(1, k, a + row * k, panel, c + row * n + o, n, count);
  }
}

/// The products of some rows with a panel of some vectors of sixteen outputs, constant numbers, of which `count` outputs
/// are wanted.
VNNI static inline __attribute__((always_inline)) void wide_tile(const size_t rows, const size_t vectors, size_t k,
                                                                 const uint8_t *a, const int8_t *panel, int32_t *c,
                                                                 size_t stride, size_t count) {
  __m512i sums[6][4];
#pragma clang loop unroll(full)
  for (size_t r = 0; r < rows; r++)
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++) sums[r][v] = _mm512_setzero_si512();
  for (size_t i = 0; i < k; i += 4, panel += 64 * vectors) {
    __m512i weights[4];
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++) weights[v] = _mm512_load_si512(panel + 64 * v);
#pragma clang loop unroll(full)
    for (size_t r = 0; r < rows; r++) {
      int32_t word;
      memcpy(&word, a + r * k + i, sizeof word);
      const __m512i x = _mm512_set1_epi32(word);
#pragma clang loop unroll(full)
      for (size_t v = 0; v < vectors; v++) sums[r][v] = _mm512_dpbusd_epi32(sums[r][v], x, weights[v]);
    }
  }
#pragma clang loop unroll(full)
  for (size_t r = 0; r < rows; r++) {
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++) {
      const size_t left = count - VECTOR * v;
      const __mmask16 wanted = left >= VECTOR ? 0xFFFF : (__mmask16)((1u << left) - 1);
      _mm512_mask_storeu_epi32(c + r * stride + VECTOR * v, wanted, sums[r][v]);
    }
  }
}

VNNI static inline __attribute__((always_inline)) void wide_panel(const size_t vectors, size_t m, size_t k,
                                                                  const uint8_t *a, const int8_t *panel, int32_t *c,
                                                                  size_t stride, size_t count) {
  size_t row = 0;
  for (; row + 6 <= m; row += 6) wide_tile(6, vectors, k, a + row * k, panel, c + row * stride, stride, count);
  for (; row + 2 <= m; row += 2) wide_tile(2, vectors, k, a + row * k, panel, c + row * stride, stride, count);
  if (row < m) wide_tile(1, vectors, k, a + row * k, panel, c + row * stride, stride, count);
}

VNNI static void wide_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *packed, int32_t *c) {
  for (size_t o = 0; o < n; o += WIDE_PANEL) {
    const size_t count = n - o;
    const int8_t *panel = packed + o * k;
    if (count > 3 * VECTOR) wide_panel(4, m, k, a, panel, c + o, n, count);
    else if (count > 2 * VECTOR) wide_panel(3, m, k, a, panel, c + o, n, count);
    else if (count > VECTOR) wide_panel(2, m, k, a, panel, c + o, n, count);
    else wide_panel(1, m, k, a, panel, c + o, n, count);
  }
}

int dateline_matrix_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *b, const int8_t *packed,
                            int32_t *c) {
  if (!packed) return dateline_library_product(m, n, k, a, b, c);
  if (has_vnni()) wide_product(m, n, k, a, packed, c);
  else panel_product(m, n, k, a, packed, c);
  return 0;
}

#else

size_t dateline_packed_size(size_t n, size_t k) {
  (void)n, (void)k;
  return 0;
}

void dateline_pack(size_t n, size_t k, const int8_t *b, int8_t *packed) { (void)n, (void)k, (void)b, (void)packed; }

int dateline_matrix_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *b, const int8_t *packed,
                            int32_t *c) {
  (void)packed;
  return dateline_library_product(m, n, k, a, b, c);
}

#endif
