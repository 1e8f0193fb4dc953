// The loops, included once for every set of instructions: NAMED(x) is x with the name of the set.
// LANES floats, 8 or 16, are a vector.

#pragma clang fp contract(fast)

#define Floats NAMED(Floats)
#define Ints NAMED(Ints)
#define Bytes NAMED(Bytes)
#define LooseFloats NAMED(LooseFloats)
#define LooseInts NAMED(LooseInts)
#define LooseBytes NAMED(LooseBytes)

typedef float Floats __attribute__((vector_size(4 * LANES)));
typedef int32_t Ints __attribute__((vector_size(4 * LANES)));
typedef uint8_t Bytes __attribute__((vector_size(LANES)));
typedef float LooseFloats __attribute__((vector_size(4 * LANES), aligned(4), may_alias));
typedef int32_t LooseInts __attribute__((vector_size(4 * LANES), aligned(4), may_alias));
typedef uint8_t LooseBytes __attribute__((vector_size(LANES), aligned(1), may_alias));

INLINE Floats NAMED(load)(const float *p) { return *(const LooseFloats *)p; }
INLINE void NAMED(store)(float *p, Floats x) { *(LooseFloats *)p = x; }
INLINE Floats NAMED(load_sums)(const int32_t *p) { return __builtin_convertvector(*(const LooseInts *)p, Floats); }
INLINE Floats NAMED(all)(float x) { return x - (Floats){}; }

/// One instruction each, unlike the functions that care for what is no number.
INLINE Floats NAMED(lesser)(Floats x, Floats y) {
  Ints isLess = x < y;
  return (Floats)((isLess & (Ints)x) | (~isLess & (Ints)y));
}
INLINE Floats NAMED(greater)(Floats x, Floats y) {
  Ints isGreater = x > y;
  return (Floats)((isGreater & (Ints)x) | (~isGreater & (Ints)y));
}

#if LANES == 16
#define FOLDED(operation, x) \
  operation(__builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7), \
            __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15))
#else
#define FOLDED(operation, x) (x)
#endif
#define ADDED(x, y) ((x) + (y))

INLINE float NAMED(sum)(Floats all) {
  EightFloats x = FOLDED(ADDED, all);
  return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
}

/// A row is added up in sixteen places, in one vector or in two: the same sums, and few additions that wait for others.
enum { NAMED(chains) = 16 / LANES };
#define CHAINS NAMED(chains)

INLINE float NAMED(sum_of_chains)(const Floats *chains) {
  return NAMED(sum)(CHAINS == 2 ? chains[0] + chains[CHAINS - 1] : chains[0]);
}

INLINE float NAMED(least)(Floats all) {
  EightFloats x = FOLDED(__builtin_elementwise_min, all);
  x = __builtin_elementwise_min(x, __builtin_shufflevector(x, x, 4, 5, 6, 7, 0, 1, 2, 3));
  x = __builtin_elementwise_min(x, __builtin_shufflevector(x, x, 2, 3, 0, 1, 6, 7, 4, 5));
  return x[0] < x[1] ? x[0] : x[1];
}

INLINE float NAMED(most)(Floats all) {
  EightFloats x = FOLDED(__builtin_elementwise_max, all);
  x = __builtin_elementwise_max(x, __builtin_shufflevector(x, x, 4, 5, 6, 7, 0, 1, 2, 3));
  x = __builtin_elementwise_max(x, __builtin_shufflevector(x, x, 2, 3, 0, 1, 6, 7, 4, 5));
  return x[0] > x[1] ? x[0] : x[1];
}

/// e^x as 2^whole · 2^rest, relative error below 1e-5; x outside -87 … 87 is taken to that, or gives 0 and infinity.
INLINE Floats NAMED(exponential)(Floats x) {
#if LANES != 16
  x = __builtin_elementwise_min(__builtin_elementwise_max(x, NAMED(all)(-87.0f)), NAMED(all)(87.0f));
#endif
  const Floats magic = NAMED(all)(12582912.0f);  // 1.5 · 2^23: adding it rounds to a whole number
  x *= 1.44269504f;
  Floats shifted = x + magic;
  Floats whole = shifted - magic;
  Floats rest = x - whole;
  Floats p = rest * 1.3390863314e-3f + 9.6760317683e-3f;
  p = p * rest + 5.5503569543e-2f;
  p = p * rest + 2.4022106826e-1f;
  p = p * rest + 6.9314718246e-1f;
  p = p * rest + 1.0f;
#if LANES == 16
  return (Floats)_mm512_scalef_ps((__m512)p, (__m512)whole);
#else
  Ints power = (((Ints)shifted) << 23) + (Ints)p;
  return (Floats)power;
#endif
}

