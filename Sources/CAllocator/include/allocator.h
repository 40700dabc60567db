// What Swift does not see of glibc's allocator.
#ifndef CALLOCATOR_H
#define CALLOCATOR_H

/// Bounds how many arenas there are. glibc makes up to eight a core, and each keeps the memory of its busiest moment; small blocks come from a
/// thread's own cache in any case. To be called before there are other threads. Without effect where the allocator is another.
void CAllocator_limitArenas(int count);

#endif
