#define _GNU_SOURCE
#include "cterminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int routed[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE};
enum { ROUTED_COUNT = sizeof routed / sizeof *routed };

static struct sigaction previous[ROUTED_COUNT];
static int ends[2] = {-1, -1};

// A full pipe is fine: then a wakeup is waiting already.
static void put(unsigned char byte) {
  ssize_t ignored = write(ends[1], &byte, 1);
  (void)ignored;
}

static void route(int signal) {
  int saved = errno;
  put((unsigned char)signal);
  errno = saved;
}

int capstan_signals_begin(void) {
  if (ends[0] < 0 && pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0) return -1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_flags = SA_RESTART;
  for (int i = 0; i < ROUTED_COUNT; i++) {
    action.sa_handler = routed[i] == SIGPIPE ? SIG_IGN : route;
    sigaction(routed[i], &action, &previous[i]);
  }
  capstan_wake();
  return ends[0];
}

void capstan_signals_end(void) {
  for (int i = 0; i < ROUTED_COUNT; i++) sigaction(routed[i], &previous[i], NULL);
}

void capstan_wake(void) {
  if (ends[1] >= 0) put(0);
}

void capstan_stop(void) {
  struct sigaction standard, ours;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &ours);
  // The whole group, as the terminal does it; the call returns after SIGCONT. An orphaned group is
  // not stopped and goes straight on. A raise() as well would stop us a second time after `fg`.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
