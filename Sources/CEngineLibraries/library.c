#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CEngineLibraries.h"
#include "libraries.h"

enum { most_files = 16 };

static pthread_mutex_t loading = PTHREAD_MUTEX_INITIALIZER;
static char failure[512];

static const char *fail(const char *reason) {
    snprintf(failure, sizeof failure, "%s", reason ? reason : "a library is not what it should be");
    return failure;
}

static const char *load(const struct library *library) {
    const struct library_function *last = library->functions;
    while (last[1].name) last++;
    // They are filled in order.
    if (__atomic_load_n(last->address, __ATOMIC_ACQUIRE)) return NULL;
    void *handles[most_files];
    int count = 0;
    for (const char *const *file = library->files; *file && count < most_files; file++) {
        // For good: what an engine has begun may hold its functions for as long as the process lives.
        handles[count] = dlopen(*file, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
        if (!handles[count++]) return fail(dlerror());
    }
    for (const struct library_function *function = library->functions; function->name; function++) {
        void *address = NULL;
        for (int i = 0; i < count && !address; i++) address = dlsym(handles[i], function->name);
        if (!address) return fail(dlerror());
        __atomic_store_n(function->address, address, __ATOMIC_RELEASE);
    }
    return NULL;
}

const char *library_load(const struct library *library) {
    pthread_mutex_lock(&loading);
    const char *reason = load(library);
    pthread_mutex_unlock(&loading);
    return reason;
}

void *library_need(const struct library *library, void **address) {
    const char *reason = library_load(library);
    if (reason) {
        fprintf(stderr, "mynah: %s\n", reason);
        abort();
    }
    return __atomic_load_n(address, __ATOMIC_ACQUIRE);
}

const char *CEngineLibraries_load(void) {
    const struct library *all[] = {ffmpeg_library(), espeak_library(), flite_library(), mecab_library()};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        const char *reason = library_load(all[i]);
        if (reason) return reason;
    }
    return NULL;
}
