// CLD2's guess at a text's language behind plain C types: the library's own are C++, which Swift does not see.
#ifndef CLANGUAGEDETECTION_H
#define CLANGUAGEDETECTION_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What is found in a text.
struct CLanguageDetection {
    /// The language that most of it is in, by the library's code (BCP 47, some of them old): `fr`, `iw`, `zh-Hant`; a string without end.
    const char *language;
    /// The part of the text that is in it, in percent.
    int32_t percent;
    /// How well it fits, in the library's own points for each 1024 bytes; 0 where there is none.
    double score;
    /// How many bytes of letters, with spaces between words, there were to go by.
    int32_t size;
    /// Whether the library relies on it.
    bool isReliable;
};

/// Guesses the language of `length` bytes of UTF-8.
///
/// `expected` is the language that it rather is, by the library's code; NULL for none. Answers false where the text is not UTF-8.
bool CLanguageDetection_detect(const char *text, int32_t length, const char *expected, struct CLanguageDetection *found);

#ifdef __cplusplus
}
#endif

#endif
