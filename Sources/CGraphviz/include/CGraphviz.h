/// What Swift cannot call of Graphviz itself: macros, mutable globals, variadics, string constness.
///
/// Not safe from two threads at a time, since the library is not: the caller holds one lock around all calls.
#pragma once
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
/// Sets an attribute of a graph, cluster, node or edge; an HTML-like value is parsed as Graphviz's label language.
void dateline_graphviz_set(Agraph_t *graph, void *object, const char *name, const char *value, int is_html);
/// Makes a node, or finds the one of that name.
Agnode_t *dateline_graphviz_node(Agraph_t *graph, const char *name);
/// Makes an edge with a key of its own.
Agedge_t *dateline_graphviz_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head, const char *key);
/// Makes a subgraph, a cluster where its name begins with "cluster".
Agraph_t *dateline_graphviz_subgraph(Agraph_t *graph, const char *name);
/// Puts a node of the whole graph into a subgraph.
void dateline_graphviz_add(Agraph_t *subgraph, Agnode_t *node);

/// Lays a graph out; 0 where it succeeds.
int dateline_graphviz_layout(GVC_t *context, Agraph_t *graph, const char *engine);
/// Width and height of a graph that is laid out, in points.
void dateline_graphviz_size(Agraph_t *graph, double *width, double *height);
/// Writes the layout into the attributes of the graph, its nodes and edges: "pos", "lp", "width", "height", "bb".
void dateline_graphviz_attach(Agraph_t *graph);
/// The value of an attribute; NULL where it is not declared. Valid until the attribute changes.
const char *dateline_graphviz_get(void *object, const char *name);
/// Renders a graph that is laid out; 0 where it succeeds. The bytes are freed with dateline_graphviz_free.
int dateline_graphviz_render(GVC_t *context, Agraph_t *graph, const char *format, char **bytes, size_t *length);
void dateline_graphviz_free(char *bytes);
/// Writes a graph as DOT; NULL where it fails. Freed with free().
char *dateline_graphviz_write(Agraph_t *graph, size_t *length);
/// Frees what a layout holds.
void dateline_graphviz_free_layout(GVC_t *context, Agraph_t *graph);
/// Frees a graph.
void dateline_graphviz_close(Agraph_t *graph);
