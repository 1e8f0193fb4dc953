#define _GNU_SOURCE
#include "CGraphviz.h"

#include <stdio.h>
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

Agraph_t *dateline_graphviz_subgraph(Agraph_t *graph, const char *name) { return agsubg(graph, (char *)name, 1); }

void dateline_graphviz_add(Agraph_t *subgraph, Agnode_t *node) { agsubnode(subgraph, node, 1); }

int dateline_graphviz_layout(GVC_t *context, Agraph_t *graph, const char *engine) {
  return gvLayout(context, graph, engine);
}

void dateline_graphviz_size(Agraph_t *graph, double *width, double *height) {
  boxf box = GD_bb(graph);
  *width = box.UR.x - box.LL.x;
  *height = box.UR.y - box.LL.y;
}

void dateline_graphviz_attach(Agraph_t *graph) { attach_attrs(graph); }

const char *dateline_graphviz_get(void *object, const char *name) { return agget(object, (char *)name); }

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

char *dateline_graphviz_write(Agraph_t *graph, size_t *length) {
  char *bytes = NULL;
  FILE *file = open_memstream(&bytes, length);
  if (!file) return NULL;
  int status = agwrite(graph, file);
  if (fclose(file) != 0 || status != 0) {
    free(bytes);
    return NULL;
  }
  return bytes;
}

void dateline_graphviz_free_layout(GVC_t *context, Agraph_t *graph) { gvFreeLayout(context, graph); }

void dateline_graphviz_close(Agraph_t *graph) { agclose(graph); }
