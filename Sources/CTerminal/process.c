// environ is no part of plain C.
#define _GNU_SOURCE

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
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
