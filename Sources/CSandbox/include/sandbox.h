// What confines a host process. Every function answers 0, or the error number; ENOSYS where the kernel lacks it.
#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Forks: -1 with errno on failure. Only a process with a single thread may call it.
pid_t CSandbox_fork(void);

/// Waits for a child: its exit code in `code`, or the signal that ended it in `signal` (0 if none).
int CSandbox_wait(pid_t child, int *code, int *signal);

/// Closes every descriptor from `first` on.
int CSandbox_closeFrom(int first);

/// Bounds the address space (bytes), and forbids files that grow and core dumps.
int CSandbox_limitMemory(uint64_t bytes);

/// Bounds the processor time of this process, in seconds.
int CSandbox_limitProcessorTime(uint64_t seconds);

/// Has this process killed when the thread that made it ends.
int CSandbox_dieWithParent(void);

/// Forbids sockets, new programs, signals to others, changes of files by path, tracing, mounts and io_uring, for this process and its children (seccomp-bpf).
int CSandbox_forbidNetwork(void);

/// Leaves only reading beneath `paths` of the file system (Landlock); open descriptors stay usable.
int CSandbox_allowReadingOnly(const char *const *paths, size_t count);

#endif
