// Swift has no way to ask a processor for memory without waiting for it; C has.
#pragma once

/// Asks for the line of memory that `address` lies in.
static inline void capstan_prefetch(const void *address) { __builtin_prefetch(address); }
