// espeak-ng's functions, as its header declares them.
#include <espeak-ng/speak_lib.h>

#include "libraries.h"

// Whoever uses another function adds it here: without that, the program does not link.
#define ESPEAK(F) \
    F(const char *, espeak_Info, (const char **path_data), (path_data)) \
    F(int, espeak_Initialize, (espeak_AUDIO_OUTPUT output, int buflength, const char *path, int options), (output, buflength, path, options)) \
    F(const espeak_VOICE **, espeak_ListVoices, (espeak_VOICE *voice_spec), (voice_spec)) \
    F(espeak_ERROR, espeak_SetParameter, (espeak_PARAMETER parameter, int value, int relative), (parameter, value, relative)) \
    F(void, espeak_SetSynthCallback, (t_espeak_callback *SynthCallback), (SynthCallback)) \
    F(espeak_ERROR, espeak_SetVoiceByFile, (const char *filename), (filename)) \
    F(espeak_ERROR, espeak_SetVoiceByName, (const char *name), (name)) \
    F(espeak_ERROR, espeak_Synth, (const void *text, size_t size, unsigned int position, espeak_POSITION_TYPE position_type, \
        unsigned int end_position, unsigned int flags, unsigned int *unique_identifier, void *user_data), (text, size, position, position_type, \
        end_position, flags, unique_identifier, user_data))

LIBRARY(ESPEAK, "libespeak-ng.so.1")

const struct library *espeak_library(void) { return &library; }
