// What must be C because it runs in a signal handler or between two signals: no allocation, no
// locks, no Swift.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stddef.h>

/// Sends WINCH, CONT, TSTP, TERM, HUP, INT and QUIT to a pipe, one byte with the signal's number
/// each, and ignores PIPE. To be called before newterm(), which leaves alone the handlers it finds.
/// Gives the non-blocking read end, which holds one wake byte to begin with, or -1.
int capstan_signals_begin(void);
/// Puts back what was there before.
void capstan_signals_end(void);
/// Puts byte 0 into the same pipe, from any thread.
void capstan_wake(void);
/// Stops the foreground process group as Ctrl-Z would, and comes back after SIGCONT.
void capstan_stop(void);

/// Remembers the terminal's modes as they are now. To be called before they are changed.
int capstan_guard_remember(int tty);
/// From now on a fatal signal or exit() writes `restore` to the terminal, puts back the modes,
/// copies what was written to `captured` to `errors`, and only then goes its way; a fatal signal also
/// copies it to `log`, unless that is -1, and says `farewell` on `errors`. -1 if `restore`
/// is too long.
int capstan_guard_arm(
    int tty, const char *restore, size_t length, int captured, int errors, int log,
    const char *farewell);
void capstan_guard_disarm(void);

/// A file in memory, closed in children; -1 on failure.
int capstan_memory_file(const char *name);

#endif
