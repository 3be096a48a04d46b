// wcwidth is no part of plain C.
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE

#include "CTerminal.h"

#include <locale.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static struct termios state_when_found;
static bool restores_at_exit = false;
static int holders = 0;
static struct termios state_before_hidden_input;

bool terminal_use_utf8(void) {
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

int terminal_columns_of_scalar(uint32_t scalar) {
  return wcwidth((wchar_t)scalar);
}

bool terminal_read_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
    return false;
  }
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

static void restore_at_exit(void) {
  if (holders > 0) tcsetattr(STDIN_FILENO, TCSANOW, &state_when_found);
}

bool terminal_hold(void) {
  if (holders == 0 && tcgetattr(STDIN_FILENO, &state_when_found) != 0) return false;
  if (!restores_at_exit) restores_at_exit = atexit(restore_at_exit) == 0;
  holders++;
  return true;
}

void terminal_release(void) {
  holders--;
}

bool terminal_begin_hidden_input(void) {
  struct termios hidden;
  if (tcgetattr(STDIN_FILENO, &state_before_hidden_input) != 0 || !terminal_hold()) return false;
  hidden = state_before_hidden_input;
  hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
  hidden.c_iflag &= ~(tcflag_t)(IXON);
  hidden.c_cc[VMIN] = 1;
  hidden.c_cc[VTIME] = 0;
  if (tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0) return true;
  terminal_release();
  return false;
}

void terminal_end_hidden_input(void) {
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &state_before_hidden_input);
  terminal_release();
}

void terminal_drop_input(int descriptor) {
  tcflush(descriptor, TCIFLUSH);
}

static struct termios sane_modes(const struct termios *found) {
  struct termios modes = *found;
  modes.c_iflag = BRKINT | ICRNL | IMAXBEL | IXON | IUTF8;
  modes.c_oflag = OPOST | ONLCR;
  modes.c_cflag |= CREAD;
  modes.c_lflag = ISIG | ICANON | IEXTEN | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE;
  modes.c_cc[VINTR] = 0x03;
  modes.c_cc[VQUIT] = 0x1C;
  modes.c_cc[VERASE] = 0x7F;
  modes.c_cc[VKILL] = 0x15;
  modes.c_cc[VEOF] = 0x04;
  modes.c_cc[VSTART] = 0x11;
  modes.c_cc[VSTOP] = 0x13;
  modes.c_cc[VSUSP] = 0x1A;
  modes.c_cc[VREPRINT] = 0x12;
  modes.c_cc[VWERASE] = 0x17;
  modes.c_cc[VLNEXT] = 0x16;
  modes.c_cc[VDISCARD] = 0x0F;
  modes.c_cc[VEOL] = _POSIX_VDISABLE;
  modes.c_cc[VEOL2] = _POSIX_VDISABLE;
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  return modes;
}

bool terminal_make_sane(int descriptor) {
  struct termios modes;
  if (tcgetattr(descriptor, &modes) != 0) return false;
  modes = sane_modes(&modes);
  return tcsetattr(descriptor, TCSAFLUSH, &modes) == 0;
}

bool terminal_make_deaf(int descriptor) {
  struct termios modes;
  if (tcgetattr(descriptor, &modes) != 0) return false;
  modes = sane_modes(&modes);
  modes.c_iflag &= ~(tcflag_t)(IXON | BRKINT);
  modes.c_iflag |= IGNBRK;
  modes.c_lflag &= ~(tcflag_t)(ISIG | IEXTEN | ECHO | ECHONL);
  return tcsetattr(descriptor, TCSAFLUSH, &modes) == 0;
}
