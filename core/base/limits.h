/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every size, count and depth that input can drive, in one place.
 *
 * Each limit says what happens beyond it: nothing is cut silently.
 */
#ifndef XC_BASE_LIMITS_H
#define XC_BASE_LIMITS_H

#include <stddef.h>

/* One allocation; beyond it the run ends as if memory were short. */
#define XC_MAX_ALLOCATION_BYTES ((size_t)1 << 32)
/* Problems kept; further ones are counted and the count is told. */
#define XC_MAX_PROBLEMS ((size_t)1000)
/* One xc_sink_printf call, which formats numbers and fixed words only. */
#define XC_MAX_FORMATTED_BYTES ((size_t)512)

/* An article's bytes; a larger one is named as malformed and skipped. */
#define XC_MAX_ARTICLE_BYTES ((size_t)64 << 20)
/* A tag of HTML or XML; a longer one loses its attributes, which is told. */
#define XC_MAX_TAG_BYTES ((size_t)64 << 10)
/* Attributes of one tag; the rest of them is left out, which is told. */
#define XC_MAX_TAG_ATTRIBUTES ((size_t)256)
/* Bytes of a name of an element or attribute; the rest of a longer one is left out. */
#define XC_MAX_MARKUP_NAME_BYTES ((size_t)64)
/* Different names of elements and attributes of one document; more is malformed. */
#define XC_MAX_MARKUP_NAMES ((size_t)10000)
/* Markup as cleaned for the library, whose offsets are ints: hostile bytes may grow to
 * a few times their size; beyond it the run ends as if memory were short. */
#define XC_MAX_CLEANED_BYTES ((size_t)1 << 30)
/* Elements open at once; a deeper document is malformed. */
#define XC_MAX_MARKUP_DEPTH ((size_t)512)
/* Elements of one page; one with more is malformed. */
#define XC_MAX_PAGE_ELEMENTS ((size_t)1 << 20)
/* Headings, times, meta elements and the like of one page that are looked at for its
 * metadata, of each kind; further ones are not. */
#define XC_MAX_PAGE_FACTS ((size_t)4096)
/* Text of one of them; a longer one is no headline, name or date, and not looked at. */
#define XC_MAX_PAGE_FACT_BYTES ((size_t)4096)
/* JSON-LD values of one page; further ones are not looked at. */
#define XC_MAX_PAGE_JSON_VALUES ((size_t)256)
/* Items of one feed; the rest is left out, which is told. */
#define XC_MAX_FEED_ITEMS ((size_t)1 << 18)
/* Namespaces that a feed binds at one place; further ones are passed over. */
#define XC_MAX_FEED_BINDINGS ((size_t)64)
/* An address made of a base and a reference; a longer one is left as it stands. */
#define XC_MAX_FEED_URL_BYTES ((size_t)8 << 10)
/* How many times its own size a compressed file may grow to, once more than
 * XC_MIN_RATIO_BYTES have come out; beyond it the file is malformed. */
#define XC_MAX_COMPRESSION_RATIO ((size_t)200)
#define XC_MIN_RATIO_BYTES ((size_t)1 << 20)
/* A zstd frame's window as a power of two, 128 MiB, what the zstd command reads without
 * being asked; a frame that wants more is malformed. */
#define XC_MAX_ZSTD_WINDOW_LOG 27
/* Bytes from a page's start in which its charset is looked for.  Browsers stop at 1024,
 * but begin again when a later tag declares another. */
#define XC_MAX_CHARSET_SCAN_BYTES ((size_t)16 << 10)
/* Bytes of one page that may be wrong in the charset that it is in; with more it is
 * malformed. */
#define XC_MAX_BAD_BYTES ((size_t)1 << 20)
/* Memory for one Markdown article's tree; one that needs more is malformed. */
#define XC_MAX_MARKDOWN_BYTES ((size_t)512 << 20)
/* A rule file's bytes, its nodes (keys and values) and its patterns: some 100,000 claims
 * that a desk's program wrote.  More is an error that says to make several files of it. */
#define XC_MAX_RULE_BYTES ((size_t)32 << 20)
#define XC_MAX_RULE_NODES ((size_t)1 << 21)
#define XC_MAX_FILE_PATTERNS ((size_t)200000)
/* The bytes of what stands beside rules and articles (xclaim.yaml, decisions, a lexicon's
 * file, statements to draft from, sources.yaml, front matter); larger is an error. */
