#ifndef CPTY_H
#define CPTY_H

#include <sys/types.h>

/// Starts the program at the absolute path argv[0] with a new pseudo-terminal of this size as its
/// controlling terminal on 0, 1 and 2. Gives the master, non-blocking and closed in children, or -1
/// with errno. `slave` stays open, so that nothing written before the exit is lost.
int pty_spawn(
    char *const argv[], char *const environment[], const char *folder, int rows, int columns,
    pid_t *pid, int *slave);
/// Changes the size; the kernel tells the foreground group.
int pty_resize(int master, int rows, int columns);

#endif
