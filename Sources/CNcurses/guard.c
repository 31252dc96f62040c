// Signal handlers: only what POSIX holds to be safe in one (signal-safety(7)).
#include "CNcurses.h"

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static volatile sig_atomic_t guard_tty = -1;
static volatile sig_atomic_t guard_descriptor = -1;
static struct termios guard_modes;
static const char *guard_restore;
static const char *guard_report;

static const int asking[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT, SIGCHLD};
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

static void say(int descriptor, const char *text) {
    ssize_t written = write(descriptor, text, strlen(text));
    (void)written;
}

static const char *name_of(int number) {
    switch (number) {
    case SIGSEGV: return "SIGSEGV";
    case SIGBUS: return "SIGBUS";
    case SIGILL: return "SIGILL";
    case SIGTRAP: return "SIGTRAP";
    case SIGABRT: return "SIGABRT";
    default: return "SIGFPE";
    }
}

// Where the program was, added to the report's file; `swift demangle` makes its names readable.
static void report(int number) {
    int file = open(guard_report, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) return;
    say(file, "foyer crashed: ");
    say(file, name_of(number));
    say(file, "\n");
    void *frames[128];
    backtrace_symbols_fd(frames, backtrace(frames, COUNT(frames)), file);
    close(file);
    say(STDERR_FILENO, "; where it was stands in ");
    say(STDERR_FILENO, guard_report);
}

static void crash(int number) {
    if (guard_tty >= 0) {
        say(guard_tty, guard_restore);
        tcsetattr(guard_tty, TCSANOW, &guard_modes);
    }
    // A second crash, in what follows, ends the program at once.
    for (size_t i = 0; i < COUNT(crashing); i++) signal(crashing[i], SIG_DFL);
    say(STDERR_FILENO, "foyer crashed: ");
    say(STDERR_FILENO, name_of(number));
    if (guard_report != NULL) report(number);
    say(STDERR_FILENO, "\n");
    raise(number);
}

void foyer_guard_terminal(
    int tty, int descriptor, const struct termios *saved, const char *restore,
    const char *report_path) {
    guard_modes = *saved;
    guard_restore = restore;
    guard_report = report_path;
    // The first call loads a library, which a handler must not.
    void *frame;
    backtrace(&frame, 1);
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
    action.sa_handler = crash;
    action.sa_flags = SA_ONSTACK | SA_NODEFER;
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
