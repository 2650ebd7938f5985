/** What of a keyboard event the rules look at; a DOM KeyboardEvent fits. */
export interface KeyPress {
  key: string;
  /** The physical key, "KeyJ"; names letters on keyboards that write another alphabet. */
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

/** What of the focused element the rules look at; see `focusOf`. */
export interface Focus {
  /** Upper case, as the DOM has it; '' without an element. */
  tagName: string;
  /** The type of an input; '' elsewhere. */
  inputType: string;
  editable: boolean;
  role: string;
}

/** Input types that take no letters. */
const BUTTON_LIKE_INPUTS = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'image', 'file', 'color', 'range']);

const TYPING_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton']);

/** Elements on which Enter and Space already mean something. */
const PRESSABLE_TAGS = new Set(['A', 'BUTTON', 'SUMMARY', 'INPUT']);

/** Keys that may be held down: moving. Anything else held would act again and again. */
const HOLDABLE = new Set(['j', 'k', 'ArrowUp', 'ArrowDown']);

/** True where a letter goes into a field instead of being a command. */
export function isTyping(focus: Focus): boolean {
  if (focus.editable || TYPING_ROLES.has(focus.role)) return true;
  if (focus.tagName === 'INPUT') return !BUTTON_LIKE_INPUTS.has(focus.inputType);
  return focus.tagName === 'TEXTAREA' || focus.tagName === 'SELECT';
}

/**
 * The name of the pressed key as key maps write it: letters in lower case whatever Caps Lock says, signs as typed
 * ("?", "/", ";"), others as the DOM names them ("Enter", "Escape"). Null where the press is no single key: with Ctrl,
 * Alt or Cmd, with Shift and a letter, or while an input method composes.
 */
export function keyName(press: KeyPress): string | null {
  if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null;
  const isLetter = /^\p{L}$/u.test(press.key);
  if (isLetter && press.shiftKey) return null;
  if (!isLetter) return press.key;
  if (/^[a-z]$/i.test(press.key)) return press.key.toLowerCase();
  return /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase() ?? press.key;
}

/**
 * The command key this press stands for, or null when it must be left alone: while typing, while a menu or dialog is
 * open, when the focused control uses the key itself, or when a held key repeats.
 */
export function commandKey(press: KeyPress, focus: Focus, overlayOpen: boolean): string | null {
  if (overlayOpen || isTyping(focus)) return null;
  const name = keyName(press);
  if (name === null) return null;
  if (press.repeat && !HOLDABLE.has(name)) return null;
  if ((name === 'Enter' || name === ' ') && PRESSABLE_TAGS.has(focus.tagName)) return null;
  return name;
}
