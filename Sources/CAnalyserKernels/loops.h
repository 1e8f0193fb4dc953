// The loops, included once for every set of instructions: NAMED(x) is x with the name of the set.
// Vectors of eight floats become what the processor has.

#pragma clang fp contract(fast)

INLINE Floats NAMED(load)(const float *p) { return *(const LooseFloats *)p; }
INLINE void NAMED(store)(float *p, Floats x) { *(LooseFloats *)p = x; }
INLINE Floats NAMED(load_sums)(const int32_t *p) { return __builtin_convertvector(*(const LooseInts *)p, Floats); }
INLINE Floats NAMED(all)(float x) { return (Floats){x, x, x, x, x, x, x, x}; }

INLINE float NAMED(sum)(Floats x) {
  return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
}

INLINE float NAMED(least)(Floats x) {
  x = __builtin_elementwise_min(x, __builtin_shufflevector(x, x, 4, 5, 6, 7, 0, 1, 2, 3));
  x = __builtin_elementwise_min(x, __builtin_shufflevector(x, x, 2, 3, 0, 1, 6, 7, 4, 5));
  return x[0] < x[1] ? x[0] : x[1];
}

INLINE float NAMED(most)(Floats x) {
  x = __builtin_elementwise_max(x, __builtin_shufflevector(x, x, 4, 5, 6, 7, 0, 1, 2, 3));
  x = __builtin_elementwise_max(x, __builtin_shufflevector(x, x, 2, 3, 0, 1, 6, 7, 4, 5));
  return x[0] > x[1] ? x[0] : x[1];
}

/// e^x for x within -87 … 87 (others are taken to that), relative error about 1e-7.
INLINE Floats NAMED(exponential)(Floats x) {
  x = __builtin_elementwise_min(__builtin_elementwise_max(x, NAMED(all)(-87.0f)), NAMED(all)(87.0f));
  const Floats magic = NAMED(all)(12582912.0f);  // 1.5 · 2^23: adding it rounds to a whole number
  Floats shifted = x * 1.44269504f + magic;
  Floats whole = shifted - magic;
  Floats rest = x - whole * 0.693359375f;
  rest = rest + whole * 2.12194440e-4f;
  Floats p = rest * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * rest + 8.3334519073e-3f;
  p = p * rest + 4.1665795894e-2f;
  p = p * rest + 1.6666665459e-1f;
  p = p * rest + 5.0000001201e-1f;
  p = p * rest * rest + rest + 1.0f;
  Ints power = (((Ints)shifted) << 23) + (Ints)p;
  return (Floats)power;
}

/// gelu with tanh, as x · sigmoid(2 √(2/π) (x + 0.044715 x³)).
INLINE Floats NAMED(gelu)(Floats x) {
  Floats inner = x * (x * x * -0.0713548163f - 1.5957691216f);
  return x / (NAMED(exponential)(inner) + 1.0f);
}

INLINE void NAMED(quantise_row)(size_t columns, const float *x, uint8_t *q, float *range) {
  Floats low = NAMED(load)(x), high = low;
  for (size_t i = 8; i < columns; i += 8) {
    Floats v = NAMED(load)(x + i);
    low = __builtin_elementwise_min(low, v);
    high = __builtin_elementwise_max(high, v);
  }
  float least = NAMED(least)(low), most = NAMED(most)(high);
  float step = (most - least) / 127.0f;
  float inverse = step > 1e-30f ? 1.0f / step : 0.0f;
  range[0] = least;
  range[1] = step;
  float start = 0.5f - least * inverse;
  for (size_t i = 0; i < columns; i += 8) {
    Ints whole = __builtin_convertvector(NAMED(load)(x + i) * inverse + start, Ints);
    *(LooseBytes *)(q + i) = __builtin_convertvector(whole, Bytes);
  }
}

static void NAMED(offsets)(size_t rows, size_t columns, const int8_t *weight, const float *scale, float *offset) {
  for (size_t o = 0; o < rows; o++) {
    int32_t total = 0;
    for (size_t i = 0; i < columns; i++) total += weight[o * columns + i];
    offset[o] = scale[o] * (float)total;
  }
}

