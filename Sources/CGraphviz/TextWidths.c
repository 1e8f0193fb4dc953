#include "LiberationSansWidths.h"
#include "TextWidths.h"

#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>
#include <stddef.h>

enum { units = 2048, unknown = 1229, wide = 2048 };
/// The height of a line, in sizes of its text.
static const double line = 1.17;
/// How far the middle of small letters stands above the base line, less what Graphviz assumes.
static const double middle = 0.08;

/// The next Unicode scalar of UTF-8, past which the text is moved; a byte that is none stands for itself.
static unsigned next_scalar(const unsigned char **text) {
  unsigned first = *(*text)++;
  unsigned more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  unsigned scalar = more == 3 ? first & 0x07 : more == 2 ? first & 0x0F : more == 1 ? first & 0x1F : first;
  while (more-- > 0 && (**text & 0xC0) == 0x80) scalar = scalar << 6 | (*(*text)++ & 0x3F);
  return scalar;
}

static unsigned width_of(unsigned scalar, const unsigned short *widths) {
  for (size_t i = 0; i < sizeof stretches / sizeof *stretches; i++) {
    if (scalar < stretches[i].first || scalar > stretches[i].last) continue;
    unsigned width = widths[stretches[i].start + scalar - stretches[i].first];
    return width ? width : unknown;
  }
  // Marks that stand on the letter before them, and what is written in full squares.
  if (scalar >= 0x300 && scalar <= 0x36F) return 0;
  return scalar >= 0x2E80 ? wide : unknown;
}

double dateline_graphviz_text_width(const char *text, double size, int is_bold) {
  const unsigned char *rest = (const unsigned char *)text;
  double width = 0;
  while (*rest) width += width_of(next_scalar(&rest), is_bold ? bold_widths : regular_widths);
  return width * size / units;
}

/// What the function answers, which versions of Graphviz call differently.
typedef __typeof__(((gvtextlayout_engine_t *)NULL)->textlayout(NULL, NULL)) answer;

static answer lay_out(textspan_t *span, char **font_path) {
  (void)font_path;
  double size = span->font->size;
  span->layout = NULL;
  span->free_layout = NULL;
  span->size.x = dateline_graphviz_text_width(span->str, size, (span->font->flags & HTML_BF) != 0);
  span->size.y = size * line;
  span->yoffset_layout = 0;
  span->yoffset_centerline = size * middle;
  return 1;
}

static gvtextlayout_engine_t engine = {lay_out};
/// Better than what any installed plugin says of itself.
enum { quality = 1000 };
static gvplugin_installed_t types[] = {{0, "textlayout", quality, &engine, NULL}, {0, NULL, 0, NULL, NULL}};
static gvplugin_api_t apis[] = {{API_textlayout, types}, {(api_t)0, NULL}};
static gvplugin_library_t library = {"dateline", apis};


/// Graphviz chooses what measures text while it makes a context, and knows a library by the end of its name.
static const lt_symlist_t built_in[] = {{"gvplugin_dateline_LTX_library", &library}, {NULL, NULL}};

GVC_t *dateline_graphviz_context_with_text_widths(void) { return gvContextPlugins(built_in, 1); }
