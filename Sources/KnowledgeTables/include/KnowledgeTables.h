/// The knowledge tables (tables/*.tsv), embedded in the binary.
#pragma once
#include <stddef.h>

/// One table: the name of its file without the extension, and its bytes (UTF-8, not zero-terminated).
struct dateline_knowledge_table {
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// Number of embedded tables.
size_t dateline_knowledge_table_count(void);
/// The table at a position below the count, in the order of their names.
struct dateline_knowledge_table dateline_knowledge_table_at(size_t position);
