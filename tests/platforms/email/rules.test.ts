/** One mail at a time: what its headers and its text mean. */
import { afterAll, describe, expect, it } from 'vitest';
import { removeFolders } from '../../fixtures/zip';
import type { Own } from '../../../app/platforms/contract';
import { mailboxes } from '../../../app/platforms/email/addresses';
import { folderPurpose, labelPurposes } from '../../../app/platforms/email/folders';
import { decodeWords, Headers } from '../../../app/platforms/email/headers';
import { withoutHistory } from '../../../app/platforms/email/history';
import { threadTitle } from '../../../app/platforms/email/mail';
import { parseMailDate, sentAt } from '../../../app/platforms/email/mail-date';
import { isSeparator } from '../../../app/platforms/email/mbox';
import { readFile } from '../read-export';

afterAll(removeFolders);

const OWN: Own = { identities: [{ platform: 'email', kind: 'email', key: 'me@own.example', scope: '' }], displayName: 'Me' };

describe('dates', () => {
  it.each([
    ['Mon, 16 Oct 2023 03:29:28 +0200', '2023-10-16T01:29:28.000Z', 'second', 'offset'],
    ['16 Oct 2023 03:29 -0500', '2023-10-16T08:29:00.000Z', 'minute', 'offset'],
    ['Mon, 16 Oct 2023 03:29:28 GMT', '2023-10-16T03:29:28.000Z', 'second', 'utc'],
    ['Mon, 16 Oct 2023 03:29:28 -0000 (UTC)', '2023-10-16T03:29:28.000Z', 'second', 'offset'],
    ['Mon, 16 Oct 95 03:29:28 PST', '1995-10-16T11:29:28.000Z', 'second', 'offset'],
    ['Monday, 16-Oct-2023 03:29:28', '2023-10-16T03:29:28.000Z', 'second', 'assumed'],
    ['From x Mon Oct 16 01:29:30 +0000 2023', '2023-10-16T01:29:30.000Z', 'second', 'offset'],
    ['From - Mon Oct  6 01:29:30 2023', '2023-10-06T01:29:30.000Z', 'second', 'assumed'],
  ])('%s', (written, iso, precision, zone) => {
    expect(parseMailDate(written)).toEqual({ at: Date.parse(iso), precision, zone });
  });

  it.each(['', 'yesterday', 'Mon, 31 Feb 2023 01:00:00 +0000', 'Mon, 1 Jan 1900 00:00:00 +0000', 'Mon, 16 Oct 2023 25:00:00 +0000'])('%j is none', (written) => {
    expect(parseMailDate(written)).toBeNull();
  });

  const received = 'Received: from a by b; Mon, 16 Oct 2023 10:00:00 +0000';
  it.each([
    ['the Date header, where the server’s stamp doesn’t contradict it', `Date: Sun, 15 Oct 2023 10:00:00 +0000\n${received}`, '', '2023-10-15T10:00:00.000Z'],
    ['the stamp, where the mail says it was sent after it came', `Date: Fri, 16 Oct 2026 10:00:00 +0000\n${received}`, '', '2023-10-16T10:00:00.000Z'],
    ['the stamp, where there is no date', received, '', '2023-10-16T10:00:00.000Z'],
    ['mbox’s own line, where there is nothing else', 'Subject: x', 'From x Mon Oct 16 01:29:30 2023', '2023-10-16T01:29:30.000Z'],
  ])('take %s', (_what, head, separator, iso) => {
    expect(sentAt(new Headers(head), separator)?.at).toBe(Date.parse(iso));
  });
});

