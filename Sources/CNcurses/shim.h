// What Swift cannot import from curses.h: variables, macros, and functions that another header
// hides. Nothing else is here.
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>

static inline WINDOW *capstan_standard_window(void) { return stdscr; }
static inline WINDOW *capstan_current_window(void) { return curscr; }
static inline int capstan_colors(void) { return COLORS; }
static inline int capstan_color_pairs(void) { return COLOR_PAIRS; }

static const uint32_t CAPSTAN_BOLD = A_BOLD;
static const uint32_t CAPSTAN_DIM = A_DIM;
static const uint32_t CAPSTAN_ITALIC = A_ITALIC;
static const uint32_t CAPSTAN_UNDERLINE = A_UNDERLINE;
static const uint32_t CAPSTAN_REVERSE = A_REVERSE;

/// Fills a cell: a spacing scalar and its marks. Pairs above 32767 only go through the last
/// argument of setcchar.
static inline void capstan_set_cell(
    cchar_t *cell, const uint32_t *scalars, int count, uint32_t attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  int length = count < CCHARW_MAX ? count : CCHARW_MAX;
  for (int i = 0; i < length; i++) text[i] = (wchar_t)scalars[i];
  text[length] = 0;
  setcchar(cell, text, (attr_t)attributes, 0, &pair);
}

// term.h defines macros named `lines` and `columns`, so its functions are declared here.
extern int setupterm(const char *, int, int *);
extern char *tigetstr(const char *);
extern int tigetnum(const char *);

/// The capability, or NULL if the terminal lacks it.
static inline const char *capstan_capability(const char *name) {
  char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

// Declared by wchar.h only for _XOPEN_SOURCE, which a module cannot define.
extern int wcwidth(wchar_t);
static inline int capstan_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

#endif
