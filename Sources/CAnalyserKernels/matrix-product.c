#include "CAnalyserKernels.h"

#include <dlfcn.h>
#include <oneapi/dnnl/dnnl.h>

typedef void (*set_threads)(int);

void dateline_use_one_thread(void) {
  // The library runs on OpenMP where it was built so; the number of threads is a property of the calling thread.
  set_threads set = (set_threads)dlsym(RTLD_DEFAULT, "omp_set_num_threads");
  if (set) set(1);
}

int dateline_matrix_product(size_t m, size_t n, size_t k, const uint8_t *a, uint8_t a_zero, const int8_t *b,
                            int32_t *c) {
  const int32_t no_offset = 0;
  return dnnl_gemm_u8s8s32('N', 'T', 'F', (dnnl_dim_t)m, (dnnl_dim_t)n, (dnnl_dim_t)k, 1.0f, a, (dnnl_dim_t)k, a_zero,
                           b, (dnnl_dim_t)k, 0, 0.0f, c, (dnnl_dim_t)n, &no_offset);
}
