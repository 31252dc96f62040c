// Signal handlers: only what POSIX holds to be safe in one (signal-safety(7)).
#include "CNcurses.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static volatile sig_atomic_t guard_tty = -1;
static volatile sig_atomic_t guard_descriptor = -1;
static struct termios guard_modes;
static const char *guard_restore;
static long guard_length;

static const int asking[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT};
static struct sigaction asked_before[COUNT(asking)];
static const int crashing[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
static struct sigaction crashed_before[COUNT(crashing)];

static void ask(int number) {
    int kept = errno;
    unsigned char byte = (unsigned char)number;
    ssize_t written = write(guard_descriptor, &byte, 1);
    (void)written; // A full pipe has been asked already.
    errno = kept;
}

static void crash(int number, siginfo_t *info, void *context) {
    (void)context;
    if (guard_tty >= 0) {
        ssize_t written = write(guard_tty, guard_restore, (size_t)guard_length);
        (void)written;
        tcsetattr(guard_tty, TCSANOW, &guard_modes);
    }
    for (size_t i = 0; i < COUNT(crashing); i++) {
        if (crashing[i] == number) sigaction(number, &crashed_before[i], NULL);
    }
    // A fault happens again on return, and the runtime's backtrace names its true place. What was
    // sent, and a trap, which is stepped over, must be raised.
    int is_fault = info->si_code > 0 && info->si_code != SI_KERNEL && number != SIGTRAP;
    if (!is_fault) raise(number);
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
    for (size_t i = 0; i < COUNT(asking); i++) sigaction(asking[i], &action, &asked_before[i]);
    // A stack overflow needs another stack to be handled on.
    static char stack[64 * 1024];
    stack_t alternate = {.ss_sp = stack, .ss_flags = 0, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    action.sa_sigaction = crash;
    action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_SIGINFO;
    for (size_t i = 0; i < COUNT(crashing); i++) {
        sigaction(crashing[i], &action, &crashed_before[i]);
    }
}

void foyer_unguard_terminal(void) {
    guard_tty = -1;
    for (size_t i = 0; i < COUNT(asking); i++) sigaction(asking[i], &asked_before[i], NULL);
    for (size_t i = 0; i < COUNT(crashing); i++) {
        sigaction(crashing[i], &crashed_before[i], NULL);
    }
}

void foyer_stop_here(void) {
    struct sigaction action;
    struct sigaction kept;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &action, &kept);
    // The whole job stops, as the terminal would have done it. Without a shell that could continue
    // it the system ignores this, where SIGSTOP would stop the program for good.
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &kept, NULL);
}
