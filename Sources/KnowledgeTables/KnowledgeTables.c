#include "KnowledgeTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// One block a table, in the order of the names; each is also listed in `tables` below.

static const unsigned char article_lines[] = {
#embed "tables/article-lines.tsv"
};

static const unsigned char event_types[] = {
#embed "tables/event-types.tsv"
};

static const unsigned char function_words[] = {
#embed "tables/function-words.tsv"
};

static const unsigned char casualty_words[] = {
#embed "tables/casualty-words.tsv"
};

static const unsigned char numbers[] = {
#embed "tables/numbers.tsv"
};

static const unsigned char reporting_words[] = {
#embed "tables/reporting-words.tsv"
};

static const unsigned char time_words[] = {
#embed "tables/time-words.tsv"
};

static const unsigned char event_carriers[] = {
#embed "tables/event-carriers.tsv"
};

static const unsigned char event_senses[] = {
#embed "tables/event-senses.tsv"
};

static const unsigned char events[] = {
#embed "tables/events.tsv"
};

static const unsigned char frames[] = {
#embed "tables/frames.tsv"
};

static const unsigned char status_cues[] = {
#embed "tables/status-cues.tsv"
};

static const unsigned char picture_edges[] = {
#embed "tables/picture-edges.tsv"
};

static const unsigned char phrase_words[] = {
#embed "tables/phrase-words.tsv"
};

static const unsigned char theme[] = {
#embed "tables/theme.tsv"
};

static const unsigned char countries[] = {
#embed "tables/countries.tsv"
};

static const unsigned char gazetteer[] = {
#embed "tables/gazetteer.tsv"
};

static const unsigned char given_names[] = {
#embed "tables/given-names.tsv"
};

static const unsigned char organisation_words[] = {
#embed "tables/organisation-words.tsv"
};

static const unsigned char people_words[] = {
#embed "tables/people-words.tsv"
};

static const unsigned char place_words[] = {
#embed "tables/place-words.tsv"
};

static const unsigned char regions[] = {
#embed "tables/regions.tsv"
};

static const unsigned char thing_words[] = {
#embed "tables/thing-words.tsv"
};

static const unsigned char titles[] = {
#embed "tables/titles.tsv"
};

static const unsigned char word_classes[] = {
#embed "tables/word-classes.tsv"
};

static const unsigned char organisations[] = {
#embed "tables/organisations.tsv"
};

static const unsigned char name_affixes[] = {
#embed "tables/name-affixes.tsv"
};

static const unsigned char name_contexts[] = {
#embed "tables/name-contexts.tsv"
};

static const unsigned char name_forms[] = {
#embed "tables/name-forms.tsv"
};

static const unsigned char name_variants[] = {
#embed "tables/name-variants.tsv"
};

static const unsigned char leaders[] = {
#embed "tables/leaders.tsv"
};

static const unsigned char role_domains[] = {
#embed "tables/role-domains.tsv"
};

static const unsigned char role_words[] = {
#embed "tables/role-words.tsv"
};

static const unsigned char spelling_folds[] = {
#embed "tables/spelling-folds.tsv"
};

#define TABLE(name, symbol) {name, symbol, sizeof symbol}

static const struct dateline_knowledge_table tables[] = {
    TABLE("article-lines", article_lines),
    TABLE("event-types", event_types),
    TABLE("function-words", function_words),
    TABLE("casualty-words", casualty_words),
    TABLE("numbers", numbers),
    TABLE("reporting-words", reporting_words),
    TABLE("time-words", time_words),
    TABLE("event-carriers", event_carriers),
    TABLE("event-senses", event_senses),
    TABLE("events", events),
    TABLE("frames", frames),
    TABLE("status-cues", status_cues),
    TABLE("picture-edges", picture_edges),
    TABLE("phrase-words", phrase_words),
    TABLE("name-affixes", name_affixes),
    TABLE("name-contexts", name_contexts),
    TABLE("name-forms", name_forms),
    TABLE("name-variants", name_variants),
    TABLE("leaders", leaders),
    TABLE("role-domains", role_domains),
    TABLE("role-words", role_words),
    TABLE("spelling-folds", spelling_folds),
    TABLE("theme", theme),
    TABLE("countries", countries),
    TABLE("gazetteer", gazetteer),
    TABLE("given-names", given_names),
    TABLE("organisation-words", organisation_words),
    TABLE("organisations", organisations),
    TABLE("people-words", people_words),
    TABLE("place-words", place_words),
    TABLE("regions", regions),
    TABLE("thing-words", thing_words),
    TABLE("titles", titles),
    TABLE("word-classes", word_classes),
};

size_t dateline_knowledge_table_count(void) { return sizeof tables / sizeof tables[0]; }

struct dateline_knowledge_table dateline_knowledge_table_at(size_t position) { return tables[position]; }