#define XC_MAX_BESIDE_BYTES ((size_t)4 << 20)
/* Nesting of YAML and JSON; deeper is an error at the place where it happens. */
#define XC_MAX_DATA_DEPTH ((size_t)64)
/* Nodes of one other YAML or JSON document; more is an error. */
#define XC_MAX_DATA_NODES ((size_t)1 << 20)
/* Bytes and values of a report that is read back; a larger one is refused. */
#define XC_MAX_REPORT_BYTES ((size_t)512 << 20)
#define XC_MAX_REPORT_NODES ((size_t)1 << 22)
/* A faulty line shown with a caret; of a longer one only the place is told. */
#define XC_MAX_EXCERPT_BYTES ((size_t)16 << 10)

/* Numbers and counts of lines in a diff; one with larger ones can't be read. */
#define XC_MAX_DIFF_LINES ((size_t)1 << 40)
/* What git may print: paths, and every line that a change adds.  More is an error that
 * asks for a nearer commit. */
#define XC_MAX_GIT_BYTES ((size_t)256 << 20)
/* Words of a failed program that are told; the rest is dropped. */
#define XC_MAX_FAILURE_BYTES ((size_t)400)

/* A sentence's words; a longer one is split there and goes on as another. */
#define XC_MAX_SENTENCE_WORDS ((size_t)1024)
/* A word's bytes; a longer one is kept in pieces of this size. */
#define XC_MAX_WORD_BYTES ((size_t)256)
/* Words of a clause set off by commas or brackets; a longer one runs to the sentence's
 * end, and its clause is not taken up again. */
#define XC_MAX_INSET_WORDS ((size_t)64)

/* Words of a pattern that is looked for by their places; one with more goes to PCRE2. */
#define XC_MAX_CHAIN_WORDS ((size_t)64)

/* A pattern's bytes, elements, nesting, and typed slots; more is a rule error. */
#define XC_MAX_PATTERN_BYTES ((size_t)4096)
#define XC_MAX_PATTERN_ELEMENTS ((size_t)512)
#define XC_MAX_PATTERN_DEPTH ((size_t)16)
#define XC_MAX_PATTERN_SLOTS ((size_t)16)
/* Words a `..` may skip when it names no number, and the most that it may name. */
#define XC_DEFAULT_GAP_WORDS ((size_t)8)
#define XC_MAX_GAP_WORDS ((size_t)64)
/* Words of a typed slot, and of a text slot; a longer value is not caught. */
#define XC_MAX_SLOT_WORDS ((size_t)16)
#define XC_MAX_TEXT_SLOT_WORDS ((size_t)8)
/* Entries of a term, and a pattern written out as PCRE2; more is a rule error. */
#define XC_MAX_TERM_ENTRIES ((size_t)2000)
#define XC_MAX_PATTERN_SOURCE_BYTES ((size_t)1 << 20)
/* Patterns (branches of a choice) that share a word and are compared with one another by
 * lint; what stands beyond is not. */
#define XC_MAX_LINT_COMPARED ((size_t)64)
/* Forms compared for one pattern, all in all; a longer search ends without a finding. */
#define XC_MAX_LINT_STEPS ((size_t)1 << 17)
/* Times that a rule file is mended and looked at again. */
#define XC_MAX_MEND_ROUNDS ((size_t)4)
/* Number times branches of an "n of (…)" that stands alone; more is a rule error. */
#define XC_MAX_N_OF_STATES ((size_t)2048)
/* Orders that an "n of (…)" inside a sequence may stand for; more is a rule error. */
#define XC_MAX_N_OF_ORDERS ((size_t)720)
/* Mentions of one claim in one sentence; more are not looked for, and counted. */
#define XC_MAX_SENTENCE_MENTIONS ((size_t)8)
/* Sentences looked at for where a pattern that did not match came nearest. */
#define XC_MAX_NEAR_MISSES ((size_t)16)
/* Mentions of one run that may become examples; further ones are not asked about, which
 * is told. */
#define XC_MAX_PROPOSALS ((size_t)10000)
/* Bytes of an answer that is typed; of a longer one the rest is not looked at. */
#define XC_MAX_ANSWER_BYTES ((size_t)64)
/* Sentences that coverage lists as worth a claim. */
#define XC_MAX_WORTHY ((size_t)1000)

/* A character and its combining marks, decomposed; further marks are dropped and
 * counted with the hidden characters. */
#define XC_MAX_CLUSTER_CODES ((size_t)48)
/* An escape sequence of a terminal, which is dropped whole; of a longer one only its
 * first character is. */
