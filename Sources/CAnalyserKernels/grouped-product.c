#include "CAnalyserKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

// A quad is four columns of the weights of one panel, 16 outputs. Products of 7 × 8 bits are added in 16 bits over a
// group of quads before they are widened: quads that cannot overflow together, whatever the activations are. They need
// not be neighbours, so that nearly all groups have four.

#define AVX2 __attribute__((target("avx2")))
#define INLINE static inline __attribute__((always_inline))

enum { VECTOR = 8, PANEL = 2 * VECTOR, QUAD = 4, QUAD_BYTES = QUAD * PANEL, MOST_QUADS = 4, MOST_COLUMNS = 2048 };

/// The largest sum of weights of one sign whose product with activations of 7 bits fits in 16 bits.
enum { MOST_WEIGHT = 32767 / 127 };

/// Bytes before the weights of a panel: how many groups have one, two … quads, and the columns of their quads.
static size_t header_size(size_t k) { return (sizeof(uint16_t) * (MOST_QUADS + k / QUAD) + 63) / 64 * 64; }

static size_t panel_size(size_t k) { return header_size(k) + PANEL * k; }

size_t dateline_grouped_size(size_t n, size_t k) {
  const int runs = __builtin_cpu_supports("avx2") && k % QUAD == 0 && k <= MOST_COLUMNS;
  return runs ? (n + PANEL - 1) / PANEL * panel_size(k) : 0;
}

/// Sums of weights of quads for each pair of columns of each output: of the positive and of the negative ones.
struct weight_sums {
  __m256i of_sign[4];
};

/// The quads of a panel that are in no group yet, those with the largest sums first.
struct quads {
  size_t count;
  uint16_t columns[MOST_COLUMNS / QUAD];
  struct weight_sums sums[MOST_COLUMNS / QUAD];  // by the number of the quad
};

/// Quads that can be added in 16 bits.
struct group {
  size_t count;
  uint16_t columns[MOST_QUADS];
};

/// Four columns of at most 16 outputs, as they are multiplied.
static void read_quad(size_t outputs, size_t k, const int8_t *b, int8_t *quad) {
  memset(quad, 0, QUAD_BYTES);
  for (size_t o = 0; o < outputs && o < PANEL; o++) memcpy(quad + QUAD * o, b + o * k, QUAD);
}

AVX2 static struct weight_sums sums_of_quad(const int8_t *quad) {
  const __m256i none = _mm256_setzero_si256(), ones = _mm256_set1_epi8(1);
  struct weight_sums sums;
  for (int v = 0; v < 2; v++) {
    const __m256i weights = _mm256_loadu_si256((const __m256i *)(const void *)quad + v);
    sums.of_sign[2 * v] = _mm256_maddubs_epi16(ones, _mm256_max_epi8(weights, none));
    sums.of_sign[2 * v + 1] = _mm256_sub_epi16(none, _mm256_maddubs_epi16(ones, _mm256_min_epi8(weights, none)));
  }
  return sums;
}

AVX2 static size_t largest(const struct weight_sums *sums) {
  int16_t all[4 * 16], largest = 0;
  memcpy(all, sums->of_sign, sizeof all);
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) largest = all[i] > largest ? all[i] : largest;
  return (size_t)largest;
}

/// Adds the sums of a quad where products still fit, and says whether they do.
AVX2 static int add_where_fitting(struct weight_sums *total, const struct weight_sums *quad) {
  struct weight_sums both;
  __m256i most = _mm256_setzero_si256();
  for (int i = 0; i < 4; i++) {
    both.of_sign[i] = _mm256_add_epi16(total->of_sign[i], quad->of_sign[i]);
    most = _mm256_max_epi16(most, both.of_sign[i]);
  }
  const __m256i over = _mm256_cmpgt_epi16(most, _mm256_set1_epi16(MOST_WEIGHT));
  if (!_mm256_testz_si256(over, over)) return 0;
  *total = both;
  return 1;
}