INLINE void NAMED(normalise)(size_t columns, float *x, const struct dateline_norm *norm) {
  Floats total = NAMED(all)(0), squares = total;
  for (size_t i = 0; i < columns; i += 8) total += NAMED(load)(x + i);
  float mean = NAMED(sum)(total) / (float)columns;
  for (size_t i = 0; i < columns; i += 8) {
    Floats v = NAMED(load)(x + i) - mean;
    squares += v * v;
  }
  float factor = 1.0f / __builtin_sqrtf(NAMED(sum)(squares) / (float)columns + norm->epsilon);
  for (size_t i = 0; i < columns; i += 8) {
    Floats v = (NAMED(load)(x + i) - mean) * factor;
    NAMED(store)(x + i, v * NAMED(load)(norm->gain + i) + NAMED(load)(norm->bias + i));
  }
}

static void NAMED(embed)(size_t columns, const int8_t *word, float word_scale, const float *position,
                         const float *shape, const struct dateline_norm *norm, float *out) {
  for (size_t i = 0; i < columns; i++) out[i] = (float)word[i] * word_scale + position[i];
  NAMED(normalise)(columns, out, norm);
  for (size_t i = 0; i < columns; i += 8) NAMED(store)(out + i, NAMED(load)(out + i) + NAMED(load)(shape + i));
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
  size_t whole = columns & ~(size_t)7;
  for (size_t r = 0; r < rows; r++) {
    const int32_t *row = sums + r * columns;
    float *to = out + r * columns;
    Floats low = NAMED(all)(range[2 * r]), step = NAMED(all)(range[2 * r + 1]);
    for (size_t i = 0; i < whole; i += 8) NAMED(store)(to + i, NAMED(number)(row, low, step, affine, i));
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
    for (size_t i = 0; i < columns; i += 8)
      NAMED(store)(out + r * columns + i, NAMED(gelu)(NAMED(number)(sums + r * columns, low, step, affine, i)));
  }
}

static void NAMED(gelu_quantise)(size_t rows, size_t columns, const int32_t *sums, float *range,
                                 const struct dateline_affine *affine, uint8_t *q) {
  float row[2048];
  for (size_t r = 0; r < rows; r++) {
    NAMED(dequantise_gelu)(1, columns, sums + r * columns, range + 2 * r, affine, row);
    NAMED(quantise_row)(columns, row, q + r * columns, range + 2 * r);
  }
}

static void NAMED(add_norm_quantise)(size_t rows, size_t columns, const int32_t *sums, float *range,
                                     const struct dateline_affine *affine, const struct dateline_norm *norm, float *x,
                                     uint8_t *q) {
  for (size_t r = 0; r < rows; r++) {
    float *row = x + r * columns;
    Floats low = NAMED(all)(range[2 * r]), step = NAMED(all)(range[2 * r + 1]);
    for (size_t i = 0; i < columns; i += 8)
      NAMED(store)(row + i, NAMED(load)(row + i) + NAMED(number)(sums + r * columns, low, step, affine, i));
    NAMED(normalise)(columns, row, norm);
    NAMED(quantise_row)(columns, row, q + r * columns, range + 2 * r);
  }
}

/// The softmax of a row whose length is divisible by 8.
INLINE void NAMED(softmax)(size_t columns, float *x) {
  Floats high = NAMED(load)(x);
  for (size_t i = 8; i < columns; i += 8) high = __builtin_elementwise_max(high, NAMED(load)(x + i));
  Floats most = NAMED(all)(NAMED(most)(high)), total = NAMED(all)(0);
  for (size_t i = 0; i < columns; i += 8) {
    Floats e = NAMED(exponential)(NAMED(load)(x + i) - most);
    NAMED(store)(x + i, e);
    total += e;
  }
  Floats factor = NAMED(all)(1.0f / NAMED(sum)(total));
  for (size_t i = 0; i < columns; i += 8) NAMED(store)(x + i, NAMED(load)(x + i) * factor);
}

/// The weighted sums of the values of one head for two rows of attention.
INLINE void NAMED(weighted_values)(size_t length, const float *first, const float *second, const float *values,
                                   size_t stride, float *out, float *next) {
  Floats a[4], b[4];
  for (int k = 0; k < 4; k++) a[k] = b[k] = NAMED(all)(0);
  for (size_t j = 0; j < length; j++) {
    Floats x = NAMED(all)(first[j]), y = NAMED(all)(second[j]);
    for (int k = 0; k < 4; k++) {
      Floats value = NAMED(load)(values + j * stride + 8 * k);
      a[k] += x * value;
      b[k] += y * value;
    }
  }
  for (int k = 0; k < 4; k++) {
    NAMED(store)(next + 8 * k, b[k]);
    NAMED(store)(out + 8 * k, a[k]);
  }
}