/// x / y for y from 1 up to infinity.
INLINE Floats NAMED(quotient)(Floats x, Floats y) {
#if LANES == 16
  Floats rough = (Floats)_mm512_rcp14_ps((__m512)y);
  return x * (rough * (2.0f - __builtin_elementwise_min(y, NAMED(all)(3e38f)) * rough));
#else
  return x / y;
#endif
}

/// gelu with tanh, as x · sigmoid(2 √(2/π) (x + 0.044715 x³)).
INLINE Floats NAMED(gelu)(Floats x) {
  Floats inner = x * (x * x * -0.0713548163f - 1.5957691216f);
  return NAMED(quotient)(x, NAMED(exponential)(inner) + 1.0f);
}

/// The least and greatest numbers of a row, in each place of a vector.
#define Extremes NAMED(Extremes)
typedef struct {
  Floats low, high;
} Extremes;

INLINE Extremes NAMED(nothing_yet)(void) { return (Extremes){NAMED(all)(3e38f), NAMED(all)(-3e38f)}; }

INLINE void NAMED(widen)(Extremes *extremes, Floats x) {
  extremes->low = NAMED(lesser)(x, extremes->low);
  extremes->high = NAMED(greater)(x, extremes->high);
}

INLINE void NAMED(store_bytes)(uint8_t *q, Ints x) { *(LooseBytes *)q = __builtin_convertvector(x, Bytes); }

/// Numbers of a row whose extremes are known as 7-bit numbers.
INLINE void NAMED(quantise_between)(Extremes extremes, size_t columns, const float *x, uint8_t *q, float *range) {
  float least = NAMED(least)(extremes.low), most = NAMED(most)(extremes.high);
  float step = (most - least) / 127.0f;
  float inverse = step > 1e-30f ? 1.0f / step : 0.0f;
  range[0] = least;
  range[1] = step;
  float start = 0.5f - least * inverse;
#define WHOLE(i) __builtin_convertvector(NAMED(load)(x + (i)) * inverse + start, Ints)
  size_t i = 0;
#if defined(STORE_BYTES_OF_FOUR)
  for (; i + 4 * LANES <= columns; i += 4 * LANES)
    STORE_BYTES_OF_FOUR(q + i, WHOLE(i), WHOLE(i + LANES), WHOLE(i + 2 * LANES), WHOLE(i + 3 * LANES));
#endif
  for (; i < columns; i += LANES) NAMED(store_bytes)(q + i, WHOLE(i));
#undef WHOLE
}

INLINE void NAMED(quantise_row)(size_t columns, const float *x, uint8_t *q, float *range) {
  Extremes extremes = NAMED(nothing_yet)();
  for (size_t i = 0; i < columns; i += LANES) NAMED(widen)(&extremes, NAMED(load)(x + i));
  NAMED(quantise_between)(extremes, columns, x, q, range);
}

static void NAMED(offsets)(size_t rows, size_t columns, const int8_t *weight, const float *scale, float *offset) {
  for (size_t o = 0; o < rows; o++) {
    int32_t total = 0;
    for (size_t i = 0; i < columns; i++) total += weight[o * columns + i];
    offset[o] = scale[o] * (float)total;
  }
}

/// Normalises a row whose sum is known, a multiple of 16 numbers.
INLINE Extremes NAMED(normalise)(size_t columns, float *x, float total, const struct dateline_norm *norm) {
  Floats squares[CHAINS] = {};
  float mean = total / (float)columns;
  for (size_t i = 0; i < columns; i += 16) {
    for (size_t c = 0; c < CHAINS; c++) {
      Floats v = NAMED(load)(x + i + LANES * c) - mean;
      squares[c] += v * v;
    }
  }
  float factor = 1.0f / __builtin_sqrtf(NAMED(sum_of_chains)(squares) / (float)columns + norm->epsilon);
  Extremes extremes = NAMED(nothing_yet)();
  for (size_t i = 0; i < columns; i += LANES) {
    Floats v = (NAMED(load)(x + i) - mean) * factor;
    v = v * NAMED(load)(norm->gain + i) + NAMED(load)(norm->bias + i);
    NAMED(store)(x + i, v);
    NAMED(widen)(&extremes, v);
  }
  return extremes;
}

