import { describe, expect, it } from 'vitest';
import { commandKey, isTyping, keyName, type Focus, type KeyPress } from '../../app/ui/keyboard/key-rules';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false,
    ...more,
  };
}

function focus(tagName: string, more: Partial<Focus> = {}): Focus {
  return { tagName, inputType: '', editable: false, role: '', ...more };
}

const BODY = focus('BODY');

describe('isTyping', () => {
  it.each<[boolean, string, Focus]>([
    [false, 'the page', BODY],
    [false, 'no element', focus('')],
    [false, 'a button', focus('BUTTON')],
    [false, 'a link', focus('A')],
    [false, 'a row', focus('DIV', { role: 'row' })],
    [true, 'a text input', focus('INPUT', { inputType: 'text' })],
    [true, 'a search input', focus('INPUT', { inputType: 'search' })],
    [true, 'a date input', focus('INPUT', { inputType: 'date' })],
    [true, 'a number input', focus('INPUT', { inputType: 'number' })],
    [true, 'a password', focus('INPUT', { inputType: 'password' })],
    [false, 'a checkbox', focus('INPUT', { inputType: 'checkbox' })],
    [false, 'a radio button', focus('INPUT', { inputType: 'radio' })],
    [false, 'a submit button', focus('INPUT', { inputType: 'submit' })],
    [true, 'a textarea', focus('TEXTAREA')],
    [true, 'a select, which jumps to letters', focus('SELECT')],
    [true, 'editable text', focus('DIV', { editable: true })],
    [true, 'a textbox by role', focus('DIV', { role: 'textbox' })],
    [true, 'a combobox by role', focus('DIV', { role: 'combobox' })],
  ])('is %s in %s', (expected, _where, where) => {
    expect(isTyping(where)).toBe(expected);
  });
});

describe('keyName', () => {
  it.each<[string | null, string, KeyPress]>([
    ['j', 'j', press('j', { code: 'KeyJ' })],
    ['j', 'J from Caps Lock', press('J', { code: 'KeyJ' })],
    [null, 'Shift+J', press('J', { code: 'KeyJ', shiftKey: true })],
    ['?', 'Shift and / on an American keyboard', press('?', { code: 'Slash', shiftKey: true })],
    ['?', 'Shift and a letter key on a French keyboard', press('?', { code: 'KeyM', shiftKey: true })],
    ['/', 'Shift+7 on a German keyboard', press('/', { code: 'Digit7', shiftKey: true })],
    [';', ';', press(';', { code: 'Semicolon' })],
    ['m', 'm where ; stands on an American keyboard', press('m', { code: 'Semicolon' })],
    ['j', 'the J key writing Russian', press('о', { code: 'KeyJ' })],
    [null, 'the J key writing Russian with Shift', press('О', { code: 'KeyJ', shiftKey: true })],
    ['é', 'a letter of its own on no letter key', press('é', { code: 'Digit2' })],
    ['3', '3', press('3', { code: 'Digit3' })],
    ['Enter', 'Enter', press('Enter', { code: 'Enter' })],
    ['Escape', 'Esc', press('Escape', { code: 'Escape' })],
    [null, 'Ctrl+R', press('r', { code: 'KeyR', ctrlKey: true })],
    [null, 'Cmd+K', press('k', { code: 'KeyK', metaKey: true })],
    [null, 'Alt+S', press('s', { code: 'KeyS', altKey: true })],
    [null, 'composing', press('a', { code: 'KeyA', isComposing: true })],
  ])('is %s for %s', (expected, _what, pressed) => {
    expect(keyName(pressed)).toBe(expected);
  });
});

describe('commandKey', () => {
  it.each<[string | null, string, KeyPress, Focus, boolean]>([
    ['r', 'r on the page', press('r'), BODY, false],
    [null, 'r in a field', press('r'), focus('TEXTAREA'), false],
    [null, 'r under an open menu', press('r'), BODY, true],
    ['j', 'a held j', press('j', { repeat: true }), BODY, false],
    ['ArrowDown', 'a held arrow', press('ArrowDown', { repeat: true }), BODY, false],
    [null, 'a held e, which would finish one after another', press('e', { repeat: true }), BODY, false],
    ['Enter', 'Enter on a row', press('Enter'), focus('DIV', { role: 'row' }), false],
    [null, 'Enter on a button', press('Enter'), focus('BUTTON'), false],
    [null, 'Enter on a link', press('Enter'), focus('A'), false],
    [null, 'Space on a checkbox', press(' '), focus('INPUT', { inputType: 'checkbox' }), false],
    ['e', 'e on a button', press('e'), focus('BUTTON'), false],
  ])('is %s for %s', (expected, _what, pressed, where, overlayOpen) => {
    expect(commandKey(pressed, where, overlayOpen)).toBe(expected);
  });
});
