/// The widths of text as they are built in, so that pictures are the same on every machine and need no fonts loaded.
#pragma once
#include <graphviz/gvc.h>

/// How wide a text in UTF-8 is in points.
double dateline_graphviz_text_width(const char *text, double size, int is_bold);
/// A context that measures text with these widths, whatever typefaces are installed; NULL where it cannot be made.
///
/// It loads no library of fonts, which takes most of the time of a small picture, and so draws no pixels and no PDF.
GVC_t *dateline_graphviz_context_with_text_widths(void);
