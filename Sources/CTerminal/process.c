// environ is no part of plain C.
#define _GNU_SOURCE

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const int taken_signals[] = {
    process_signal_hang_up,        process_signal_interrupt,     process_signal_quit,
    process_signal_terminate,      process_signal_continue,      process_signal_keyboard_stop,
    process_signal_window_change,
};
static const size_t taken_signal_count = sizeof taken_signals / sizeof *taken_signals;

_Static_assert(
    process_signal_hang_up == SIGHUP && process_signal_interrupt == SIGINT
        && process_signal_quit == SIGQUIT && process_signal_terminate == SIGTERM
        && process_signal_continue == SIGCONT && process_signal_keyboard_stop == SIGTSTP
        && process_signal_window_change == SIGWINCH,
    "the numbers of the signals are those of this system");

bool process_open_standard_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    if (open("/dev/null", O_RDWR) != descriptor) return false;
  }
  return true;
}

bool process_forbid_memory_dumps(void) {
  struct rlimit none = {0, 0};
  return setrlimit(RLIMIT_CORE, &none) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

const char *process_environment_entry(size_t index) {
  return environ[index];
}

static bool is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

int process_open_signals(void) {
  sigset_t set;
  sigemptyset(&set);
  for (size_t index = 0; index < taken_signal_count; index++) {
    if (!is_ignored(taken_signals[index])) sigaddset(&set, taken_signals[index]);
  }
  if (signal(SIGPIPE, SIG_IGN) == SIG_ERR) return -1;
  if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int process_next_signal(int descriptor) {
  struct signalfd_siginfo information;
  ssize_t count;
  do {
    count = read(descriptor, &information, sizeof information);
  } while (count == -1 && errno == EINTR);
  return count == (ssize_t)sizeof information ? (int)information.ssi_signo : 0;
}

int process_restore_signals_in_child(posix_spawnattr_t *attributes) {
  sigset_t usual;
  sigset_t none;
  short flags = 0;
  sigemptyset(&none);
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  int error = posix_spawnattr_getflags(attributes, &flags);
  if (error == 0) error = posix_spawnattr_setsigmask(attributes, &none);
  if (error == 0) error = posix_spawnattr_setsigdefault(attributes, &usual);
  if (error == 0) {
    error = posix_spawnattr_setflags(
        attributes, (short)(flags | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
  }
  return error;
}

int process_close_descriptors_in_child(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

// --- What a process may no longer do ---------------------------------------------------------

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT};
static const int keyboard_signals[] = {SIGTSTP, SIGQUIT, SIGTTIN, SIGTTOU};

void process_end_on_crash(void) {
  for (size_t index = 0; index < sizeof crash_signals / sizeof *crash_signals; index++) {
    if (!is_ignored(crash_signals[index])) signal(crash_signals[index], SIG_DFL);
  }
}

void process_keep_files_private(void) {
  umask(077);
}

void process_ignore_keyboard_signals(void) {
  for (size_t index = 0; index < sizeof keyboard_signals / sizeof *keyboard_signals; index++) {
    signal(keyboard_signals[index], SIG_IGN);
  }
}

#if defined(__x86_64__)
static const uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
static const uint32_t architecture = AUDIT_ARCH_AARCH64;
#endif

#define LOAD(member)                                                                             \
  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, member))
#define REFUSE(number) BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (number))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define UNLESS(value, steps) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, (steps))

bool process_forbid_programs(void) {
  struct sock_filter steps[] = {
      // Calls of another architecture have other numbers.
      LOAD(arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      LOAD(nr),
#if defined(__x86_64__)
      // So have those with 32-bit pointers.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      REFUSE(EPERM),
      UNLESS(SYS_fork, 1),
      REFUSE(EPERM),
      UNLESS(SYS_vfork, 1),
      REFUSE(EPERM),
#endif
      UNLESS(SYS_execve, 1),
      REFUSE(EPERM),
      UNLESS(SYS_execveat, 1),
      REFUSE(EPERM),
      UNLESS(SYS_ptrace, 1),
      REFUSE(EPERM),
      // Its flags lie behind a pointer, which no filter can follow; the C library then uses clone.
      UNLESS(SYS_clone3, 1),
      REFUSE(ENOSYS),
      UNLESS(SYS_clone, 3),
      LOAD(args[0]),
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
      REFUSE(EPERM),
      ALLOW,
  };
  struct sock_fprog program = {(unsigned short)(sizeof steps / sizeof *steps), steps};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
      && syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

bool process_lock_memory(void) {
  struct rlimit limit;
  // With a lower limit the program would run out of memory later, in the midst of an answer.
  if (getrlimit(RLIMIT_MEMLOCK, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY) return false;
  return mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0;
}

bool process_end_with_parent(int parent, int number) {
  return prctl(PR_SET_PDEATHSIG, number, 0, 0, 0) == 0 && getppid() == parent;
}
