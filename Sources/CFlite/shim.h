// Flite, and the voices' own functions, which its headers leave to the caller to declare.
#ifndef CFLITE_SHIM_H
#define CFLITE_SHIM_H
#include <flite/flite.h>
#include <flite/flite_version.h>
#include <flite/cst_cg.h>

cst_voice *register_cmu_us_slt(const char *voxdir);
cst_voice *register_cmu_us_rms(const char *voxdir);
cst_voice *register_cmu_us_awb(const char *voxdir);
cst_voice *register_cmu_us_kal16(const char *voxdir);

// Features keep the pointer to their name, so the names have to be C's own.
static inline void CFlite_setDurationStretch(cst_voice *voice, float stretch) { feat_set_float(voice->features, "duration_stretch", stretch); }
/// The melody of American English, as the language of every voice here makes it.
cst_utterance *us_f0_model(cst_utterance *utterance);
static inline void CFlite_setPitchModel(cst_voice *voice, cst_uttfunc model) { feat_set(voice->features, "f0_model_func", uttfunc_val(model)); }
/// What `CFlite_setStreaming` gave the voice that speaks an utterance.
static inline cst_audio_streaming_info *CFlite_streaming(const cst_utterance *utterance) {
    const cst_val *streaming = get_param_val(utterance->features, "streaming_info", NULL);
    return streaming ? val_audio_streaming_info(streaming) : NULL;
}
static inline void CFlite_setHertz(cst_item *target, float hertz) { item_set_float(target, "f0", hertz); }
/// The voice owns the streaming info from now on.
static inline void CFlite_setStreaming(cst_voice *voice, cst_audio_streaming_info *streaming) {
    feat_set(voice->features, "streaming_info", audio_streaming_info_val(streaming));
}

static inline const char *CFlite_version(void) { return FLITE_PROJECT_VERSION; }
#endif
