/// The style sheet and the program of the HTML page, embedded so that the binary can be moved.
#pragma once
#include <stddef.h>

/// A text in UTF-8, not ended by a zero byte.
struct dateline_page_asset {
  const unsigned char *bytes;
  size_t length;
};

/// The style sheet, without the colours.
struct dateline_page_asset dateline_page_style(void);
/// How many files the program has, and each of them in the order in which they are joined.
size_t dateline_page_script_count(void);
struct dateline_page_asset dateline_page_script_at(size_t position);
