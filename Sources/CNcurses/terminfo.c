// Apart from the header, for <term.h> makes macros of ordinary words.
#include "CNcurses.h"

#include <term.h>

int foyer_terminal_kind(int tty) {
    int found = 0;
    // Asked here first: newterm would print its complaint over the shell's line.
    if (setupterm(NULL, tty, &found) == ERR) return FOYER_TERMINAL_UNKNOWN;
    int kind = cursor_address == NULL ? FOYER_TERMINAL_SIMPLE : FOYER_TERMINAL_SCREEN;
    del_curterm(cur_term);
    return kind;
}
