#include "PageAssets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char style[] = {
#embed "assets/page.css"
};

static const unsigned char data[] = {
#embed "assets/data.js"
};

static const unsigned char picture[] = {
#embed "assets/picture.js"
};

static const unsigned char text[] = {
#embed "assets/text.js"
};

static const unsigned char tables[] = {
#embed "assets/tables.js"
};

static const unsigned char search[] = {
#embed "assets/search.js"
};

static const unsigned char main_script[] = {
#embed "assets/main.js"
};

#define ASSET(symbol) {symbol, sizeof symbol}

static const struct dateline_page_asset style_asset = ASSET(style);

static const struct dateline_page_asset scripts[] = {
    ASSET(data), ASSET(picture), ASSET(text), ASSET(tables), ASSET(search), ASSET(main_script),
};

struct dateline_page_asset dateline_page_style(void) { return style_asset; }

size_t dateline_page_script_count(void) { return sizeof scripts / sizeof scripts[0]; }

struct dateline_page_asset dateline_page_script_at(size_t position) { return scripts[position]; }
