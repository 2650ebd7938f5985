/** The words of a mail, wherever its program put them. */
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../app/platforms/email/body';
import { Headers } from '../../../app/platforms/email/headers';
import { MailCollector } from '../../../app/platforms/email/raw-mail';

function bodyOf(type: string, body: string, isAnswer = false, more = '') {
  const collector = new MailCollector('');
  collector.push(Buffer.from(`From: a@b.example\n${more}Content-Type: ${type}\n\n${body}`, 'latin1'));
  const mail = collector.end();
  return readBody(mail, new Headers(mail.head), false, isAnswer);
}

const part = (type: string, content: string, ...more: string[]) => [`--b`, `Content-Type: ${type}`, ...more, '', content, ''].join('\n');

describe('the text', () => {
  it.each([
    ['is the plain one where there are both, whichever comes first', part('text/html', '<p>HTML</p>') + part('text/plain', 'Plain'), 'Plain'],
    ['is the HTML where the plain one is empty', part('text/plain', ' ') + part('text/html', '<p>Dear&nbsp;you,</p><div>hi</div>'), 'Dear you,\n\nhi'],
    ['is the first of several', part('text/plain', 'One') + part('text/plain', 'Two'), 'One'],
    ['is never an attached one', part('text/plain', 'Notes', 'Content-Disposition: attachment; filename="notes.txt"') + part('text/plain', 'Mail'), 'Mail'],
    ['needs no end of the last part', part('text/plain', 'Mail').trimEnd(), 'Mail'],
    ['is empty where nothing is text', part('image/png', 'x'), ''],
  ])('%s', (_what, parts, text) => {
    expect(bodyOf('multipart/mixed; boundary=b', `preamble\n${parts}`).text).toBe(text);
  });

  it.each([
    ['base64', 'text/plain; charset=utf-8', Buffer.from('Grüße').toString('base64'), 'Content-Transfer-Encoding: BASE64\n', 'Grüße'],
    ['quoted-printable', 'text/plain; charset="ISO-8859-15"', 'Gr=FC=\n=DFe, 5 =A4', 'Content-Transfer-Encoding: quoted-printable\n', 'Grüße, 5 €'],
    ['bytes of UTF-8 that nothing announces', 'text/plain', Buffer.from('Grüße').toString('latin1'), '', 'Grüße'],
    ['bytes of an old code page that nothing announces', 'text/plain', 'Gr\xfc\xdfe', '', 'Grüße'],
    ['an encoding that doesn’t exist', 'text/plain; charset=klingon', 'Hello', '', 'Hello'],
    ['no type at all', '', 'Hello', '', 'Hello'],
  ])('in %s', (_how, type, body, more, text) => expect(bodyOf(type, body, false, more).text).toBe(text));

  it('of HTML is text: no element, no script, no picture', () => {
    const { text, format } = bodyOf('text/html', '<html><head><title>t</title><style>p{}</style></head><body><p>Hi <img src="https://track.example/1.png"> &lt;you&gt;</p><script>alert(1)</script></body></html>');
    expect([text, format]).toEqual(['Hi <you>', 'html-stripped']);
  });
});

describe('history in HTML', () => {
  it.each([
    ['Gmail', '<div dir="ltr">Yes.</div><br><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Monday Ana wrote:<br></div><blockquote>Shall we?</blockquote></div>', 'Yes.'],
    ['Apple Mail', '<div>Yes.</div><div><br><blockquote type="cite"><div>On Monday Ana wrote:</div>Shall we?</blockquote></div>', 'Yes.'],
    ['Outlook', '<div>Yes.</div><div id="divRplyFwdMsg"><b>From:</b> Ana<br><b>Sent:</b> Monday<br><b>To:</b> Me<br><b>Subject:</b> x</div><div>Shall we?</div>', 'Yes.'],
    ['old Outlook', '<p>Yes.</p><p>From: Ana<br>Sent: Monday<br>To: Me<br>Subject: x</p><p>Shall we?</p>', 'Yes.'],
    ['nothing of one’s own above it', '<blockquote type="cite">Shall we?</blockquote>', 'Shall we?'],
  ])('of %s', (_program, html, own) => expect(bodyOf('text/html', html, true).text).toBe(own));

  it('stays in a mail that answers nothing', () => {
    expect(bodyOf('text/html', '<p>Read this:</p><blockquote type="cite">Shall we?</blockquote>').text).toContain('Shall we?');
  });
});

it.each([
  ['files', part('text/plain', 'x') + part('application/pdf; name=a.pdf', 'x') + part('image/png', 'x', 'Content-Disposition: attachment; filename=b.png'), 2],
  ['pictures of the text itself, not', part('text/html', '<img src="cid:1">') + part('image/png; name=a.png', 'x', 'Content-ID: <1>', 'Content-Disposition: inline; filename=a.png'), 0],
  ['names in other letters', part('application/pdf', 'x', "Content-Disposition: attachment; filename*0*=utf-8''%C3%A4; filename*1=.pdf"), 1],
])('attachments: %s', (_what, parts, count) => expect(bodyOf('multipart/mixed; boundary=b', parts).attachments).toBe(count));
