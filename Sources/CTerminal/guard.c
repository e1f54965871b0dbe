#define _GNU_SOURCE
#include "cterminal.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal };

static struct sigaction previous[FATAL_COUNT];
static volatile sig_atomic_t armed = 0;
static int terminal, captured_file, error_file, log_file;
static char farewell_text[1024];
static char restore_bytes[512];
static size_t restore_length;
static struct termios modes;
static char handler_stack[64 * 1024];

static void copy_captured(int target) {
  char buffer[4096];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(captured_file, buffer, sizeof buffer, offset)) > 0) {
    if (write(target, buffer, (size_t)count) < 0) break;
    offset += count;
  }
}

static void put_back(void) {
  if (!armed) return;
  armed = 0;
  signal(SIGTTOU, SIG_IGN);  // in the background, tcsetattr would stop us here
  if (write(terminal, restore_bytes, restore_length) < 0) { /* the terminal is gone */ }
  tcsetattr(terminal, TCSAFLUSH, &modes);
  if (captured_file < 0) return;
  copy_captured(error_file);
  dup2(error_file, 2);  // the backtrace comes next
}

static void say(int target, const char *text) {
  if (write(target, text, strlen(text)) < 0) { /* nobody listens */ }
}

// The log first: the terminal may be gone.
static void report(int signal) {
  if (log_file >= 0) {
    char line[] = "crash: signal 00\n";
    line[14] = (char)('0' + signal / 10 % 10);
    line[15] = (char)('0' + signal % 10);
    say(log_file, line);
    if (captured_file >= 0) copy_captured(log_file);
  }
  put_back();
  if (error_file >= 0) say(error_file, farewell_text);
}

static void on_fatal(int signal, siginfo_t *info, void *context) {
  (void)context;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &previous[i], NULL);
  if (armed) report(signal);
  // A hardware fault comes again when we return; abort() and kill() do not.
  if (signal == SIGABRT || info->si_code <= 0) raise(signal);
}

int capstan_guard_remember(int tty) { return tcgetattr(tty, &modes); }

int capstan_guard_arm(
    int tty, const char *restore, size_t length, int captured, int errors, int log,
    const char *farewell) {
  static int at_exit = 0;
  if (length > sizeof restore_bytes) return -1;
  // A text cut short is better than a terminal that is not put back.
  snprintf(farewell_text, sizeof farewell_text, "%s", farewell);
  log_file = log;
  memcpy(restore_bytes, restore, length);
  restore_length = length;
  terminal = tty;
  captured_file = captured;
  error_file = errors;
  // One thread's stack: it covers an overflow on the main thread only.
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fatal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &previous[i]);
  armed = 1;
  if (!at_exit) at_exit = atexit(put_back) == 0;
  return 0;
}

void capstan_guard_disarm(void) {
  if (!armed) return;
  armed = 0;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &previous[i], NULL);
}

int capstan_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }
