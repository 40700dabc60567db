#include "text_boundaries.h"

#include <unicode/ubrk.h>
#include <unicode/uscript.h>

int32_t CTextBoundaries_find(
    enum CTextBoundariesRule rule, const char *locale, const uint16_t *text, int32_t length, int32_t *boundaries) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIteratorType type = rule == CTextBoundariesWord ? UBRK_WORD : UBRK_SENTENCE;
    UBreakIterator *iterator = ubrk_open(type, locale, (const UChar *)text, length, &status);
    if (U_FAILURE(status)) return -1;
    int32_t count = 0;
    ubrk_first(iterator);
    for (int32_t next = ubrk_next(iterator); next != UBRK_DONE && count < length; next = ubrk_next(iterator)) boundaries[count++] = next;
    ubrk_close(iterator);
    return count;
}

bool CTextBoundaries_isOfDictionaryScript(uint32_t scalar) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript((UChar32)scalar, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return true;
    default: return false;
    }
}
