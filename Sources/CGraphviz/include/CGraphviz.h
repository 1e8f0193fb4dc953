/// What Swift cannot call of Graphviz itself: macros, mutable globals, variadics, string constness.
///
/// Not safe from two threads at a time, since the library is not: the caller holds one lock around all calls.
#pragma once
#include "TextWidths.h"
#include <graphviz/gvc.h>
#include <stddef.h>

/// What a default or an attribute belongs to.
enum dateline_graphviz_kind { dateline_graphviz_graph, dateline_graphviz_node_kind, dateline_graphviz_edge_kind };

/// A context with the library's plugins; NULL where it cannot be made.
GVC_t *dateline_graphviz_context(void);
/// The version of the linked library, such as "2.43.0".
const char *dateline_graphviz_version(GVC_t *context);

/// Forgets earlier errors, which would make every later call fail, and begins to collect new ones.
void dateline_graphviz_begin(void);
/// The messages since the last begin, as one string; empty where there are none. Valid until the next begin.
const char *dateline_graphviz_messages(void);

/// An empty directed graph in which several edges may join the same nodes.
Agraph_t *dateline_graphviz_open(const char *name);
/// Declares an attribute with its default; needed before it is set.
void dateline_graphviz_declare(Agraph_t *graph, enum dateline_graphviz_kind kind, const char *name, const char *value);
/// Sets an attribute of a graph, node or edge; an HTML-like value is parsed as Graphviz's label language.
void dateline_graphviz_set(Agraph_t *graph, void *object, const char *name, const char *value, int is_html);
/// Makes a node, or finds the one of that name.
Agnode_t *dateline_graphviz_node(Agraph_t *graph, const char *name);
/// Makes an edge with a key of its own.
Agedge_t *dateline_graphviz_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head, const char *key);

/// Lays a graph out; 0 where it succeeds.
int dateline_graphviz_layout(GVC_t *context, Agraph_t *graph, const char *engine);
/// What something takes up, in points, with y upwards.
typedef struct {
  double left, bottom, right, top;
} dateline_graphviz_box;
/// Where a layout put a node, with its outline.
dateline_graphviz_box dateline_graphviz_node_box(Agnode_t *node);
/// What an edge that is laid out and its label take up at most; 0 where it has no course.
int dateline_graphviz_edge_box(Agedge_t *edge, dateline_graphviz_box *box);
/// Puts the middle of a node that is laid out elsewhere.
void dateline_graphviz_move_node(Agnode_t *node, double x, double y);
/// Moves the course and the label of an edge, after turning them upside down about y = 0 where asked.
void dateline_graphviz_move_edge(Agedge_t *edge, double x, double y, int is_mirrored);
/// Moves the label of an edge that is laid out off its course, up or down, whichever is nearer.
void dateline_graphviz_part_label(Agedge_t *edge);
/// Sets the size of a graph whose parts were moved; its lower left is at the origin.
void dateline_graphviz_resize(Agraph_t *graph, double width, double height);
/// Renders a graph that is laid out; 0 where it succeeds. The bytes are freed with dateline_graphviz_free.
int dateline_graphviz_render(GVC_t *context, Agraph_t *graph, const char *format, char **bytes, size_t *length);
void dateline_graphviz_free(char *bytes);
/// Frees what a layout holds.
void dateline_graphviz_free_layout(GVC_t *context, Agraph_t *graph);
/// Frees a graph.
void dateline_graphviz_close(Agraph_t *graph);
