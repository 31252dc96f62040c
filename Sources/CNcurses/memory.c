#define _GNU_SOURCE
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CNcurses.h"

static int give_back(struct dl_phdr_info *image, size_t size, void *unused) {
    (void)size;
    (void)unused;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int i = 0; i < image->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &image->dlpi_phdr[i];
        // Code that can be written to is no copy of its file.
        if (part->p_type != PT_LOAD || (part->p_flags & (PF_X | PF_W)) != PF_X) continue;
        uintptr_t start = (image->dlpi_addr + part->p_vaddr + page - 1) & ~(page - 1);
        uintptr_t end = (image->dlpi_addr + part->p_vaddr + part->p_filesz) & ~(page - 1);
        if (start < end) madvise((void *)start, end - start, MADV_DONTNEED);
    }
    return 0;
}

void foyer_give_back_code(void) { dl_iterate_phdr(give_back, NULL); }
