// adjtimex is no part of plain C.
#define _GNU_SOURCE

#include "CTerminal.h"

#include <sys/timex.h>

bool process_clock_is_synchronized(void) {
  struct timex state = {0};
  int clock = adjtimex(&state);
  return clock != -1 && clock != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}