describe('headers', () => {
  it.each([
    ['=?utf-8?Q?caf=C3=A9_noir?=', 'café noir'],
    ['=?UTF-8?B?w6TDtg==?= =?UTF-8?B?w7w=?= plain', 'äöü plain'],
    // A letter cut in two.
    ['=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=', 'café'],
    ['=?windows-1252?Q?=93Hi=94?=', '“Hi”'],
    ['=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
    ['=?koi8-r?B?8NLJ18XU?=', 'Привет'],
    ['=?unknown-thing?Q?Hi?=', 'Hi'],
    ['=?utf-8?Q?open', '=?utf-8?Q?open'],
    ['2 =? 3', '2 =? 3'],
  ])('%s', (written, text) => expect(decodeWords(written)).toBe(text));

  it('are unfolded, repeated, and found whatever their case', () => {
    const headers = new Headers('SUBJECT: a\r\n b\r\nReceived: 1\r\nReceived: 2\r\nnonsense\r\n more\r\nX: y');
    expect([headers.first('subject'), headers.all('received'), headers.first('x'), headers.first('constructor')]).toEqual(['a b', ['1', '2'], 'y', '']);
  });

  it.each([
    ['a@b.example', ['a@b.example ']],
    ['Ana Li <A@B.example>', ['a@b.example Ana Li']],
    ['"Li, Ana" <a@b.example>, b@c.example (Bo)', ['a@b.example Li, Ana', 'b@c.example Bo']],
    ['=?utf-8?Q?An=C3=A1?= <a@b.example>', ['a@b.example Aná']],
    ['"\'a@b.example\'" <a@b.example>', ['a@b.example ']],
    ['Friends: a@b.example, Bo <b@c.example>;', ['a@b.example ', 'b@c.example Bo']],
    ['undisclosed-recipients:;', []],
    ['not an address', []],
    ['a@b.example, A@b.example', ['a@b.example ']],
  ])('addresses of %s', (written, all) => expect(mailboxes(written).map(({ address, name }) => `${address} ${name}`)).toEqual(all));

  it.each([
    ['Re: AW: [EXT] Fwd: Lunch', '[EXT] Fwd: Lunch'], ['RE[2]: Lunch', 'Lunch'], ['Regarding: Lunch', 'Regarding: Lunch'], ['回复：午餐', '午餐'],
  ])('the thread of %s', (subject, title) => expect(threadTitle(subject)).toBe(title));
});

describe('folders', () => {
  it.each([
    ['Sent', 'x', 'sent'], ['Mail/pop.example/Sent', 'x', 'sent'], ['Inbox.sbd/Clients', 'x', null], ['Sent Messages.mbox/mbox', 'x', 'sent'], ['mbox', 'Sent Messages.mbox', 'sent'],
    ['[Gmail].sbd/Corbeille', 'x', 'trash'], ['Gesendete Elemente.mbox', 'x', 'sent'], ['Trash.sbd/Old', 'x', 'trash'], ['INBOX', 'x', null], ['', 'Papelera.zip', 'trash'],
    ['Takeout/Mail/All mail Including Spam and Trash.mbox', 'x', null], ['Junk/', 'x', 'spam'],
  ])('%s in %s', (path, name, purpose) => expect(folderPurpose(path, name)).toBe(purpose));

  it.each([
    ['Inbox,"Sent, not",Opened', []], ['Sent,Important', ['sent']], ['=?UTF-8?Q?Entw=C3=BCrfe?=', ['drafts']], ['Spam,Papierkorb', ['spam', 'trash']], ['', []],
  ])('labels %s', (written, purposes) => expect([...labelPurposes(written)]).toEqual(purposes));
});

it.each([
  ['From - Mon Jan  1 10:00:00 2024', true], ['From a@b.example Mon Oct 16 01:29:30 +0000 2023', true], ['From MAILER-DAEMON Fri Jul  8 12:08:34 2011 +0200', true],
  ['From "odd name"@b.example Mon Oct 16 01:29:30 2023', true], ['From here it is an hour.', false], ['From Monday to Friday we open at 10:30, since 2011', false], ['from a Mon Oct 16 01:29:30 2023', false],
])('%s begins a mail: %s', (line, begins) => expect(isSeparator(line)).toBe(begins));

describe('history below an answer', () => {
  it.each([
    ['Yes.\n\nOn Mon, Jan 1, 2024 at 10:00 Ana <a@b.example> wrote:\n> Shall we?\n> Ana', 'Yes.'],
    ['Yes.\n\nOn Mon, Jan 1, 2024 at 10:00 AM, Ana Maria of the long name\n<a@b.example> wrote:\n\n> Shall we?\n', 'Yes.'],
    ['Ja.\n\nAm 01.01.24 um 10:00 schrieb Ana:\n> Sollen wir?', 'Ja.'],
    ['Oui.\n\nLe lun. 1 janv. 2024 à 10:00, Ana <a@b.example> a écrit :\n\n> On y va ?', 'Oui.'],
    ['Yes.\n\n> Shall we?', 'Yes.'],
    ['Yes.\n\n________________________________\nFrom: Ana\nSent: Monday\nTo: Me\nSubject: Shall we?\n\nShall we?', 'Yes.'],
    ['Ja.\n\nVon: Ana\nGesendet: Montag\nAn: Ich\nBetreff: Sollen wir?\n\nSollen wir?', 'Ja.'],
    // Answers in between, below, or nothing but history: nothing is taken away.
    ['> Shall we?\nYes.\n> When?\nMonday.', '> Shall we?\nYes.\n> When?\nMonday.'],
    ['On Monday Ana wrote:\n> Shall we?\n\nYes.', 'On Monday Ana wrote:\n> Shall we?\n\nYes.'],
    ['> Shall we?', '> Shall we?'],
    ['From: the kitchen\nwith love', 'From: the kitchen\nwith love'],
    ['She wrote:\nnothing more', 'She wrote:\nnothing more'],
  ])('%j', (text, own) => expect(withoutHistory(text)).toBe(own));
});

describe('a mail by itself', () => {
  const mail = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;

  it('is read under any name, and asks whose it is where nothing tells', async () => {
    const content = mail('From: Ana <ana@b.example>', 'To: me@own.example, you@else.example', 'Date: Mon, 16 Oct 2023 10:00:00 +0000', 'Message-ID: <1@b>', 'Subject: Hi', '', 'Hello');
    const { recognition, owner } = await readFile('Hi', content);
    expect(recognition).toMatchObject({ title: 'A single e-mail', parts: [{ path: 'Hi', kind: 'loose mails' }] });
    expect(owner).toMatchObject({ certain: false, candidates: [{ identity: { key: 'me@own.example' }, evidence: 'It is in 1 of 1 mail, as sender or receiver.' }, { identity: { key: 'you@else.example' } }, { identity: { key: 'ana@b.example' } }] });
  });

  it.each([
    ['to the owner alone', ['To: me@own.example'], 'in', 'me@own.example to'],
    ['to a tagged address of the owner’s', ['To: Me <me+shop@own.example>'], 'in', 'me@own.example to'],
  ])('%s', async (_what, more, direction, target) => {
    const { interactions } = await readFile('a.eml', mail('From: ana@b.example', ...more, 'Date: Mon, 16 Oct 2023 10:00:00 +0000', '', 'Hello'), OWN);
    expect(interactions.map((one) => [one.direction, ...one.targets.map(({ identity, role }) => `${identity.key} ${role}`)])).toEqual([[direction, target]]);
  });

  it('in a round of nine is the others’ among themselves, and theirs who are known', async () => {
    const nine = Array.from({ length: 8 }, (_, index) => `p${index}@b.example`).join(', ');
    const mbox = [
      ['From: me@own.example', 'To: ana@b.example', 'Date: Mon, 16 Oct 2023 10:00:00 +0000', 'Message-ID: <1@b>', '', 'Hello', ''],
      ['From: ana@b.example', `To: me@own.example, ${nine}`, 'Date: Mon, 16 Oct 2023 11:00:00 +0000', 'Message-ID: <2@b>', '', 'All', ''],
    ].map((lines) => `From x Mon Oct 16 01:29:30 2023\n${lines.join('\n')}\n`).join('');
    const { interactions } = await readFile('a.mbox', mbox, OWN);
    expect(interactions.map((one) => [one.direction, ...one.targets.map(({ identity, role }) => `${identity.key} ${role}`)])).toEqual([['out', 'ana@b.example to'], ['other', 'me@own.example group']]);
  });

  const box = (...mails: string[][]) => mails.map((lines) => `From x Mon Oct 16 01:29:30 2023\n${lines.join('\n')}\n\n`).join('');
  const DATE = 'Date: Mon, 16 Oct 2023 10:00:00 +0000';

  it.each([
    ['takes part in all of it, and nobody else in half', Array.from({ length: 12 }, (_, index) => (index % 2 ? ['From: me@own.example', `To: p${index}@b.example`] : [`From: p${index}@b.example`, 'To: me@own.example'])), true],
    ['shares all of it with one other', Array.from({ length: 12 }, () => ['From: me@own.example', 'To: ana@b.example']), false],
    ['has all of it delivered', Array.from({ length: 4 }, (_, index) => ['Delivered-To: me@own.example', `From: p${index}@b.example`, 'To: list@b.example']), true],
  ])('in a mailbox without folders: the owner %s', async (_what, heads, certain) => {
    const { owner } = await readFile('a.mbox', box(...heads.map((head) => [...head, DATE, '', 'Hello'])));
    expect(owner.certain).toBe(certain);
    expect(owner.candidates.map(({ identity }) => identity.key)).toContain('me@own.example');
    if (certain) expect(owner.candidates[0]?.identity.key).toBe('me@own.example');
  });

  it.each([
    ['Deleted mails that the mailbox file still holds.', ['X-Mozilla-Status: 0009']],
    ['Mails written by machines: out-of-office notes, receipts, reports.', ['Return-Path: <>']],
    ['Mails written by machines: out-of-office notes, receipts, reports.', ['Content-Type: multipart/report; report-type=delivery-status; boundary=x']],
    ['Newsletters and mailing lists.', ['List-Post: <mailto:x@y.example>']],
    ['Bulk mail.', ['Precedence: junk']],
    ['Invitations to meetings and answers to them.', ['Content-Type: text/calendar; method=REPLY']],
    ['Drafts that were never sent.', ['X-Gmail-Labels: Brouillons']],
    ['Chats that are kept among the mails.', ['X-Gmail-Labels: Chat']],
  ])('%s', async (reason, more) => {
    const { interactions, leftOut } = await readFile('a.mbox', box(['From: ana@b.example', 'To: me@own.example', DATE, ...more, '', 'Hello']), OWN);
    expect(interactions).toEqual([]);
    expect(leftOut).toMatchObject([{ reason, count: 1 }]);
  });

  it.each(['noreply@shop.example', 'calendar-no-reply@x.example', 'no_reply+1@x.example', 'DoNotReply@x.example', 'ne-pas-repondre@x.example', 'bounce+2@x.example', 'mailer-daemon@x.example'])(
    'from %s is nobody’s', async (from) => {
      const { leftOut } = await readFile('a.mbox', box([`From: ${from}`, 'To: me@own.example', DATE, '', 'Hello']), OWN);
      expect(leftOut).toMatchObject([{ reason: 'Mails from addresses that nobody reads (no-reply and the like).' }]);
    },
  );

  it.each(['noreen@x.example', 'piano.reply@x.example', 'bouncer@x.example', 'no@reply.example'])('from %s is a letter', async (from) => {
    const { interactions } = await readFile('a.mbox', box([`From: ${from}`, 'To: me@own.example', DATE, '', 'Hello']), OWN);
    expect(interactions).toHaveLength(1);
  });

  it('answered without references joins the thread of what it answers', async () => {
    const { interactions } = await readFile('a.mbox', box(
      ['From: ana@b.example', 'To: me@own.example', DATE, 'Message-ID: <1@b>', '', 'One'],
      ['From: me@own.example', 'To: ana@b.example', DATE, 'Message-ID: <2@b>', 'In-Reply-To: <1@b>', 'References: <1@b>', '', 'Two'],
      ['From: ana@b.example', 'To: me@own.example', DATE, 'Message-ID: <3@b>', 'In-Reply-To: <2@b>', '', 'Three'],
      ['From: ana@b.example', 'To: me@own.example', DATE, 'Message-ID: <4@b>', 'In-Reply-To: <elsewhere@b>', '', 'Four'],
    ), OWN);
    expect(interactions.map(({ kind, conversationExternalId, parentExternalId }) => [kind, conversationExternalId, parentExternalId])).toEqual([
      ['email', '1@b', undefined], ['reply', '1@b', '1@b'], ['reply', '1@b', '2@b'], ['email', 'elsewhere@b', undefined],
    ]);
  });

  it('shows the words of lines that begin with From, and no second mail', async () => {
    const mbox = 'From x Mon Oct 16 01:29:30 2023\nFrom: ana@b.example\nTo: me@own.example\nDate: Mon, 16 Oct 2023 10:00:00 +0000\n\nHello\n\nFrom here on\n>From there\n>>From quoted\n';
    const { interactions } = await readFile('a.mbox', mbox, OWN);
    expect(interactions.map(({ text }) => text)).toEqual(['Hello\n\nFrom here on\nFrom there\n>From quoted']);
  });

  it.each([
    ['text/plain; format=flowed', 'A paragraph that \nis one.\n\nAnother. \n> quoted\n-- \nMe', 'A paragraph that is one.\n\nAnother. \n> quoted\n-- \nMe'],
    ['text/plain; format=flowed; delsp=yes', 'A para \ngraph', 'A paragraph'],
    ['text/plain', 'Two \nlines', 'Two \nlines'],
  ])('%s', async (type, written, text) => {
    const { interactions } = await readFile('a.eml', mail('From: ana@b.example', 'To: me@own.example', 'Date: Mon, 16 Oct 2023 10:00:00 +0000', `Content-Type: ${type}`, '', written), OWN);
    expect(interactions.map((one) => one.text)).toEqual([text]);
  });

  it('passed on by a list is its writer’s', async () => {
    const head = ['From: "Ana via Makers" <makers@lists.example>', 'X-Original-From: Ana Li <ana@b.example>', 'To: me@own.example', 'Date: Mon, 16 Oct 2023 10:00:00 +0000'];
    const { interactions } = await readFile('Trash.eml', mail(...head, '', 'Hello'), OWN);
    expect(interactions.map(({ actor }) => actor.key)).toEqual(['ana@b.example']);
  });

  it('that passes on another keeps what it passes on', async () => {
    const text = 'See below.\n\n-----Original Message-----\nFrom: Bo\nSent: Monday\nTo: Ana\nSubject: Hi\n\nHi Ana';
    const { interactions } = await readFile('a.eml', mail('From: ana@b.example', 'To: me@own.example', 'Date: Mon, 16 Oct 2023 10:00:00 +0000', 'Subject: Fwd: Hi', 'References: <x@y>', '', text), OWN);
    expect(interactions.map((one) => one.text)).toEqual([text]);
  });

  it.each([
    ['This mail does not say who sent it.', ['To: me@own.example', 'Date: Mon, 16 Oct 2023 10:00:00 +0000']],
    ['This mail has no date that can be read.', ['From: ana@b.example', 'To: me@own.example', 'Date: soon']],
  ])('%s', async (reason, head) => {
    const { rejected, interactions } = await readFile('a.eml', mail(...head, '', 'Hello'), OWN);
    expect(rejected).toMatchObject([{ file: 'a.eml', line: null, reason }]);
    expect(interactions).toEqual([]);
  });

  it('in a folder of received mail alone claims nothing about what was sent', async () => {
    const { coverage } = await readFile('Inbox', `From x Mon Oct 16 01:29:30 2023\n${mail('From: ana@b.example', 'To: me@own.example', 'Date: Mon, 16 Oct 2023 10:00:00 +0000', '', 'Hello')}`, OWN);
    expect(coverage.map(({ kind, direction }) => `${kind} ${direction}`)).toEqual(['email in', 'reply in']);
  });

  it('gives the same id on every reading, with a Message-ID or without, and once for two copies', async () => {
    const one = mail('From: ana@b.example', 'To: me@own.example', 'Date: Mon, 16 Oct 2023 10:00:00 +0000', 'Subject: Hi', '', 'Hello');
    const asMbox = `From x Mon Oct 16 01:29:30 2023\n${one.replaceAll('\r\n', '\n')}\nFrom x Mon Oct 16 01:29:30 2023\n${one.replaceAll('\r\n', '\n')}\n`;
    const [first, second] = [await readFile('a.eml', one, OWN), await readFile('a.mbox', asMbox, OWN)];
    expect(second.interactions.map(({ externalId }) => externalId)).toEqual(first.interactions.map(({ externalId }) => externalId));
    expect(second.leftOut).toMatchObject([{ reason: 'Copies of mails that lie in another folder too.', count: 1 }]);
  });
});
