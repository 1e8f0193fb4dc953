/// What Swift cannot call of Graphviz itself: macros, mutable globals, variadics.
#pragma once
#include <graphviz/gvc.h>

/// The version string of the linked Graphviz library, such as "2.43.0".
const char *dateline_graphviz_version(GVC_t *context);
