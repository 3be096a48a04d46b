#ifndef CTERMINAL_H
#define CTERMINAL_H

// Everything this program asks of C in one place: libedit behind functions with a fixed signature
// (its own are variadic, which Swift does not see), signals as a descriptor, and process limits.

#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>

#pragma clang assume_nonnull begin

// --- Line editing (editor.c) ---------------------------------------------------------------

/// What libedit draws after an operation on the line.
enum terminal_editor_drawing {
  terminal_editor_draw_nothing,
  terminal_editor_draw_cursor,
  terminal_editor_draw_line,
};

/// What libedit does next, when it is no character to insert.
enum terminal_editor_step {
  terminal_editor_end_line = 0,
  terminal_editor_perform_operation = 0x1E,
};

/// The questions a line editor asks of its owner; `context` is handed back in each.
struct terminal_editor_delegate {
  /// Waits for the next step: a printable character to insert, or one of `terminal_editor_step`.
  uint32_t (*wait_for_step)(void *context);
  /// Performs the operation that is ready, by the functions below.
  enum terminal_editor_drawing (*perform_operation)(void *context);
};

struct terminal_editor;

/// Makes an editor on descriptors 0 and 1, or gives null when libedit cannot.
///
/// libedit sees no key of the keyboard: only printable characters and the one that stands for an
/// operation. So none of its commands (vi mode, external editor, kill buffer) can be reached.
struct terminal_editor *_Nullable terminal_editor_create(
    const char *terminal_type, struct terminal_editor_delegate delegate, void *context);

/// Gives the terminal back as it was found and frees the editor.
void terminal_editor_destroy(struct terminal_editor *editor);

/// Draws the prompt and performs operations until the delegate ends the line.
///
/// Colour sequences in the prompt are enclosed in U+0001. The terminal is in raw mode meanwhile, and
/// the size is that at the start of the line.
void terminal_editor_run(struct terminal_editor *editor, const char *prompt);

/// The Unicode scalars of the line; valid until the next call on the editor.
const uint32_t *_Nullable terminal_editor_scalars(struct terminal_editor *editor);

/// How many Unicode scalars the line has.
size_t terminal_editor_count(struct terminal_editor *editor);

/// How many Unicode scalars lie left of the cursor.
size_t terminal_editor_cursor(struct terminal_editor *editor);

/// Inserts text at the cursor; `text` ends with a zero.
void terminal_editor_insert(struct terminal_editor *editor, const uint32_t *text);

/// Deletes so many scalars left of the cursor.
void terminal_editor_delete_before_cursor(struct terminal_editor *editor, int count);

/// Moves the cursor by so many scalars, to the left when negative; it stops at the ends.
void terminal_editor_move_cursor(struct terminal_editor *editor, int distance);

/// Draws prompt and line anew where the terminal's cursor stands.
void terminal_editor_draw_below(struct terminal_editor *editor);

// --- The terminal (terminal.c) -------------------------------------------------------------

/// Sets the character type locale to C.UTF-8, whatever the environment says; false if it is missing.
bool terminal_use_utf8(void);

/// Columns of a Unicode scalar by the C library; -1 for a control character.
int terminal_columns_of_scalar(uint32_t scalar);

/// Stores the size of the terminal; false when the descriptor is none or does not know its size.
bool terminal_read_size(int descriptor, int *columns, int *rows);

/// Stops echo and line mode on descriptor 0 until `terminal_end_hidden_input`; drops type-ahead.
bool terminal_begin_hidden_input(void);

/// Gives echo and line mode back and drops what was typed and not yet read.
void terminal_end_hidden_input(void);

/// Remembers the state of descriptor 0; false when it is no terminal.
///
/// Until `terminal_release`, a call of `exit` restores that state. This is the last resort: an
/// editor gives the terminal back itself when it is destroyed.
bool terminal_hold(void);

/// Ends `terminal_hold`, when the terminal has been given back.
void terminal_release(void);

/// Drops what was typed on the terminal and not yet read.
void terminal_drop_input(int descriptor);

/// Sets the modes that a terminal has when nobody has changed them, as `stty sane` does.
///
/// False when the descriptor is no terminal.
bool terminal_make_sane(int descriptor);

/// As `terminal_make_sane`, but keys show nothing and do nothing until a program reads them.
///
/// No key sends a signal or stops the output. False when the descriptor is no terminal.
bool terminal_make_deaf(int descriptor);

// --- The process (process.c) ---------------------------------------------------------------

/// Opens /dev/null on each of descriptors 0, 1 and 2 that is closed; false when that fails.
///
/// Otherwise the next file opened would silently become the standard input or output.
bool process_open_standard_descriptors(void);

/// No core files and no reading of this process's memory by others of the same user.
bool process_forbid_memory_dumps(void);

/// Makes a crash end the process at once, whatever handlers the language's runtime has set.
///
/// Its own handler would show source lines and memory on the terminal, and take keys.
void process_end_on_crash(void);

/// New files and folders can be read by their owner only.
void process_keep_files_private(void);

/// Ignores the signals by which a terminal stops or kills a program.
void process_ignore_keyboard_signals(void);

/// Forbids this process for ever to start a program or another process; threads stay allowed.
///
/// Any try fails with EPERM, whoever makes it: a library, or somebody else's code. False when the
/// kernel cannot see to that.
bool process_forbid_programs(void);

/// Keeps all memory of the process out of the swap space, where the limit of locked memory is high
/// enough for all of it; false where it is not.
bool process_lock_memory(void);

/// Sends the process this signal when the process that started it ends; false if it has ended.
bool process_end_with_parent(int parent, int signal);

/// The environment variable at this place, as `NAME=value`, or null after the last.
const char *_Nullable process_environment_entry(size_t index);

/// Signals this program takes from a descriptor, as the C library numbers them.
enum process_signal {
  process_signal_hang_up = 1,
  process_signal_interrupt = 2,
  process_signal_quit = 3,
  process_signal_terminate = 15,
  process_signal_continue = 18,
  process_signal_keyboard_stop = 20,
  process_signal_window_change = 28,
};

/// Blocks those signals for the process and gives a descriptor that reports them, or -1.
///
/// A signal that was ignored when the program started (`nohup`) stays ignored. SIGPIPE is ignored,
/// so that a closed reader is an error of `write` and not the end of the process.
int process_open_signals(void);

/// The next signal that has arrived, or 0 when there is none. Does not wait.
int process_next_signal(int descriptor);

/// Whether a service of the network's time has told the kernel that the clock is right.
bool process_clock_is_synchronized(void);

/// Makes a child that is spawned with these attributes start with the usual signals.
///
/// The set of blocked signals and ignored ones would otherwise be inherited.
int process_restore_signals_in_child(posix_spawnattr_t *attributes);

/// Closes in the child every descriptor from this one on.
int process_close_descriptors_in_child(posix_spawn_file_actions_t *actions, int first);

#pragma clang assume_nonnull end

#endif