static void NAMED(embed)(size_t columns, const int8_t *word, float word_scale, const float *position,
                         const float *shape, const struct dateline_norm *norm, float *out) {
  Floats totals[CHAINS] = {};
  for (size_t i = 0; i < columns; i++) out[i] = (float)word[i] * word_scale + position[i];
  for (size_t i = 0; i < columns; i += 16)
    for (size_t c = 0; c < CHAINS; c++) totals[c] += NAMED(load)(out + i + LANES * c);
  NAMED(normalise)(columns, out, NAMED(sum_of_chains)(totals), norm);
  for (size_t i = 0; i < columns; i += LANES) NAMED(store)(out + i, NAMED(load)(out + i) + NAMED(load)(shape + i));
}

static void NAMED(quantise)(size_t rows, size_t columns, const float *x, size_t stride, uint8_t *q, float *range) {
  for (size_t r = 0; r < rows; r++) NAMED(quantise_row)(columns, x + r * stride, q + r * columns, range + 2 * r);
}

INLINE Floats NAMED(number)(const int32_t *sums, Floats low, Floats step, const struct dateline_affine *a, size_t i) {
  Floats rest = low * NAMED(load)(a->offset + i) + NAMED(load)(a->bias + i);
  return NAMED(load_sums)(sums + i) * (step * NAMED(load)(a->scale + i)) + rest;
}

static void NAMED(dequantise)(size_t rows, size_t columns, const int32_t *sums, const float *range,
                              const struct dateline_affine *affine, float *out) {
  size_t whole = columns & ~(size_t)(LANES - 1);
  for (size_t r = 0; r < rows; r++) {
    const int32_t *row = sums + r * columns;
    float *to = out + r * columns;
    Floats low = NAMED(all)(range[2 * r]), step = NAMED(all)(range[2 * r + 1]);
    for (size_t i = 0; i < whole; i += LANES) NAMED(store)(to + i, NAMED(number)(row, low, step, affine, i));
    for (size_t i = whole; i < columns; i++) {
      int32_t sum = row[i];
      float number = (float)sum * (range[2 * r + 1] * affine->scale[i]) + range[2 * r] * affine->offset[i]
                     + affine->bias[i];
      __builtin_memcpy(to + i, &number, sizeof number);
    }
  }
}

static void NAMED(dequantise_gelu)(size_t rows, size_t columns, const int32_t *sums, const float *range,
                                   const struct dateline_affine *affine, float *out) {
  for (size_t r = 0; r < rows; r++) {
    Floats low = NAMED(all)(range[2 * r]), step = NAMED(all)(range[2 * r + 1]);
    for (size_t i = 0; i < columns; i += LANES)
      NAMED(store)(out + r * columns + i, NAMED(gelu)(NAMED(number)(sums + r * columns, low, step, affine, i)));
  }
}

static void NAMED(gelu_quantise)(size_t rows, size_t columns, const int32_t *sums, float *range,
                                 const struct dateline_affine *affine, uint8_t *q) {
  float row[2048];
  for (size_t r = 0; r < rows; r++) {
    Floats low = NAMED(all)(range[2 * r]), step = NAMED(all)(range[2 * r + 1]);
    Extremes extremes = NAMED(nothing_yet)();
    for (size_t i = 0; i < columns; i += LANES) {
      Floats v = NAMED(gelu)(NAMED(number)(sums + r * columns, low, step, affine, i));
      NAMED(store)(row + i, v);
      NAMED(widen)(&extremes, v);
    }
    NAMED(quantise_between)(extremes, columns, row, q + r * columns, range + 2 * r);
  }
}

static void NAMED(add_norm_quantise)(size_t rows, size_t columns, const int32_t *sums, float *range,
                                     const struct dateline_affine *affine, const struct dateline_norm *norm, float *x,
                                     uint8_t *q) {
  for (size_t r = 0; r < rows; r++) {
    float *row = x + r * columns;
    Floats low = NAMED(all)(range[2 * r]), step = NAMED(all)(range[2 * r + 1]), totals[CHAINS] = {};
    for (size_t i = 0; i < columns; i += 16) {
      for (size_t c = 0; c < CHAINS; c++) {
        const size_t at = i + LANES * c;
        Floats v = NAMED(load)(row + at) + NAMED(number)(sums + r * columns, low, step, affine, at);
        NAMED(store)(row + at, v);
        totals[c] += v;
      }
    }
    Extremes extremes = NAMED(normalise)(columns, row, NAMED(sum_of_chains)(totals), norm);
    NAMED(quantise_between)(extremes, columns, row, q + r * columns, range + 2 * r);
  }
}

