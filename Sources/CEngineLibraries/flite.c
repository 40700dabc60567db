// Flite's functions, as its headers declare them, and those of its voices, which no header does.
#include <flite/flite.h>
#include <flite/cst_cg.h>

cst_voice *register_cmu_us_slt(const char *voxdir);
cst_voice *register_cmu_us_rms(const char *voxdir);
cst_voice *register_cmu_us_awb(const char *voxdir);
cst_voice *register_cmu_us_kal16(const char *voxdir);
cst_utterance *us_f0_model(cst_utterance *utterance);

#include "libraries.h"

// Whoever uses another function adds it here: without that, the program does not link.
#define FLITE(F) \
    F(cst_val *, audio_streaming_info_val, (const cst_audio_streaming_info *v), (v)) \
    F(void, delete_audio_streaming_info, (cst_audio_streaming_info *asi), (asi)) \
    F(void, delete_track, (cst_track *val), (val)) \
    F(void, delete_utterance, (cst_utterance *u), (u)) \
    F(void, delete_wave, (cst_wave *val), (val)) \
    F(int, feat_present, (const cst_features *f, const char *name), (f, name)) \
    F(void, feat_set, (cst_features *f, const char *name, const cst_val *v), (f, name, v)) \
    F(void, feat_set_float, (cst_features *f, const char *name, float v), (f, name, v)) \
    F(const cst_val *, feat_val, (const cst_features *f, const char *name), (f, name)) \
    F(float, ffeature_float, (const cst_item *item, const char *featpath), (item, featpath)) \
    F(int, flite_init, (void), ()) \
    F(cst_utterance *, flite_synth_text, (const char *text, cst_voice *voice), (text, voice)) \
    F(const cst_val *, get_param_val, (const cst_features *f, const char *name, cst_val *def), (f, name, def)) \
    F(cst_item *, item_as, (const cst_item *i, const char *rname), (i, rname)) \
    F(cst_item *, item_daughter, (const cst_item *i), (i)) \
    F(float, item_feat_float, (const cst_item *i, const char *name), (i, name)) \
    F(const char *, item_feat_string, (const cst_item *i, const char *name), (i, name)) \
    F(cst_item *, item_last_daughter, (const cst_item *i), (i)) \
    F(cst_item *, item_next, (const cst_item *i), (i)) \
    F(void, item_set_float, (const cst_item *i, const char *name, float val), (i, name, val)) \
    F(cst_track *, mlpg, (const cst_track *param_track, cst_cg_db *cg_db), (param_track, cg_db)) \
    F(cst_wave *, mlsa_resynthesis, (const cst_track *t, const cst_track *str, cst_cg_db *cg_db, cst_audio_streaming_info *asc, \
        int mlsa_speech_param), (t, str, cg_db, asc, mlsa_speech_param)) \
    F(cst_audio_streaming_info *, new_audio_streaming_info, (void), ()) \
    F(cst_voice *, register_cmu_us_awb, (const char *voxdir), (voxdir)) \
    F(cst_voice *, register_cmu_us_kal16, (const char *voxdir), (voxdir)) \
    F(cst_voice *, register_cmu_us_rms, (const char *voxdir), (voxdir)) \
    F(cst_voice *, register_cmu_us_slt, (const char *voxdir), (voxdir)) \
    F(cst_item *, relation_head, (cst_relation *r), (r)) \
    F(cst_utterance *, us_f0_model, (cst_utterance *utterance), (utterance)) \
    F(cst_relation *, utt_relation, (const cst_utterance *u, const char *name), (u, name)) \
    F(cst_val *, uttfunc_val, (const cst_uttfunc v), (v)) \
    F(cst_audio_streaming_info *, val_audio_streaming_info, (const cst_val *v), (v)) \
    F(cst_cg_db *, val_cg_db, (const cst_val *v), (v)) \
    F(cst_track *, val_track, (const cst_val *v), (v))

LIBRARY(FLITE, "libflite.so.1", "libflite_cmulex.so.1", "libflite_usenglish.so.1", "libflite_cmu_us_slt.so.1", "libflite_cmu_us_rms.so.1",
    "libflite_cmu_us_awb.so.1", "libflite_cmu_us_kal16.so.1")

const struct library *flite_library(void) { return &library; }
