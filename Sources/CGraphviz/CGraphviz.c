#include "CGraphviz.h"

const char *dateline_graphviz_version(GVC_t *context) { return gvcVersion(context); }
