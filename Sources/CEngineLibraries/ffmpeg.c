// FFmpeg's functions, as its headers declare them.
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/log.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>

#include "libraries.h"

// Whoever uses another function adds it here: without that, the program does not link.
#define FFMPEG(F) \
    F(void, av_channel_layout_default, (AVChannelLayout *ch_layout, int nb_channels), (ch_layout, nb_channels)) \
    F(int, av_channel_layout_from_mask, (AVChannelLayout *channel_layout, uint64_t mask), (channel_layout, mask)) \
    F(int, av_find_best_stream, (AVFormatContext *ic, enum AVMediaType type, int wanted_stream_nb, int related_stream, \
        const AVCodec **decoder_ret, int flags), (ic, type, wanted_stream_nb, related_stream, decoder_ret, flags)) \
    F(AVFrame *, av_frame_alloc, (void), ()) \
    F(void, av_frame_free, (AVFrame **frame), (frame)) \
    F(int, av_frame_get_buffer, (AVFrame *frame, int align), (frame, align)) \
    F(AVFrameSideData *, av_frame_get_side_data, (const AVFrame *frame, enum AVFrameSideDataType type), (frame, type)) \
    F(int, av_frame_make_writable, (AVFrame *frame), (frame)) \
    F(void, av_frame_unref, (AVFrame *frame), (frame)) \
    F(void, av_free, (void *ptr), (ptr)) \
    F(void, av_freep, (void *ptr), (ptr)) \
    F(int, av_get_bytes_per_sample, (enum AVSampleFormat sample_fmt), (sample_fmt)) \
    F(void, av_log_set_level, (int level), (level)) \
    F(void *, av_malloc, (size_t size), (size)) \
    F(void, av_max_alloc, (size_t max), (max)) \
    F(int, av_opt_set, (void *obj, const char *name, const char *val, int search_flags), (obj, name, val, search_flags)) \
    F(int, av_opt_set_double, (void *obj, const char *name, double val, int search_flags), (obj, name, val, search_flags)) \
    F(AVPacket *, av_packet_alloc, (void), ()) \
    F(void, av_packet_free, (AVPacket **pkt), (pkt)) \
    F(uint8_t *, av_packet_get_side_data, (const AVPacket *pkt, enum AVPacketSideDataType type, size_t *size), (pkt, type, size)) \
    F(void, av_packet_move_ref, (AVPacket *dst, AVPacket *src), (dst, src)) \
    F(uint8_t *, av_packet_new_side_data, (AVPacket *pkt, enum AVPacketSideDataType type, size_t size), (pkt, type, size)) \
    F(void, av_packet_rescale_ts, (AVPacket *pkt, AVRational tb_src, AVRational tb_dst), (pkt, tb_src, tb_dst)) \
    F(void, av_packet_unref, (AVPacket *pkt), (pkt)) \
    F(int, av_read_frame, (AVFormatContext *s, AVPacket *pkt), (s, pkt)) \
    F(int, av_sample_fmt_is_planar, (enum AVSampleFormat sample_fmt), (sample_fmt)) \
    F(char *, av_strdup, (const char *s), (s)) \
    F(int, av_strerror, (int errnum, char *errbuf, size_t errbuf_size), (errnum, errbuf, errbuf_size)) \
    F(const char *, av_version_info, (void), ()) \
    F(int, av_write_frame, (AVFormatContext *s, AVPacket *pkt), (s, pkt)) \
    F(int, av_write_trailer, (AVFormatContext *s), (s)) \
    F(AVCodecContext *, avcodec_alloc_context3, (const AVCodec *codec), (codec)) \
    F(const AVCodec *, avcodec_find_decoder, (enum AVCodecID id), (id)) \
    F(const AVCodec *, avcodec_find_encoder_by_name, (const char *name), (name)) \
    F(void, avcodec_free_context, (AVCodecContext **avctx), (avctx)) \
    F(const char *, avcodec_get_name, (enum AVCodecID id), (id)) \
    F(int, avcodec_open2, (AVCodecContext *avctx, const AVCodec *codec, AVDictionary **options), (avctx, codec, options)) \
    F(int, avcodec_parameters_from_context, (AVCodecParameters *par, const AVCodecContext *codec), (par, codec)) \
    F(int, avcodec_parameters_to_context, (AVCodecContext *codec, const AVCodecParameters *par), (codec, par)) \
    F(int, avcodec_receive_frame, (AVCodecContext *avctx, AVFrame *frame), (avctx, frame)) \
    F(int, avcodec_receive_packet, (AVCodecContext *avctx, AVPacket *avpkt), (avctx, avpkt)) \
    F(int, avcodec_send_frame, (AVCodecContext *avctx, const AVFrame *frame), (avctx, frame)) \
    F(int, avcodec_send_packet, (AVCodecContext *avctx, const AVPacket *avpkt), (avctx, avpkt)) \
    F(AVFormatContext *, avformat_alloc_context, (void), ()) \
    F(int, avformat_alloc_output_context2, (AVFormatContext **ctx, const AVOutputFormat *oformat, const char *format_name, const char *filename), \
        (ctx, oformat, format_name, filename)) \
    F(void, avformat_close_input, (AVFormatContext **s), (s)) \
    F(int, avformat_find_stream_info, (AVFormatContext *ic, AVDictionary **options), (ic, options)) \
    F(void, avformat_free_context, (AVFormatContext *s), (s)) \
    F(AVStream *, avformat_new_stream, (AVFormatContext *s, const AVCodec *c), (s, c)) \
    F(int, avformat_open_input, (AVFormatContext **ps, const char *url, const AVInputFormat *fmt, AVDictionary **options), (ps, url, fmt, \
        options)) \
    F(int, avformat_write_header, (AVFormatContext *s, AVDictionary **options), (s, options)) \
    F(AVIOContext *, avio_alloc_context, (unsigned char *buffer, int buffer_size, int write_flag, void *opaque, int (*read_packet)(void *, \
        uint8_t *, int), int (*write_packet)(void *, uint8_t *, int), int64_t (*seek)(void *, int64_t, int)), (buffer, buffer_size, write_flag, \
        opaque, read_packet, write_packet, seek)) \
    F(void, avio_context_free, (AVIOContext **s), (s)) \
    F(int, swr_alloc_set_opts2, (struct SwrContext **ps, AVChannelLayout *out_ch_layout, enum AVSampleFormat out_sample_fmt, int out_sample_rate, \
        AVChannelLayout *in_ch_layout, enum AVSampleFormat in_sample_fmt, int in_sample_rate, int log_offset, void *log_ctx), (ps, out_ch_layout, \
        out_sample_fmt, out_sample_rate, in_ch_layout, in_sample_fmt, in_sample_rate, log_offset, log_ctx)) \
    F(int, swr_convert, (struct SwrContext *s, uint8_t **out, int out_count, const uint8_t **in, int in_count), (s, out, out_count, in, in_count)) \
    F(void, swr_free, (struct SwrContext **s), (s)) \
    F(int, swr_get_out_samples, (struct SwrContext *s, int in_samples), (s, in_samples)) \
    F(int, swr_init, (struct SwrContext *s), (s))

// The version whose headers these are: another may have other structures.
#define SONAME(name, version) "lib" name ".so." AV_STRINGIFY(version)

LIBRARY(FFMPEG, SONAME("avutil", LIBAVUTIL_VERSION_MAJOR), SONAME("swresample", LIBSWRESAMPLE_VERSION_MAJOR),
    SONAME("avcodec", LIBAVCODEC_VERSION_MAJOR), SONAME("avformat", LIBAVFORMAT_VERSION_MAJOR))

const struct library *ffmpeg_library(void) { return &library; }
