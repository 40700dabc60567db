// ICU, for the C code that uses it: see CTextBoundaries.
#include <unicode/utypes.h>
