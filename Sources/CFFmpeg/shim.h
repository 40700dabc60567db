// FFmpeg's libraries, with the macros that Swift does not see.
#ifndef CFFMPEG_SHIM_H
#define CFFMPEG_SHIM_H
#include <errno.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/log.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>

static inline int CFFmpeg_again(void) { return AVERROR(EAGAIN); }
static inline int CFFmpeg_end(void) { return AVERROR_EOF; }
static inline int CFFmpeg_outOfMemory(void) { return AVERROR(ENOMEM); }
static inline int CFFmpeg_invalidArgument(void) { return AVERROR(EINVAL); }
static inline int CFFmpeg_invalidData(void) { return AVERROR_INVALIDDATA; }
static inline int CFFmpeg_ioError(void) { return AVERROR(EIO); }
static inline int CFFmpeg_notPermitted(void) { return AVERROR(EPERM); }
static inline int64_t CFFmpeg_noTimestamp(void) { return AV_NOPTS_VALUE; }
#endif