#define XC_MAX_ESCAPE_BYTES ((size_t)32)
/* Places of an article that hold hidden text, and words in disguise of one block; what
 * is over it is matched all the same (words: left as they are) but not flagged, which is
 * told. */
#define XC_MAX_HIDDEN_PLACES ((size_t)1 << 18)

/* PCRE2's limits (SCAN.md): reaching one is a problem about that rule and sentence. */
#define XC_REGEX_MATCH_LIMIT 100000u
#define XC_REGEX_DEPTH_LIMIT 10000u
#define XC_REGEX_HEAP_LIMIT_KIB 20000u
#define XC_REGEX_JIT_STACK_BYTES ((size_t)8 << 20)

/* Threads that read articles; more can't be asked for. */
#define XC_MAX_WORKERS ((size_t)256)
/* Bytes of articles that are handed to a thread at once: short articles go together, so
 * that handing them over costs less than reading them. */
#define XC_BATCH_BYTES ((size_t)64 << 10)
/* Bytes of articles that are read or waiting for a thread, unless it is one article alone;
 * what comes waits until there is room. */
#define XC_MAX_FLIGHT_BYTES ((size_t)64 << 20)

/* Memory held back for a report until it is written, for each of its sources and mentions,
 * and for each mention that is told as a place, so that a limit met among the articles leaves
 * enough to tell what was read until then.  Twice what it came to where it was measured:
 * tables double. */
#define XC_RESERVED_BYTES ((size_t)4 << 20)
#define XC_RESERVED_SOURCE_BYTES ((size_t)512)
#define XC_RESERVED_MENTION_BYTES ((size_t)2 << 10)
#define XC_RESERVED_PLACE_BYTES ((size_t)4 << 10)

/* Folders below the one named; deeper ones are named as unreadable. */
#define XC_MAX_FOLDER_DEPTH ((size_t)32)
/* Folders above the working one in which xclaim.yaml is looked for; one that stands higher
 * is not found, and must be named. */
#define XC_MAX_FOLDERS_ABOVE ((size_t)256)
/* Files of one run; more is an error. */
#define XC_MAX_FILES ((size_t)1 << 22)

/* A decimal is at most its 64-bit mantissa times ten to this; beyond it is no number. */
#define XC_MAX_DECIMAL_EXPONENT 64
/* Words and signs of one phrase of the value lexicon; a longer one is a data error. */
#define XC_MAX_PHRASE_ATOMS ((size_t)6)
/* Words, numbers and signs of one sentence that values are looked for in; what stands
 * beyond is not read as a value (a sentence is capped at fewer words than that). */
#define XC_MAX_SENTENCE_ATOMS ((size_t)8192)

/* Cues considered in one sentence; more leave the mention unresolved. */
#define XC_MAX_SENTENCE_CUES ((size_t)64)
/* Clauses of one headline that are weighed; it says nothing of its own in more. */
#define XC_MAX_HEADLINE_CLAUSES ((size_t)32)
/* Words of one cue of the lexicon; more is an error in that lexicon file. */
#define XC_MAX_CUE_WORDS 12
/* Ways to read one cue's choices and optional words; more is such an error too. */
#define XC_MAX_CUE_PATHS ((size_t)256)
/* How far a cue with the option `near` reaches, in words. */
#define XC_CUE_NEAR_WORDS ((size_t)3)
/* Words of a paragraph before a pronoun in which its noun is looked for; one that stands
 * further off is not found. */
#define XC_MAX_SUBJECT_WORDS ((size_t)1024)
/* Paragraphs of one quotation behind a mention in which its speaker is looked for. */
#define XC_MAX_QUOTATION_PIECES ((size_t)8)
/* Sentences before one that rejects a story ("The rumour is false.") in which the story
 * is looked for; what stands further off is not touched. */
#define XC_MAX_RETRACTION_SENTENCES ((size_t)16)

/* Words of a shared passage that text and Markdown repeat; "…" stands for the rest,
 * which JSON has. */
#define XC_SHOWN_SHARED_WORDS ((size_t)12)
/* Words with look-alikes that are kept of one sentence; further ones are counted. */
#define XC_MAX_HIDDEN_WORDS ((size_t)16)
/* Those of them that text and Markdown name for a mention; the rest is counted. */
#define XC_SHOWN_HIDDEN_WORDS ((size_t)4)
/* Sources of a value that the difference of two reports names; the rest is counted. */
#define XC_SHOWN_VALUE_SOURCES ((size_t)3)
/* Columns of the faulty line shown above a caret; "…" stands for what is cut. */
#define XC_SHOWN_EXCERPT_COLUMNS ((size_t)76)

