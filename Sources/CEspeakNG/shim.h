#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>

#include <sys/syscall.h>
#include <unistd.h>

/// A new file that is in memory alone and goes with its descriptor; -1 where the system has none.
static inline int CEspeakNG_memoryFile(void) {
    // MFD_CLOEXEC, whose header only GNU sources see.
    return (int)syscall(SYS_memfd_create, "voice", 1U);
}