/// Finds the quads of a panel and sorts them.
AVX2 static void find_quads(size_t outputs, size_t k, const int8_t *b, struct quads *quads) {
  uint16_t weights[MOST_COLUMNS / QUAD], starts[2 * 128 + 2] = {0};
  quads->count = k / QUAD;
  for (size_t q = 0; q < quads->count; q++) {
    int8_t quad[QUAD_BYTES];
    read_quad(outputs, k, b + QUAD * q, quad);
    quads->sums[q] = sums_of_quad(quad);
    weights[q] = (uint16_t)(2 * 128 - largest(&quads->sums[q]));
    starts[weights[q] + 1]++;
  }
  for (size_t i = 1; i < sizeof starts / sizeof *starts; i++) starts[i] += starts[i - 1];
  for (size_t q = 0; q < quads->count; q++) quads->columns[starts[weights[q]]++] = (uint16_t)(QUAD * q);
}

/// Takes the first quad that is left and what fits to it. There is one.
AVX2 static struct group take_group(struct quads *quads) {
  struct group group = {1, {quads->columns[0]}};
  struct weight_sums total = quads->sums[quads->columns[0] / QUAD];
  size_t left = 0;
  for (size_t i = 1; i < quads->count; i++) {
    const uint16_t column = quads->columns[i];
    if (group.count < MOST_QUADS && add_where_fitting(&total, &quads->sums[column / QUAD]))
      group.columns[group.count++] = column;
    else quads->columns[left++] = column;
  }
  quads->count = left;
  return group;
}

/// Orders the groups of one panel by their lengths, so that each length has a loop of its own.
static void pack_panel(size_t outputs, size_t k, const int8_t *b, int8_t *packed) {
  uint16_t *counts = (uint16_t *)(void *)packed, *columns = counts + MOST_QUADS;
  int8_t *to = packed + header_size(k);
  struct quads quads;
  struct group groups[MOST_COLUMNS / QUAD];
  size_t count = 0;
  memset(packed, 0, header_size(k));
  find_quads(outputs, k, b, &quads);
  while (quads.count > 0) groups[count++] = take_group(&quads);
  for (size_t length = MOST_QUADS; length > 0; length--) {
    for (size_t g = 0; g < count; g++) {
      if (groups[g].count != length) continue;
      counts[length - 1]++;
      for (size_t q = 0; q < length; q++, to += QUAD_BYTES) {
        *columns++ = groups[g].columns[q];
        read_quad(outputs, k, b + groups[g].columns[q], to);
      }
    }
  }
}

void dateline_grouped_pack(size_t n, size_t k, const int8_t *b, int8_t *packed) {
  for (size_t o = 0; o < n; o += PANEL, packed += panel_size(k)) pack_panel(n - o, k, b + o * k, packed);
}

AVX2 INLINE __m256i four_columns(const uint8_t *a) {
  int32_t word;
  memcpy(&word, a, sizeof word);
  return _mm256_set1_epi32(word);
}

/// What is left of a panel: the columns of its quads and their weights.
struct rest {
  const uint16_t *columns;
  const int8_t *weights;
};

