// Stands between a program and its disk (LD_PRELOAD), for whatever lies below one directory.
//
// It counts the calls that write, notes each of them with its bytes in a trace, and at the n-th
// kills the program or lets the call fail. What of the trace a power cut leaves is decided by who
// reads it (`Disk.swift`): a call that is not followed by a sync may be lost, or torn.
//
//   POWER_UNDER   the directory; nothing else is looked at
//   POWER_TRACE   a file that gets a record a call
//   POWER_AT      the number of the call at which something happens, from 1
//   POWER_THEN    "kill", or the errno with which that call fails; 0 with it: every later one too
//   POWER_TORN    a write at which the program is killed, or the disk is full, is half done
//   POWER_SQL     what stands in the place of "PRAGMA synchronous = FULL"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long calls;

// Whether a path is looked at. The shared memory of a WAL is made anew after every crash.
static int is_under(const char *path) {
    const char *under = getenv("POWER_UNDER");
    if (!under || strncmp(path, under, strlen(under)) != 0) return 0;
    size_t length = strlen(path);
    return !(length > 4 && strcmp(path + length - 4, "-shm") == 0)
        && !strstr(path, " (deleted)");
}

static int path_of(int file, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, size - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_under(path);
}

// One record: what, where, how much, how long the path is; the path; the bytes.
static void note(char what, const char *path, long offset, const void *bytes, size_t size) {
    const char *trace = getenv("POWER_TRACE");
    if (!trace) return;
    int file = (int)syscall(SYS_openat, AT_FDCWD, trace, O_WRONLY | O_APPEND | O_CREAT, 0600);
    char head[96];
    int length = snprintf(head, sizeof head, "%c %ld %zu %zu\n", what, offset, size, strlen(path));
    syscall(SYS_write, file, head, length);
    syscall(SYS_write, file, path, strlen(path));
    if (size) syscall(SYS_write, file, bytes, size);
    syscall(SYS_close, file);
}

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
}

// Counts a call; answers the errno with which it must fail, or 0; `half` where it is to be torn.
static int due(int *half) {
    *half = 0;
    const char *at = getenv("POWER_AT"), *then = getenv("POWER_THEN");
    long number = ++calls;
    if (!at || !then || number < atol(at)) return 0;
    int is_torn = getenv("POWER_TORN") && number == atol(at);
    if (strcmp(then, "kill") == 0) {
        if (is_torn) *half = 1; else die();
        return 0;
    }
    int is_lasting = then[0] == '0';
    if (number > atol(at) && !is_lasting) return 0;
    *half = is_torn;
    return atoi(then);
}

#define BEGIN int half; pthread_mutex_lock(&lock); int failure = due(&half)
#define FAIL_IF_DUE if (failure) { pthread_mutex_unlock(&lock); errno = failure; return -1; }
#define END(result) int kept = errno; pthread_mutex_unlock(&lock); errno = kept; return result

typedef ssize_t (*writing)(int, const void *, size_t, off64_t);

static ssize_t plain(int file, const void *bytes, size_t size, off64_t offset) {
    (void)offset;
    return REAL(write)(file, bytes, size);
}

static ssize_t placed(int file, const void *bytes, size_t size, off64_t offset) {
    return REAL(pwrite64)(file, bytes, size, offset);
}

static ssize_t written(writing call, int file, const void *bytes, size_t size, off64_t offset) {
    char path[4096];
    if (!path_of(file, path, sizeof path)) return call(file, bytes, size, offset);
    if (call == plain) {
        struct stat status;
        int is_appending = fcntl(file, F_GETFL) & O_APPEND;
        offset = is_appending && fstat(file, &status) == 0
            ? status.st_size : lseek64(file, 0, SEEK_CUR);
    }
    BEGIN;
    if (half) {
        ssize_t count = call(file, bytes, size / 2, offset);
        if (count > 0) note('w', path, offset, bytes, count);
        if (!failure) die();
        if (count > 0) { END(count); }
    }
    FAIL_IF_DUE
    ssize_t count = call(file, bytes, size, offset);
    if (count > 0) note('w', path, offset, bytes, count);
    END(count);
}