/// Makes what stands after the first numbers of a vector so small that its share is 0. One store of a vector, since one
/// cannot be loaded at once after stores of its parts.
INLINE void NAMED(leave_first)(size_t count, float *x) {
  Ints isLeft = *(const LooseInts *)places < (int32_t)count;
  Floats small = NAMED(all)(-1e30f);
  *(LooseFloats *)x = (Floats)((isLeft & (Ints)NAMED(load)(x)) | (~isLeft & (Ints)small));
}

/// The softmax of a row whose length is divisible by LANES.
INLINE void NAMED(softmax)(size_t columns, float *x) {
  Floats high = NAMED(load)(x);
  for (size_t i = LANES; i < columns; i += LANES) high = NAMED(greater)(NAMED(load)(x + i), high);
  Floats most = NAMED(all)(NAMED(most)(high)), total = NAMED(all)(0);
  for (size_t i = 0; i < columns; i += LANES) {
    Floats e = NAMED(exponential)(NAMED(load)(x + i) - most);
    NAMED(store)(x + i, e);
    total += e;
  }
  Floats factor = NAMED(all)(1.0f / NAMED(sum)(total));
  for (size_t i = 0; i < columns; i += LANES) NAMED(store)(x + i, NAMED(load)(x + i) * factor);
}

/// The weighted sums of the values of one head for four rows of attention.
INLINE void NAMED(weighted_values)(size_t length, const float *const *weights, const float *values, size_t stride,
                                   float *const *out) {
  enum { PARTS = 32 / LANES, ROWS = 4, GROUP = LANES == 16 ? 4 : 2 };
  for (size_t first = 0; first < ROWS; first += GROUP) {
    Floats sums[GROUP][PARTS];
    for (int r = 0; r < GROUP; r++)
      for (int k = 0; k < PARTS; k++) sums[r][k] = NAMED(all)(0);
    for (size_t j = 0; j < length; j++) {
      for (int k = 0; k < PARTS; k++) {
        Floats value = NAMED(load)(values + j * stride + LANES * k);
        for (int r = 0; r < GROUP; r++) sums[r][k] += value * weights[first + r][j];
      }
    }
    for (int r = 0; r < GROUP; r++)
      for (int k = 0; k < PARTS; k++) NAMED(store)(out[first + r] + LANES * k, sums[r][k]);
  }
}

/// The products of four queries with one or two vectors of keys, which lie in columns.
INLINE void NAMED(scores)(const size_t tiles, const float *const *queries, const float *keys, size_t padded,
                          float *out) {
  Floats sum[4][2];
  for (int r = 0; r < 4; r++) sum[r][0] = sum[r][1] = NAMED(all)(0);
  for (size_t d = 0; d < 32; d++) {
    for (size_t t = 0; t < tiles; t++) {
      Floats key = NAMED(load)(keys + d * padded + LANES * t);
      for (int r = 0; r < 4; r++) sum[r][t] += key * queries[r][d];
    }
  }
  for (size_t r = 0; r < 4; r++)
    for (size_t t = 0; t < tiles; t++) NAMED(store)(out + r * padded + LANES * t, sum[r][t]);
}

/// The keys of one head, scaled, as 32 rows of `padded` numbers; those past the length are 0.
INLINE void NAMED(keys_in_columns)(size_t length, const float *key, size_t stride, float *keys, size_t padded) {
  const FourFloats none = {};
  for (size_t j = 0; j < padded; j += 4) {
    for (size_t d = 0; d < 32; d += 4) {
      FourFloats row[4];
      for (size_t r = 0; r < 4; r++)
        row[r] = j + r < length ? *(const LooseFourFloats *)(key + (j + r) * stride + d) * 0.17677669529f : none;
      FourFloats a = __builtin_shufflevector(row[0], row[1], 0, 4, 1, 5);
      FourFloats b = __builtin_shufflevector(row[2], row[3], 0, 4, 1, 5);
      FourFloats c = __builtin_shufflevector(row[0], row[1], 2, 6, 3, 7);
      FourFloats e = __builtin_shufflevector(row[2], row[3], 2, 6, 3, 7);
      *(LooseFourFloats *)(keys + d * padded + j) = __builtin_shufflevector(a, b, 0, 1, 4, 5);
      *(LooseFourFloats *)(keys + (d + 1) * padded + j) = __builtin_shufflevector(a, b, 2, 3, 6, 7);
      *(LooseFourFloats *)(keys + (d + 2) * padded + j) = __builtin_shufflevector(c, e, 0, 1, 4, 5);
      *(LooseFourFloats *)(keys + (d + 3) * padded + j) = __builtin_shufflevector(c, e, 2, 3, 6, 7);
    }
  }
}

