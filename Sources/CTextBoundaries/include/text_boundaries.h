// ICU's text boundaries behind plain C types: Swift's own Foundation brings another ICU, and no file may see both.
#ifndef CTEXTBOUNDARIES_H
#define CTEXTBOUNDARIES_H

#include <stdbool.h>
#include <stdint.h>

/// Which boundaries are looked for (Unicode Standard Annex #29).
enum CTextBoundariesRule {
    CTextBoundariesWord,
    CTextBoundariesSentence,
};

/// Finds the boundaries of a text of `length` UTF-16 units, ascending, without 0 and with the text's end.
///
/// `boundaries` has room for `length` of them. Answers how many there are, or -1 where ICU can't read the text.
int32_t CTextBoundaries_find(
    enum CTextBoundariesRule rule, const char *locale, const uint16_t *text, int32_t length, int32_t *boundaries);

/// Whether a letter is of a script that writes no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
bool CTextBoundaries_isOfDictionaryScript(uint32_t scalar);

#endif