/// The products of four queries with one or two times eight keys, which lie in columns.
INLINE void NAMED(scores)(const size_t tiles, const float *const *queries, const float *keys, size_t padded,
                          float *out) {
  Floats sum[4][2];
  for (int r = 0; r < 4; r++) sum[r][0] = sum[r][1] = NAMED(all)(0);
  for (size_t d = 0; d < 32; d++) {
    for (size_t t = 0; t < tiles; t++) {
      Floats key = NAMED(load)(keys + d * padded + 8 * t);
      for (int r = 0; r < 4; r++) sum[r][t] += key * queries[r][d];
    }
  }
  for (size_t r = 0; r < 4; r++)
    for (size_t t = 0; t < tiles; t++) NAMED(store)(out + r * padded + 8 * t, sum[r][t]);
}

static void NAMED(attention)(size_t length, size_t heads, const float *qkv, float *out, float *scratch) {
  const size_t padded = (length + 7) & ~(size_t)7, width = heads * 32, stride = 3 * width, last = length - 1;
  float *keys = scratch, *scores = scratch + 32 * padded;
  for (size_t h = 0; h < heads; h++) {
    const float *query = qkv + 32 * h, *key = query + width, *value = key + width;
    for (size_t j = 0; j < length; j++)
      for (size_t d = 0; d < 32; d++) keys[d * padded + j] = key[j * stride + d] * 0.17677669529f;
    for (size_t d = 0; d < 32; d++)
      for (size_t j = length; j < padded; j++) keys[d * padded + j] = 0;
    for (size_t i = 0; i < length; i += 4) {
      // The last row stands in for those that a group of four lacks.
      size_t at[4];
      const float *queries[4];
      for (size_t r = 0; r < 4; r++) at[r] = i + r < last ? i + r : last;
      for (size_t r = 0; r < 4; r++) queries[r] = query + at[r] * stride;
      size_t j = 0;
      for (; j + 16 <= padded; j += 16) NAMED(scores)(2, queries, keys + j, padded, scores + j);
      if (j < padded) NAMED(scores)(1, queries, keys + j, padded, scores + j);
      for (size_t r = 0; r < 4 && i + r < length; r++) {
        for (size_t k = length; k < padded; k++) scores[r * padded + k] = -1e30f;
        NAMED(softmax)(padded, scores + r * padded);
      }
      for (size_t r = 0; r < 4 && i + r < length; r += 2) {
        const float *first = scores + r * padded, *second = i + r < last ? first + padded : first;
        NAMED(weighted_values)(length, first, second, value, stride, out + at[r] * width + 32 * h,
                               out + at[r + 1] * width + 32 * h);
      }
    }
  }
}

static void NAMED(add_scaled)(size_t columns, float weight, const float *x, float *into) {
  for (size_t i = 0; i < columns; i += 8)
    NAMED(store)(into + i, NAMED(load)(into + i) + NAMED(load)(x + i) * weight);
}

static void NAMED(dot_products)(size_t rows, size_t others, size_t columns, const float *a, size_t a_stride,
                                const float *b, size_t b_stride, float *scores) {
  for (size_t i = 0; i < rows; i++) {
    for (size_t j = 0; j < others; j++) {
      const float *x = a + i * a_stride, *y = b + j * b_stride;
      Floats even = NAMED(all)(0), odd = even;
      size_t k = 0;
      for (; k + 16 <= columns; k += 16) {
        even += NAMED(load)(x + k) * NAMED(load)(y + k);
        odd += NAMED(load)(x + k + 8) * NAMED(load)(y + k + 8);
      }
      for (; k < columns; k += 8) even += NAMED(load)(x + k) * NAMED(load)(y + k);
      scores[i * others + j] = NAMED(sum)(even + odd);
    }
  }
}

static void NAMED(bilinear)(size_t labels, size_t width, const int32_t *sums, const float *range,
                            const struct dateline_affine *affine, const float *head, float *scores) {
  Floats low = NAMED(all)(range[0]), step = NAMED(all)(range[1]);
  for (size_t l = 0; l < labels; l++) {
    Floats total = NAMED(all)(0);
    for (size_t j = 0; j < width; j += 8)
      total += NAMED(number)(sums, low, step, affine, l * width + j) * NAMED(load)(head + j);
    scores[l] += NAMED(sum)(total);
  }
}
