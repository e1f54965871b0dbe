#ifndef CAPSTAN_CZLIB_H
#define CAPSTAN_CZLIB_H

#include <zlib.h>

/// Prepares a stream to inflate gzip members; `inflateInit2` itself is a macro.
static inline int capstan_inflate_init(z_streamp stream) {
  return inflateInit2(stream, 15 + 16);
}

#endif
