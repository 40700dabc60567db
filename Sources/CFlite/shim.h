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
static inline void CFlite_setPitchShift(cst_voice *voice, float factor) { feat_set_float(voice->features, "f0_shift", factor); }
static inline void CFlite_setPitchDeviation(cst_voice *voice, float hertz) { feat_set_float(voice->features, "int_f0_target_stddev", hertz); }
/// The voice owns the streaming info from now on.
static inline void CFlite_setStreaming(cst_voice *voice, cst_audio_streaming_info *streaming) {
    feat_set(voice->features, "streaming_info", audio_streaming_info_val(streaming));
}

static inline const char *CFlite_version(void) { return FLITE_PROJECT_VERSION; }
#endif
