#include "language_detection.h"

// The library's header uses FILE without it.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

bool CLanguageDetection_detect(const char *text, int32_t length, const char *expected, struct CLanguageDetection *found) {
    CLD2::Language hint = expected ? CLD2::GetLanguageFromName(expected) : CLD2::UNKNOWN_LANGUAGE;
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, hint};
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int size = 0;
    int valid = 0;
    bool isReliable = false;
    CLD2::ExtDetectLanguageSummaryCheckUTF8(
        text, length, true, &hints, 0, languages, percents, scores, nullptr, &size, &isReliable, &valid);
    *found = {CLD2::LanguageCode(languages[0]), percents[0], scores[0], size, isReliable};
    return valid == length;
}
