/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The scene: a target in its sentence, with the sentence's clauses, cues and the
 * quotation that the target stands in.  Everything the rules of this room look at.
 */
#ifndef XC_STANCE_SCENE_H
#define XC_STANCE_SCENE_H

#include "stance/name.h"
#include "stance/stance.h"

#define XC_NO_QUOTATION ((size_t)-1)

struct xc_scene {
    const struct xc_lexicon *lexicon;
    const struct xc_text *text;
    const struct xc_target *target;
    struct xc_names *names;   /* the target's, or made for it */
    struct xc_range sentence; /* its words */
    size_t block;             /* of the sentence */
    struct xc_clause_vec clauses;
    struct xc_cue_match_vec cues; /* of the whole sentence, by place */
    bool cut;                     /* there were more cues than are looked at */
    bool headline;                /* the cues are those of headlines alone */
    size_t quotation;             /* that holds the target, or XC_NO_QUOTATION */
};

/* Sets the scene for the target (borrowed) in *out (arena). */
XC_MUST_CHECK enum xc_status xc_scene_set(const struct xc_lexicon *lexicon,
                                          const struct xc_text *text,
                                          const struct xc_target *target,
                                          struct xc_arena *arena, struct xc_scene *out);

/* The same sentence's scene for another target: where the literal words are the same, so
 * are the cues. */
XC_MUST_CHECK enum xc_status xc_scene_turn(const struct xc_scene *scene,
                                           const struct xc_target *target,
                                           struct xc_arena *arena,
                                           struct xc_scene *out);

/* The scene without its clauses, for who asks for none. */
XC_MUST_CHECK enum xc_status xc_scene_open(const struct xc_lexicon *lexicon,
                                           const struct xc_text *text,
                                           const struct xc_target *target,
                                           struct xc_arena *arena,
                                           struct xc_scene *out);

/* Finds the cues of the scene's sentence, without those that only look like one ("the
 * report", "in May"), into its cues and cut (arena); immune as in xc_cues_find. */
XC_MUST_CHECK enum xc_status
xc_scene_find_cues(struct xc_scene *scene, const bool *immune, struct xc_arena *arena);

/* Whether word (of any sentence) is one of the target's own, not in a gap of it. */
bool xc_scene_is_literal(const struct xc_scene *scene, size_t word);

/* The last literal word of the target: what a cue in a gap still governs. */
size_t xc_scene_last_literal(const struct xc_scene *scene);

/* The number of the clause that holds word (of the scene's sentence). */
size_t xc_scene_clause_of(const struct xc_scene *scene, size_t word);

/* Whether two clauses are one: equal, or one resumes the other after an inset. */
bool xc_scene_same_clause(const struct xc_scene *scene, size_t a, size_t b);

/* The quotation (at least `min_words` long) that holds word, or XC_NO_QUOTATION. */
size_t xc_scene_quotation_of(const struct xc_text *text, size_t word, size_t min_words);

/* Whether the target is quoted: within one quotation, or in pieces of one that the words
 * of who says it part. */
bool xc_scene_is_quoted(const struct xc_scene *scene);

/* The gap before word (or, at the sentence's end, after its last word); whether it has c. */
struct xc_str xc_scene_gap(const struct xc_scene *scene, size_t word);
bool xc_scene_gap_has(const struct xc_scene *scene, size_t word, char c);

/* Whether word has one of the classes of syntax (text/syntax.h). */
bool xc_scene_word_is(const struct xc_scene *scene, size_t word, unsigned classes);

/* Whether the cue's first word is a participle behind a form of "be": "was told", and not
 * by whoever stands before it. */
bool xc_scene_is_passive(const struct xc_scene *scene,
                         const struct xc_cue_match *match);

/* Whether the sentence, or the quotation within it that holds the target, ends with a
 * question mark. */
bool xc_scene_is_question(const struct xc_scene *scene);

#endif
