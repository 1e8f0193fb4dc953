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

#define VNNI __attribute__((target("avx512f,avx512vnni")))
#define SHORT_VNNI __attribute__((target("avx2,avxvnni")))

enum { VECTOR = 16, PANEL = 64, SHORT_VECTOR = 8, SHORT_PANEL = 16 };

/// Whether the processor multiplies and adds four products of 8 × 8 bits exactly, sixteen sums at a time.
static int has_vnni(void) { return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni"); }

/// The same, eight sums at a time.
static int has_short_vnni(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("avxvnni"); }

size_t dateline_packed_size(size_t n, size_t k) {
  if (has_vnni() || has_short_vnni()) return k % 4 == 0 ? (n + VECTOR - 1) / VECTOR * VECTOR * k : 0;
  return dateline_grouped_size(n, k);
}

/// Orders B by panels of some outputs.
static void pack_panels(size_t panel, size_t n, size_t k, const int8_t *b, int8_t *packed) {
  const size_t padded = (n + VECTOR - 1) / VECTOR * VECTOR;
  for (size_t first = 0; first < padded; first += panel) {
    const size_t end = first + panel < padded ? first + panel : padded;
    for (size_t i = 0; i < k; i += 4) {
      for (size_t o = first; o < end; o++, packed += 4) {
        if (o < n) memcpy(packed, b + o * k + i, 4);
        else memset(packed, 0, 4);
      }
    }
  }
}

void dateline_pack(size_t n, size_t k, const int8_t *b, int8_t *packed) {
  if (has_vnni()) pack_panels(PANEL, n, k, b, packed);
  else if (has_short_vnni()) pack_panels(SHORT_PANEL, n, k, b, packed);
  else dateline_grouped_pack(n, k, b, packed);
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
  for (size_t o = 0; o < n; o += PANEL) {
    const size_t count = n - o;
    const int8_t *panel = packed + o * k;
    if (count > 3 * VECTOR) wide_panel(4, m, k, a, panel, c + o, n, count);
    else if (count > 2 * VECTOR) wide_panel(3, m, k, a, panel, c + o, n, count);
    else if (count > VECTOR) wide_panel(2, m, k, a, panel, c + o, n, count);
    else wide_panel(1, m, k, a, panel, c + o, n, count);
  }
}

/// The products of some rows, a constant number, with a panel of sixteen outputs of which `count` are wanted.
SHORT_VNNI static inline __attribute__((always_inline)) void short_tile(const size_t rows, size_t k, const uint8_t *a,
                                                                        const int8_t *panel, int32_t *c, size_t stride,
                                                                        size_t count) {
  __m256i sums[6][2];
#pragma clang loop unroll(full)
  for (size_t r = 0; r < rows; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
  for (size_t i = 0; i < k; i += 4, panel += 4 * SHORT_PANEL) {
    const __m256i *weights = (const __m256i *)(const void *)panel;
    const __m256i low = _mm256_load_si256(weights), high = _mm256_load_si256(weights + 1);
#pragma clang loop unroll(full)
    for (size_t r = 0; r < rows; r++) {
      int32_t word;
      memcpy(&word, a + r * k + i, sizeof word);
      const __m256i x = _mm256_set1_epi32(word);
      sums[r][0] = _mm256_dpbusd_avx_epi32(sums[r][0], x, low);
      sums[r][1] = _mm256_dpbusd_avx_epi32(sums[r][1], x, high);
    }
  }
#pragma clang loop unroll(full)
  for (size_t r = 0; r < rows; r++) {
    int32_t all[SHORT_PANEL];
    int32_t *to = count < SHORT_PANEL ? all : c + r * stride;
    _mm256_storeu_si256((__m256i *)(void *)to, sums[r][0]);
    _mm256_storeu_si256((__m256i *)(void *)(to + SHORT_VECTOR), sums[r][1]);
    if (count < SHORT_PANEL) memcpy(c + r * stride, all, count * sizeof *c);
  }
}

SHORT_VNNI static void short_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *packed, int32_t *c) {
  for (size_t o = 0; o < n; o += SHORT_PANEL) {
    const int8_t *panel = packed + o * k;
    size_t row = 0;
    for (; row + 6 <= m; row += 6) short_tile(6, k, a + row * k, panel, c + row * n + o, n, n - o);
    for (; row + 2 <= m; row += 2) short_tile(2, k, a + row * k, panel, c + row * n + o, n, n - o);
    if (row < m) short_tile(1, k, a + row * k, panel, c + row * n + o, n, n - o);
  }
}

int dateline_matrix_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *b, const int8_t *packed,
                            int32_t *c) {
  if (!packed) return dateline_library_product(m, n, k, a, b, c);
  if (has_vnni()) wide_product(m, n, k, a, packed, c);
  else if (has_short_vnni()) short_product(m, n, k, a, packed, c);
  else dateline_grouped_product(m, n, k, a, packed, c);
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
