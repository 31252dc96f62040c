// Signal handlers: only what POSIX holds to be safe in one (signal-safety(7)).
#include "CNcurses.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t guard_tty = -1;
static volatile sig_atomic_t guard_descriptor = -1;
static struct termios guard_modes;
static const char *guard_restore;
static long guard_length;

static const int asking[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT};
static const int crashing[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
static struct sigaction before[sizeof crashing / sizeof crashing[0]];

static void ask(int number) {
    int kept = errno;
    unsigned char byte = (unsigned char)number;
    ssize_t written = write(guard_descriptor, &byte, 1);
    (void)written; // A full pipe has been asked already.
    errno = kept;
}

static void crash(int number) {
    if (guard_tty >= 0) {
        ssize_t written = write(guard_tty, guard_restore, (size_t)guard_length);
        (void)written;
        tcsetattr(guard_tty, TCSANOW, &guard_modes);
    }
    for (size_t i = 0; i < sizeof crashing / sizeof crashing[0]; i++) {
        if (crashing[i] == number) sigaction(number, &before[i], NULL);
    }
    raise(number);
}

void foyer_guard_terminal(
    int tty, int descriptor, const struct termios *saved, const char *restore, long length) {
    guard_modes = *saved;
    guard_restore = restore;
    guard_length = length;
    guard_descriptor = descriptor;
    guard_tty = tty;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = ask;
    action.sa_flags = SA_RESTART;
    for (size_t i = 0; i < sizeof asking / sizeof asking[0]; i++) {
        sigaction(asking[i], &action, NULL);
    }
    // A stack overflow needs another stack to be handled on.
    static char stack[64 * 1024];
    stack_t alternate = {.ss_sp = stack, .ss_flags = 0, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    action.sa_handler = crash;
    action.sa_flags = SA_ONSTACK | SA_NODEFER;
    for (size_t i = 0; i < sizeof crashing / sizeof crashing[0]; i++) {
        sigaction(crashing[i], &action, &before[i]);
    }
}

void foyer_unguard_terminal(void) {
    guard_tty = -1;
    for (size_t i = 0; i < sizeof asking / sizeof asking[0]; i++) signal(asking[i], SIG_DFL);
    for (size_t i = 0; i < sizeof crashing / sizeof crashing[0]; i++) {
        sigaction(crashing[i], &before[i], NULL);
    }
}

void foyer_stop_here(void) {
    // The whole job stops, as the terminal would have done it.
    kill(0, SIGSTOP);
}
