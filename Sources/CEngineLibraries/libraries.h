// The libraries that there are.
#ifndef LIBRARIES_H
#define LIBRARIES_H

#include "library.h"

const struct library *ffmpeg_library(void);
const struct library *espeak_library(void);
const struct library *flite_library(void);
const struct library *mecab_library(void);

#endif
