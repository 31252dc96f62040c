#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CNcurses.h"

int foyer_memory_file(void) { return memfd_create("foyer-frame", MFD_CLOEXEC); }

int foyer_event(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

int foyer_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

int foyer_poll(struct pollfd *watched, unsigned long count, long seconds, long nanoseconds) {
    struct timespec longest = {.tv_sec = seconds, .tv_nsec = nanoseconds};
    return ppoll(watched, count, &longest, NULL);
}
