#include "CAnalyserKernels.h"

#include <oneapi/dnnl/dnnl.h>

int dateline_matrix_product(size_t m, size_t n, size_t k, const uint8_t *a, uint8_t a_zero, const int8_t *b,
                            int32_t *c) {
  const int32_t no_offset = 0;
  return dnnl_gemm_u8s8s32('N', 'T', 'F', (dnnl_dim_t)m, (dnnl_dim_t)n, (dnnl_dim_t)k, 1.0f, a, (dnnl_dim_t)k, a_zero,
                           b, (dnnl_dim_t)k, 0, 0.0f, c, (dnnl_dim_t)n, &no_offset);
}
