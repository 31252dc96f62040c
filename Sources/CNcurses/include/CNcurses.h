// What Swift cannot import of ncursesw by itself, typed, and what must run inside a signal handler.
#pragma once

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <termios.h>

// Attributes: macros with casts, which Swift leaves out.
static inline uint32_t foyer_attribute_bold(void) { return (uint32_t)A_BOLD; }
static inline uint32_t foyer_attribute_dim(void) { return (uint32_t)A_DIM; }
static inline uint32_t foyer_attribute_underline(void) { return (uint32_t)A_UNDERLINE; }
static inline uint32_t foyer_attribute_reverse(void) { return (uint32_t)A_REVERSE; }
static inline uint32_t foyer_attribute_italic(void) { return (uint32_t)A_ITALIC; }

// The screen of the last newterm; global variables that Swift holds to be unsafe to read.
static inline WINDOW *foyer_stdscr(void) { return stdscr; }
static inline int foyer_colors(void) { return COLORS; }

// Puts a glyph with at most two marks into a cell; pair is one of init_extended_pair.
static inline int foyer_put(int y, int x, const wchar_t *scalars, uint32_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, scalars, (attr_t)attributes, 0, &pair) == ERR) return ERR;
    return mvwadd_wch(stdscr, y, x, &cell);
}

// What the terminfo database says of the terminal that TERM names.
enum {
    FOYER_TERMINAL_UNKNOWN, // It has no entry.
    FOYER_TERMINAL_SIMPLE,  // It cannot move its cursor, so it can show no screen.
    FOYER_TERMINAL_SCREEN,
};
int foyer_terminal_kind(int tty);

// Descriptors of Linux that Swift's module of glibc leaves out; -1 with errno where there is none.
int foyer_memory_file(void);
int foyer_event(void);
int foyer_pipe(int ends[2]);

// poll(2) that sleeps for parts of a millisecond.
int foyer_poll(struct pollfd *watched, unsigned long count, long seconds, long nanoseconds);

// Handles signals from here on: each that asks for something writes its number to `descriptor`.
// A crash gives the terminal `tty` back, by its saved modes and the text of `restore`, adds where
// it was to the file `report_path`, where one is named, says so in a line and ends the process as
// it would. Both texts must stay as they are until the guard is off.
void foyer_guard_terminal(
    int tty, int descriptor, const struct termios *saved, const char *restore,
    const char *report_path);

// Gives the signals their usual meaning again.
void foyer_unguard_terminal(void);

// Stops the job as Ctrl-Z does; returns when it is continued, or at once where no shell could.
void foyer_stop_here(void);