static void NAMED(attention)(size_t length, size_t heads, const float *qkv, float *out, float *scratch) {
  const size_t padded = (length + LANES - 1) & ~(size_t)(LANES - 1), width = heads * 32, stride = 3 * width, last = length - 1;
  float *keys = scratch, *scores = scratch + 32 * padded;
  for (size_t h = 0; h < heads; h++) {
    const float *query = qkv + 32 * h, *key = query + width, *value = key + width;
    NAMED(keys_in_columns)(length, key, stride, keys, padded);
    for (size_t i = 0; i < length; i += 4) {
      // The last row stands in for those that a group of four lacks.
      size_t at[4];
      const float *queries[4];
      for (size_t r = 0; r < 4; r++) at[r] = i + r < last ? i + r : last;
      for (size_t r = 0; r < 4; r++) queries[r] = query + at[r] * stride;
      size_t j = 0;
      for (; j + 2 * LANES <= padded; j += 2 * LANES) NAMED(scores)(2, queries, keys + j, padded, scores + j);
      if (j < padded) NAMED(scores)(1, queries, keys + j, padded, scores + j);
      for (size_t r = 0; r < 4 && i + r < length; r++) {
        if (length < padded) NAMED(leave_first)(length + LANES - padded, scores + r * padded + padded - LANES);
        NAMED(softmax)(padded, scores + r * padded);
      }
      const float *weights[4];
      float *mixed[4];
      for (size_t r = 0; r < 4; r++) {
        weights[r] = scores + (at[r] - i) * padded;
        mixed[r] = out + at[r] * width + 32 * h;
      }
      NAMED(weighted_values)(length, weights, value, stride, mixed);
    }
  }
}

static void NAMED(add_scaled)(size_t columns, float weight, const float *x, float *into) {
  for (size_t i = 0; i < columns; i += LANES)
    NAMED(store)(into + i, NAMED(load)(into + i) + NAMED(load)(x + i) * weight);
}

static void NAMED(dot_products)(size_t rows, size_t others, size_t columns, const float *a, size_t a_stride,
                                const float *b, size_t b_stride, float *scores) {
  for (size_t i = 0; i < rows; i++) {
    for (size_t j = 0; j < others; j++) {
      const float *x = a + i * a_stride, *y = b + j * b_stride;
      Floats even = NAMED(all)(0), odd = even;
      size_t k = 0;
      for (; k + 2 * LANES <= columns; k += 2 * LANES) {
        even += NAMED(load)(x + k) * NAMED(load)(y + k);
        odd += NAMED(load)(x + k + LANES) * NAMED(load)(y + k + LANES);
      }
      for (; k < columns; k += LANES) even += NAMED(load)(x + k) * NAMED(load)(y + k);
      scores[i * others + j] = NAMED(sum)(even + odd);
    }
  }
}

static void NAMED(bilinear)(size_t labels, size_t width, const int32_t *sums, const float *range,
                            const struct dateline_affine *affine, const float *head, float *scores) {
  Floats low = NAMED(all)(range[0]), step = NAMED(all)(range[1]);
  for (size_t l = 0; l < labels; l++) {
    Floats total = NAMED(all)(0);
    for (size_t j = 0; j < width; j += LANES)
      total += NAMED(number)(sums, low, step, affine, l * width + j) * NAMED(load)(head + j);
    scores[l] += NAMED(sum)(total);
  }
}

#undef Extremes
#undef CHAINS
#undef FOLDED
#undef ADDED
#undef Floats
#undef Ints
#undef Bytes
#undef LooseFloats
#undef LooseInts
#undef LooseBytes
