#define _GNU_SOURCE
#include "CGraphviz.h"

#include <stdlib.h>
#include <string.h>

static char messages[4096];
static size_t messages_length;

static int collect(char *piece) {
  size_t length = strlen(piece);
  if (messages_length + length >= sizeof messages) length = sizeof messages - 1 - messages_length;
  memcpy(messages + messages_length, piece, length);
  messages_length += length;
  messages[messages_length] = 0;
  return 0;
}

GVC_t *dateline_graphviz_context(void) { return gvContext(); }

const char *dateline_graphviz_version(GVC_t *context) { return gvcVersion(context); }

void dateline_graphviz_begin(void) {
  agreseterrors();
  agseterrf(collect);
  messages_length = 0;
  messages[0] = 0;
}

const char *dateline_graphviz_messages(void) { return messages; }

Agraph_t *dateline_graphviz_open(const char *name) { return agopen((char *)name, Agdirected, NULL); }

static int kind_of(enum dateline_graphviz_kind kind) {
  switch (kind) {
  case dateline_graphviz_graph: return AGRAPH;
  case dateline_graphviz_node_kind: return AGNODE;
  case dateline_graphviz_edge_kind: return AGEDGE;
  }
  return AGRAPH;
}

void dateline_graphviz_declare(Agraph_t *graph, enum dateline_graphviz_kind kind, const char *name, const char *value) {
  agattr(graph, kind_of(kind), (char *)name, (char *)value);
}

void dateline_graphviz_set(Agraph_t *graph, void *object, const char *name, const char *value, int is_html) {
  if (!is_html) {
    agsafeset(object, (char *)name, (char *)value, "");
    return;
  }
  char *html = agstrdup_html(graph, (char *)value);
  agsafeset(object, (char *)name, html, "");
  agstrfree(graph, html);
}

Agnode_t *dateline_graphviz_node(Agraph_t *graph, const char *name) { return agnode(graph, (char *)name, 1); }

Agedge_t *dateline_graphviz_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head, const char *key) {
  return agedge(graph, tail, head, (char *)key, 1);
}

int dateline_graphviz_layout(GVC_t *context, Agraph_t *graph, const char *engine) {
  return gvLayout(context, graph, engine);
}

static dateline_graphviz_box box_around(pointf middle, double width, double height) {
  dateline_graphviz_box box = {middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2};
  return box;
}

dateline_graphviz_box dateline_graphviz_node_box(Agnode_t *node) {
  return box_around(ND_coord(node), ND_width(node) * 72, ND_height(node) * 72);
}

static void widen(dateline_graphviz_box *box, double left, double bottom, double right, double top) {
  if (left < box->left) box->left = left;
  if (bottom < box->bottom) box->bottom = bottom;
  if (right > box->right) box->right = right;
  if (top > box->top) box->top = top;
}

int dateline_graphviz_edge_box(Agedge_t *edge, dateline_graphviz_box *box) {
  splines *course = ED_spl(edge);
  if (!course || course->size < 1 || course->list[0].size < 1) return 0;
  *box = box_around(course->list[0].list[0], 0, 0);
  for (size_t i = 0; i < (size_t)course->size; i++)
    for (size_t j = 0; j < (size_t)course->list[i].size; j++) {
      pointf point = course->list[i].list[j];
      widen(box, point.x, point.y, point.x, point.y);
    }
  textlabel_t *label = ED_label(edge);
  if (label && label->set) {
    dateline_graphviz_box text = box_around(label->pos, label->dimen.x, label->dimen.y);
    widen(box, text.left, text.bottom, text.right, text.top);
  }
  return 1;
}

void dateline_graphviz_move_node(Agnode_t *node, double x, double y) {
  ND_coord(node).x = x;
  ND_coord(node).y = y;
}

void dateline_graphviz_move_edge(Agedge_t *edge, double x, double y, int is_mirrored) {
  double sign = is_mirrored ? -1 : 1;
#define MOVE(point) ((point).x += x, (point).y = sign * (point).y + y)
  splines *course = ED_spl(edge);
  for (size_t i = 0; course && i < (size_t)course->size; i++) {
    bezier *part = &course->list[i];
    for (size_t j = 0; j < (size_t)part->size; j++) MOVE(part->list[j]);
    if (part->sflag) MOVE(part->sp);
    if (part->eflag) MOVE(part->ep);
  }
  if (ED_label(edge)) MOVE(ED_label(edge)->pos);
#undef MOVE
}

static double between(double a, double b, double c, double d, double t) {
  double s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

void dateline_graphviz_part_label(Agedge_t *edge) {
  enum { steps = 24 };
  // How far letters reach above and below their middle, and how far a label may be moved, in points.
  static const double above = 4.5, below = 4.5, farthest = 7;
  splines *course = ED_spl(edge);
  textlabel_t *label = ED_label(edge);
  if (!course || !label || !label->set) return;
  double low = 0, high = 0;
  int crosses = 0;
  for (size_t i = 0; i < (size_t)course->size; i++)
    for (size_t j = 0; j + 3 < (size_t)course->list[i].size; j += 3)
      for (int step = 0; step <= steps; step++) {
        pointf *p = course->list[i].list + j;
        double t = (double)step / steps;
        double x = between(p[0].x, p[1].x, p[2].x, p[3].x, t), y = between(p[0].y, p[1].y, p[2].y, p[3].y, t);
        if (x < label->pos.x - label->dimen.x / 2 || x > label->pos.x + label->dimen.x / 2) continue;
        if (!crosses || y < low) low = y;
        if (!crosses || y > high) high = y;
        crosses = 1;
      }
  if (!crosses || label->pos.y - below >= high || label->pos.y + above <= low) return;
  double up = high + below - label->pos.y, down = label->pos.y - (low - above);
  if (up <= down && up <= farthest) label->pos.y += up;
  else if (down < up && down <= farthest) label->pos.y -= down;
}

void dateline_graphviz_resize(Agraph_t *graph, double width, double height) {
  boxf box = {{0, 0}, {width, height}};
  GD_bb(graph) = box;
}

int dateline_graphviz_render(GVC_t *context, Agraph_t *graph, const char *format, char **bytes, size_t *length) {
#if defined(GVPLUGIN_VERSION) && GVPLUGIN_VERSION >= 8
  size_t size = 0;
#else
  unsigned int size = 0;
#endif
  char *data = NULL;
  int status = gvRenderData(context, graph, format, &data, &size);
  *bytes = status == 0 ? data : NULL;
  *length = status == 0 ? size : 0;
  return status;
}

void dateline_graphviz_free(char *bytes) { gvFreeRenderData(bytes); }

void dateline_graphviz_free_layout(GVC_t *context, Agraph_t *graph) { gvFreeLayout(context, graph); }

void dateline_graphviz_close(Agraph_t *graph) { agclose(graph); }