/// The products of some rows with the next groups of one length; the numbers of rows and of quads are constant.
AVX2 INLINE void add_groups(const size_t rows, const size_t quads, size_t groups, size_t k, const uint8_t *a,
                            struct rest *rest, __m256i sums[3][2]) {
  const __m256i ones = _mm256_set1_epi16(1);
  const uint8_t *row[3];
  for (size_t r = 0; r < rows; r++) {
    row[r] = a + r * k;
    // Each row's address in a register: made of the first one's, they cost an instruction a quad.
    __asm__("" : "+r"(row[r]));
  }
  for (const uint16_t *end = rest->columns + groups * quads; rest->columns < end; rest->columns += quads) {
    __m256i narrow[3][2];
#pragma clang loop unroll(full)
    for (size_t q = 0; q < quads; q++, rest->weights += QUAD_BYTES) {
      const size_t column = rest->columns[q];
      const __m256i *pointer = (const __m256i *)(const void *)rest->weights;
      const __m256i weights[2] = {_mm256_load_si256(pointer), _mm256_load_si256(pointer + 1)};
#pragma clang loop unroll(full)
      for (size_t r = 0; r < rows; r++) {
        const __m256i x = four_columns(row[r] + column);
        for (size_t v = 0; v < 2; v++) {
          const __m256i product = _mm256_maddubs_epi16(x, weights[v]);
          narrow[r][v] = q == 0 ? product : _mm256_add_epi16(narrow[r][v], product);
          // Added in this order: in another the sums do not fit in the registers.
          __asm__("" : "+x"(narrow[r][v]));
        }
      }
    }
    for (size_t r = 0; r < rows; r++)
      for (size_t v = 0; v < 2; v++)
        sums[r][v] = _mm256_add_epi32(sums[r][v], _mm256_madd_epi16(narrow[r][v], ones));
  }
}

AVX2 INLINE void store(const __m256i sums[2], int32_t *c, size_t count) {
  int32_t all[PANEL];
  int32_t *to = count < PANEL ? all : c;
  _mm256_storeu_si256((__m256i *)to, sums[0]);
  _mm256_storeu_si256((__m256i *)(to + VECTOR), sums[1]);
  if (count < PANEL) memcpy(c, all, count * sizeof *c);
}

/// The products of some rows, a constant number, with one panel, of which `count` outputs are wanted.
AVX2 INLINE void tile(const size_t rows, size_t k, const uint8_t *a, const int8_t *panel, int32_t *c, size_t stride,
                      size_t count) {
  const uint16_t *counts = (const uint16_t *)(const void *)panel;
  struct rest rest = {counts + MOST_QUADS, panel + header_size(k)};
  __m256i sums[3][2];
  for (size_t r = 0; r < rows; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
#pragma clang loop unroll(full)
  for (size_t quads = MOST_QUADS; quads > 0; quads--) add_groups(rows, quads, counts[quads - 1], k, a, &rest, sums);
  for (size_t r = 0; r < rows; r++) store(sums[r], c + r * stride, count);
}

/// Asks for the share of some rows of all `m` in the `size` bytes that are read when all rows are done.
INLINE void prefetch_share(const int8_t *next, size_t size, size_t row, size_t rows, size_t m) {
  const size_t end = size * (row + rows) / m;
  for (size_t at = size * row / m / 64 * 64; at < end; at += 64) _mm_prefetch((const char *)next + at, _MM_HINT_T0);
}

AVX2 void dateline_grouped_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *packed, int32_t *c) {
  const size_t size = panel_size(k);
  for (size_t o = 0; o < n; o += PANEL, packed += size) {
    const size_t next = o + PANEL < n ? size : 0;
    size_t row = 0;
    for (; row + 3 <= m; row += 3) {
      prefetch_share(packed + next, next, row, 3, m);
      tile(3, k, a + row * k, packed, c + row * n + o, n, n - o);
    }
    if (row + 2 == m) tile(2, k, a + row * k, packed, c + row * n + o, n, n - o);
    else if (row < m) tile(1, k, a + row * k, packed, c + row * n + o, n, n - o);
  }
}

#else

size_t dateline_grouped_size(size_t n, size_t k) {
  (void)n, (void)k;
  return 0;
}

void dateline_grouped_pack(size_t n, size_t k, const int8_t *b, int8_t *packed) {
  (void)n, (void)k, (void)b, (void)packed;
}

void dateline_grouped_product(size_t m, size_t n, size_t k, const uint8_t *a, const int8_t *packed, int32_t *c) {
  (void)m, (void)n, (void)k, (void)a, (void)packed, (void)c;
}

#endif