ssize_t write(int file, const void *bytes, size_t size) {
    return written(plain, file, bytes, size, 0);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
    return written(placed, file, bytes, size, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
    return written(placed, file, bytes, size, offset);
}

static int truncated(int file, off64_t size) {
    char path[4096];
    if (!path_of(file, path, sizeof path)) return REAL(ftruncate64)(file, size);
    BEGIN;
    FAIL_IF_DUE
    int result = REAL(ftruncate64)(file, size);
    if (result == 0) note('t', path, size, NULL, 0);
    END(result);
}

int ftruncate(int file, off_t size) { return truncated(file, size); }
int ftruncate64(int file, off64_t size) { return truncated(file, size); }

static int synced(int file, int (*call)(int)) {
    char path[4096];
    if (!path_of(file, path, sizeof path)) return call(file);
    struct stat status;
    char what = fstat(file, &status) == 0 && S_ISDIR(status.st_mode) ? 'd' : 's';
    BEGIN;
    FAIL_IF_DUE
    int result = call(file);
    if (result == 0) note(what, path, 0, NULL, 0);
    END(result);
}

int fsync(int file) { return synced(file, REAL(fsync)); }
int fdatasync(int file) { return synced(file, REAL(fdatasync)); }

static int opened(int (*call)(const char *, int, ...), const char *path, int flags, mode_t mode) {
    struct stat status;
    if (!is_under(path)) return call(path, flags, mode);
    int is_there = stat(path, &status) == 0;
    int makes = (flags & O_CREAT) && !is_there;
    int empties = (flags & O_TRUNC) && is_there && status.st_size > 0;
    if (!makes && !empties) return call(path, flags, mode);
    BEGIN;
    FAIL_IF_DUE
    int file = call(path, flags, mode);
    if (file >= 0) note(makes ? 'c' : 't', path, 0, NULL, 0);
    END(file);
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return opened(REAL(name), path, flags, mode); \
    }

OPEN(open)
OPEN(open64)

int unlink(const char *path) {
    if (!is_under(path) || access(path, F_OK) != 0) return REAL(unlink)(path);
    BEGIN;
    FAIL_IF_DUE
    int result = REAL(unlink)(path);
    if (result == 0) note('u', path, 0, NULL, 0);
    END(result);
}

int rename(const char *from, const char *to) {
    if (!is_under(from)) return REAL(rename)(from, to);
    BEGIN;
    FAIL_IF_DUE
    int result = REAL(rename)(from, to);
    if (result == 0) note('r', from, 0, to, strlen(to));
    END(result);
}

int mkdir(const char *path, mode_t mode) {
    if (!is_under(path) || access(path, F_OK) == 0) return REAL(mkdir)(path, mode);
    BEGIN;
    FAIL_IF_DUE
    int result = REAL(mkdir)(path, mode);
    if (result == 0) note('m', path, 0, NULL, 0);
    END(result);
}

// A database opened with less than it asks for.
typedef int (*preparing)(void *, const char *, int, unsigned, void **, const char **);

int sqlite3_prepare_v3(
    void *database, const char *sql, int size, unsigned flags, void **statement, const char **tail
) {
    static const char full[] = "PRAGMA synchronous = FULL";
    preparing call = (preparing)dlsym(RTLD_NEXT, "sqlite3_prepare_v3");
    const char *other = getenv("POWER_SQL");
    const char *start = sql + strspn(sql, " \n;");
    if (!other || strncmp(start, full, sizeof full - 1) != 0) {
        return call(database, sql, size, flags, statement, tail);
    }
    int result = call(database, other, -1, flags, statement, NULL);
    if (tail) *tail = start + sizeof full - 1;
    return result;
}