/* Results of a SARIF run, and locations beside one of them, that GitHub takes; of more, the
 * gravest come first and the rest is counted. */
#define XC_MAX_SARIF_RESULTS ((size_t)25000)
#define XC_MAX_SARIF_LOCATIONS ((size_t)1000)
/* Annotations of one level that GitHub shows for a step; the rest is counted. */
#define XC_MAX_GITHUB_ANNOTATIONS ((size_t)10)
/* Characters of a comment on GitHub, less a few for what else stands in it; findings for
 * which there is no room are counted. */
#define XC_MAX_COMMENT_CHARACTERS ((size_t)65000)
/* Sources compared with that annotations and comments list for one finding, and bytes of
 * one text in them; the rest is counted, or "…" stands for it. */
#define XC_SHOWN_AGAINST ((size_t)10)
#define XC_SHOWN_TEXT_BYTES ((size_t)1000)

/* Texts that share a word sequence and are all compared with one another; beyond it
 * each is compared with its neighbour only, which still joins a chain of copies. */
#define XC_MAX_SHARED_POSTINGS ((size_t)50)
/* Words of one passage that two texts share; a longer one is told as several. */
#define XC_MAX_PASSAGE_WORDS ((size_t)4096)
/* A quotation's words that are compared; the rest of a longer one is not. */
#define XC_MAX_QUOTATION_WORDS ((size_t)512)
/* Units (sentences, pieces between ellipses) of one quotation; more are not compared. */
#define XC_MAX_QUOTATION_UNITS ((size_t)32)
/* Sentences of one corpus whose origins are looked for; with more the run ends as if
 * memory were short. */
#define XC_MAX_CORPUS_SENTENCES ((size_t)1 << 31)
/* Articles that share a word sequence and are compared, each with so many that follow;
 * what more share is a phrase of everybody's. */
#define XC_MAX_CORPUS_LINKS ((size_t)4)
/* Bytes of an author's line in which an agency is looked for. */
#define XC_MAX_BYLINE_BYTES ((size_t)512)
/* Words of one stock phrase; more is an error in the lexicon. */
#define XC_MAX_STOCK_WORDS ((size_t)12)
/* Outlets of one chain of citations; of a longer one it is not told whether it goes
 * round. */
#define XC_MAX_CITATION_DEPTH ((size_t)64)
/* Words of a shared passage that an origin's edge shows; more end in an ellipsis. */
#define XC_MAX_SHOWN_WORDS ((size_t)20)

/* Sources that a finding lists beside an article's sentence, one an origin; how many more
 * there are is in its message. */
#define XC_MAX_AGAINST ((size_t)50)

/* A baseline file of `check`; some 100,000 findings. */
#define XC_MAX_BASELINE_BYTES ((size_t)64 << 20)

/* Years, names and marks before (or after) a mention in its paragraph that speak for an
 * instance of an event; those further off are not looked at. */
#define XC_MAX_EVENT_SIGNS ((size_t)64)
/* Different marks of one article that are weighed; a rule has a handful. */
#define XC_MAX_EVENT_MARKS ((size_t)16)
/* Reasons in an event's trace; further ones are left out, the result is told. */
#define XC_MAX_EVENT_REASONS ((size_t)24)

/* Decisions of one file of them, and suppressions of one list; more is an error. */
#define XC_MAX_DECISIONS ((size_t)10000)

/* A statement to draft a claim from; a longer one is refused. */
#define XC_MAX_STATEMENT_BYTES ((size_t)4 << 10)
/* Units (words, names, values) of a statement that its draft weighs; of more, the rarest
 * are taken. */
#define XC_MAX_DRAFT_UNITS ((size_t)12)
/* Bytes of a word that a draft uses; a longer one (an address) is no word to look for. */
#define XC_MAX_DRAFT_WORD_BYTES ((size_t)40)
/* Words of one name, and synonyms of one word, in a draft; further ones are left out. */
#define XC_MAX_DRAFT_NAME_WORDS ((size_t)5)
#define XC_MAX_DRAFT_SYNONYMS ((size_t)6)
/* Statements of one `draft --from`; a usual one makes a dozen patterns at most, and no
 * rule file may have more than XC_MAX_FILE_PATTERNS. */
#define XC_MAX_DRAFTS ((size_t)1500)

#endif
