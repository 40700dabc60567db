#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

pid_t CSandbox_fork(void) { return fork(); }

int CSandbox_wait(pid_t child, int *code, int *signal) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return errno;
    }
    *code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    *signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return 0;
}

int CSandbox_closeFrom(int first) {
#ifdef SYS_close_range
    return syscall(SYS_close_range, (unsigned)first, ~0U, 0) == 0 ? 0 : errno;
#else
    return ENOSYS;
#endif
}

static int limit(int resource, uint64_t value) {
    struct rlimit both = {.rlim_cur = value, .rlim_max = value};
    return setrlimit(resource, &both) == 0 ? 0 : errno;
}

int CSandbox_limitMemory(uint64_t bytes) {
    int error = limit(RLIMIT_AS, bytes);
    // Files can be made in memory alone (memfd), where a voice's description is kept: it is short.
    if (!error) error = limit(RLIMIT_FSIZE, 1 << 16);
    if (!error) error = limit(RLIMIT_CORE, 0);
    return error;
}

int CSandbox_limitProcessorTime(uint64_t seconds) { return limit(RLIMIT_CPU, seconds); }

int CSandbox_dieWithParent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 ? 0 : errno; }

#if defined(__x86_64__)
#define HOST_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define HOST_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// If the system call is `name`, answer EPERM.
#define FORBID(name)                                            \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 1),      \
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

int CSandbox_forbidNetwork(void) {
#ifdef HOST_ARCHITECTURE
    struct sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, HOST_ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#if defined(__x86_64__)
        // The x32 calls are the same ones under other numbers.
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
#endif
        FORBID(socket), FORBID(socketpair), FORBID(connect), FORBID(bind), FORBID(listen), FORBID(accept), FORBID(accept4),
        FORBID(sendto), FORBID(sendmsg), FORBID(sendmmsg), FORBID(recvfrom), FORBID(recvmsg), FORBID(recvmmsg),
        FORBID(execve), FORBID(execveat), FORBID(ptrace), FORBID(process_vm_readv), FORBID(process_vm_writev), FORBID(pidfd_getfd),
        FORBID(mount), FORBID(umount2), FORBID(pivot_root), FORBID(chroot), FORBID(setns), FORBID(unshare), FORBID(open_by_handle_at),
        FORBID(kill), FORBID(tkill), FORBID(rt_sigqueueinfo), FORBID(rt_tgsigqueueinfo), FORBID(pidfd_send_signal),
        FORBID(truncate), FORBID(fchmod), FORBID(fchmodat), FORBID(fchown), FORBID(fchownat), FORBID(utimensat),
        FORBID(setxattr), FORBID(lsetxattr), FORBID(fsetxattr), FORBID(removexattr), FORBID(lremovexattr), FORBID(fremovexattr),
#if defined(__x86_64__)
        FORBID(chmod), FORBID(chown), FORBID(lchown), FORBID(utime), FORBID(utimes), FORBID(futimesat),
#endif
        FORBID(bpf), FORBID(perf_event_open), FORBID(userfaultfd), FORBID(keyctl), FORBID(add_key), FORBID(request_key),
        FORBID(io_uring_setup), FORBID(io_uring_enter), FORBID(io_uring_register),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {.len = sizeof rules / sizeof rules[0], .filter = rules};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 ? 0 : errno;
#else
    return ENOSYS;
#endif
}

int CSandbox_allowReadingOnly(const char *const *paths, size_t count) {
    // Everything that the first version of Landlock can forbid, so that older kernels do it too.
    struct landlock_ruleset_attr everything = {
        .handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
                             LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                             LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                             LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
                             LANDLOCK_ACCESS_FS_MAKE_SYM,
    };
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &everything, sizeof everything, 0);
    if (ruleset < 0) return errno;
    int error = 0;
    for (size_t i = 0; i < count && !error; i++) {
        int folder = open(paths[i], O_PATH | O_CLOEXEC);
        if (folder < 0) {
            if (errno == ENOENT) continue;
            error = errno;
            break;
        }
        struct landlock_path_beneath_attr reading = {
            .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR, .parent_fd = folder};
        if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &reading, 0) != 0) error = errno;
        close(folder);
    }
    if (!error && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) error = errno;
    if (!error && syscall(SYS_landlock_restrict_self, ruleset, 0) != 0) error = errno;
    close(ruleset);
    return error;
}
