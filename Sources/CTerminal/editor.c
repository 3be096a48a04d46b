#include "CTerminal.h"

#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

// The key of terminal_editor_perform_operation, the one control character that reaches libedit.
static const char operation_key[] = "^^";
static const char operation_function[] = "intake-perform-operation";

struct terminal_editor {
  EditLine *line_editor;
  FILE *complaints;
  const char *prompt;
  struct terminal_editor_delegate delegate;
  void *context;
};

static struct terminal_editor *owner_of(EditLine *line_editor) {
  void *owner = NULL;
  el_get(line_editor, EL_CLIENTDATA, &owner);
  return owner;
}

static char *prompt_of(EditLine *line_editor) {
  return (char *)owner_of(line_editor)->prompt;
}

static int read_step(EditLine *line_editor, wchar_t *character) {
  struct terminal_editor *editor = owner_of(line_editor);
  uint32_t step = editor->delegate.wait_for_step(editor->context);
  if (step == terminal_editor_end_line) return 0;
  *character = (wchar_t)step;
  return 1;
}

static unsigned char perform_operation(EditLine *line_editor, int character) {
  (void)character;
  struct terminal_editor *editor = owner_of(line_editor);
  switch (editor->delegate.perform_operation(editor->context)) {
    case terminal_editor_draw_nothing:
      return CC_NORM;
    case terminal_editor_draw_cursor:
      return CC_CURSOR;
    case terminal_editor_draw_line:
      return CC_REFRESH;
  }
  return CC_NORM;
}

// Between lines, too, keys are kept as they are typed and unseen: else the kernel would show them
// in the wrong place, act on some of them, and let Ctrl-S freeze the screen.
static const char *const modes_while_editing[] = {"-isig", "-ixon"};
static const char *const modes_between_lines[] = {"-isig", "-ixon", "-icanon", "-iexten", "-echo"};

static bool set_modes(
    EditLine *line_editor, const char *when, const char *const *modes, size_t count) {
  for (size_t index = 0; index < count; index++) {
    if (el_set(line_editor, EL_SETTY, when, modes[index], NULL) != 0) return false;
  }
  return true;
}

// A terminal whose own erase or kill character is a letter made that letter a command of libedit.
static bool bind_keys(EditLine *line_editor) {
  for (int character = ' '; character <= '~'; character++) {
    char key[8];
    snprintf(key, sizeof key, "\\%03o", (unsigned)character);
    if (el_set(line_editor, EL_BIND, key, "ed-insert", NULL) != 0) return false;
  }
  // Arrow keys and the like are understood before libedit, so its own sequences go.
  return el_set(line_editor, EL_BIND, "-r", "^[", NULL) == 0
      && el_set(line_editor, EL_ADDFN, operation_function, "", perform_operation) == 0
      && el_set(line_editor, EL_BIND, operation_key, operation_function, NULL) == 0;
}

static bool configure(struct terminal_editor *editor, const char *terminal_type) {
  EditLine *line_editor = editor->line_editor;
  // A terminal libedit does not know is treated as a dumb one; that is no reason to stop.
  el_set(line_editor, EL_TERMINAL, terminal_type);
  return el_set(line_editor, EL_CLIENTDATA, editor) == 0
      && el_set(line_editor, EL_EDITOR, "emacs") == 0
      && el_set(line_editor, EL_EDITMODE, 1) == 0
      && el_set(line_editor, EL_SIGNAL, 0) == 0
      && el_set(line_editor, EL_PROMPT_ESC, prompt_of, 1) == 0
      && set_modes(line_editor, "-d", modes_while_editing, 2)
      && set_modes(line_editor, "-x", modes_between_lines, 5)
      && bind_keys(line_editor)
      && el_wset(line_editor, EL_GETCFN, read_step) == 0;
}

struct terminal_editor *terminal_editor_create(
    const char *terminal_type, struct terminal_editor_delegate delegate, void *context) {
  struct terminal_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  if (!terminal_hold()) {
    free(editor);
    return NULL;
  }
  editor->delegate = delegate;
  editor->context = context;
  editor->prompt = "";
  // libedit complains there about an unknown TERM and goes on as a dumb terminal.
  editor->complaints = fopen("/dev/null", "we");
  if (editor->complaints != NULL) {
    editor->line_editor = el_init("intake", stdin, stdout, editor->complaints);
  }
  if (editor->line_editor == NULL || !configure(editor, terminal_type)) {
    terminal_editor_destroy(editor);
    return NULL;
  }
  return editor;
}

void terminal_editor_destroy(struct terminal_editor *editor) {
  if (editor->line_editor != NULL) el_end(editor->line_editor);
  if (editor->complaints != NULL) fclose(editor->complaints);
  terminal_release();
  free(editor);
}

void terminal_editor_run(struct terminal_editor *editor, const char *prompt) {
  int count = 0;
  editor->prompt = prompt;
  el_wgets(editor->line_editor, &count);
  editor->prompt = "";
}

const uint32_t *terminal_editor_scalars(struct terminal_editor *editor) {
  _Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wchar_t holds a Unicode scalar");
  return (const uint32_t *)el_wline(editor->line_editor)->buffer;
}

size_t terminal_editor_count(struct terminal_editor *editor) {
  const LineInfoW *line = el_wline(editor->line_editor);
  return (size_t)(line->lastchar - line->buffer);
}

size_t terminal_editor_cursor(struct terminal_editor *editor) {
  const LineInfoW *line = el_wline(editor->line_editor);
  return (size_t)(line->cursor - line->buffer);
}

void terminal_editor_insert(struct terminal_editor *editor, const uint32_t *text) {
  el_winsertstr(editor->line_editor, (const wchar_t *)text);
}

void terminal_editor_delete_before_cursor(struct terminal_editor *editor, int count) {
  el_deletestr(editor->line_editor, count);
}

void terminal_editor_move_cursor(struct terminal_editor *editor, int distance) {
  if (distance != 0) el_cursor(editor->line_editor, distance);
}

void terminal_editor_draw_below(struct terminal_editor *editor) {
  el_set(editor->line_editor, EL_REFRESH);
}
