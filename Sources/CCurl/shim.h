// libcurl, with the calls of variable arguments that Swift does not see.
#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H
#include <curl/curl.h>

static inline CURLcode CCurl_setNumber(CURL *handle, CURLoption option, long value) { return curl_easy_setopt(handle, option, value); }
static inline CURLcode CCurl_setSize(CURL *handle, CURLoption option, curl_off_t value) { return curl_easy_setopt(handle, option, value); }
static inline CURLcode CCurl_setText(CURL *handle, CURLoption option, const char *value) { return curl_easy_setopt(handle, option, value); }
static inline CURLcode CCurl_setContext(CURL *handle, CURLoption option, void *value) { return curl_easy_setopt(handle, option, value); }
static inline CURLcode CCurl_setHeaders(CURL *handle, struct curl_slist *value) { return curl_easy_setopt(handle, CURLOPT_HTTPHEADER, value); }
/// For `CURLOPT_WRITEFUNCTION` and `CURLOPT_HEADERFUNCTION`.
static inline CURLcode CCurl_setReceiver(CURL *handle, CURLoption option, curl_write_callback value) { return curl_easy_setopt(handle, option, value); }
static inline CURLcode CCurl_setSocketOpener(CURL *handle, curl_opensocket_callback value) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

static inline long CCurl_status(CURL *handle) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}
/// Seconds; 0 where the answer names none.
static inline curl_off_t CCurl_retryAfter(CURL *handle) {
    curl_off_t seconds = 0;
    curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds);
    return seconds;
}
/// What was set as `CURLOPT_PRIVATE`.
static inline void *CCurl_owner(CURL *handle) {
    void *owner = NULL;
    curl_easy_getinfo(handle, CURLINFO_PRIVATE, &owner);
    return owner;
}
static inline CURLMcode CCurl_setMultiNumber(CURLM *handle, CURLMoption option, long value) { return curl_multi_setopt(handle, option, value); }
/// The address that a socket is to be opened to: a `sockaddr` of `addrlen` bytes.
static inline const void *CCurl_address(const struct curl_sockaddr *address) { return &address->addr; }
#endif
