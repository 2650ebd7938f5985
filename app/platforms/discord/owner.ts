/** Whose it is: the package says so; of channels written by DiscordChatExporter the user is asked where it isn't plain. */
import { counted } from '../../lib/text';
import type { Archive, OwnerCandidate, OwnerFinding, Recognition } from '../contract';
import { cleanName } from '../reading/names';
import { surveyLog } from './chat-log';
import { surveyLogTable } from './log-table';
import { packageLayout, readAccount, readChannel, readIndex } from './package';
import { fileOf } from '../reading/part-file';
import { discordIdentity } from './people';

const MOST_CANDIDATES = 15;
/** Channels of a package looked at for who is in all of them. */
const MOST_CHANNELS = 500;

interface Suspect {
  id: string;
  name: string;
  /** Conversations between two in which they take part. */
  direct: number;
  /** Of those, in how many the channel is called after them: then they are the other one. */
  named: number;
  messages: number;
}

export async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const account = recognition.parts.find(({ kind }) => kind === 'account');
  if (account) {
    const { owner, email } = (await readAccount(fileOf(archive, account.path))) ?? {};
    if (owner) return { certain: true, candidates: [{ ...candidateOf(owner, email ?? ''), evidence: 'The package says that it is theirs.' }] };
  }
  const found = new Suspects();
  await notePackage(archive, found);
  for (const { path, kind } of recognition.parts) {
    if (kind === 'channel') await noteLog(archive, path, found);
    if (kind === 'table') await noteTable(archive, path, found);
  }
  return found.finding();
}

function candidateOf({ id, handle, displayName }: { id: string; handle: string; displayName: string }, email: string): Omit<OwnerCandidate, 'evidence'> {
  return {
    identity: discordIdentity(id),
    also: [
      ...(handle === '' ? [] : [{ platform: 'discord', kind: 'handle', key: handle.toLowerCase(), scope: '' } as const]),
      ...(/^[^\s@]+@[^\s@]+$/.test(email) ? [{ platform: 'email', kind: 'email', key: email, scope: '' } as const] : []),
    ],
    displayName: displayName || id,
  };
}

/** Without Account/user.json: whoever is in all conversations between two. */
async function notePackage(archive: Archive, found: Suspects): Promise<void> {
  const layout = packageLayout(archive);
  const index = await readIndex(layout.index);
  for (const files of layout.channels.slice(0, MOST_CHANNELS)) {
    const { kind, recipients } = await readChannel(files, index);
    if (kind !== 'dm') continue;
    found.directs += 1;
    for (const id of recipients) found.note({ id, name: '', direct: 1, named: 0, messages: 0 });
  }
}

async function noteLog(archive: Archive, path: string, found: Suspects): Promise<void> {
  const log = await surveyLog(fileOf(archive, path));
  const isDirect = log.kind === 'dm';
  if (isDirect) found.directs += 1;
  for (const { id, handle, displayName, messages, isBot } of log.authors.values()) {
    if (isBot) continue;
    const isNamed = isDirect && [handle, handle.replace(/#\d+$/, ''), displayName].some((name) => name !== '' && cleanName(name).toLowerCase() === log.name.toLowerCase());
    found.note({ id, name: displayName || handle, direct: Number(isDirect), named: Number(isNamed), messages });
  }
}

async function noteTable(archive: Archive, path: string, found: Suspects): Promise<void> {
  const { kind, title, authors } = await surveyLogTable(fileOf(archive, path));
  if (kind === 'dm') found.directs += 1;
  for (const [id, { name, messages }] of authors) {
    found.note({ id, name, direct: Number(kind === 'dm'), named: Number(kind === 'dm' && name.replace(/#\d+$/, '').toLowerCase() === title.toLowerCase()), messages });
  }
}

class Suspects {
  /** Conversations between two. */
  directs = 0;
  readonly #byId = new Map<string, Suspect>();

  note(seen: Suspect): void {
    const known = this.#byId.get(seen.id);
    if (!known) {
      this.#byId.set(seen.id, seen);
      return;
    }
    known.name ||= seen.name;
    known.direct += seen.direct;
    known.named += seen.named;
    known.messages += seen.messages;
  }

  finding(): OwnerFinding {
    const list = [...this.#byId.values()].sort((a, b) => a.named - b.named || b.direct - a.direct || b.messages - a.messages || (a.id < b.id ? -1 : 1));
    const everywhere = list.filter(({ direct }) => direct === this.directs);
    return { certain: this.directs >= 2 && everywhere.length === 1, candidates: list.slice(0, MOST_CANDIDATES).map((suspect) => this.#candidate(suspect)) };
  }

  #candidate({ id, name, direct, named, messages }: Suspect): OwnerCandidate {
    const reasons = [
      ...(named > 0 ? ['a channel between two is called after them, so they are rather the other one'] : []),
      ...(direct > 0 ? [`they are in ${direct} of ${counted(this.directs, 'conversation', 'conversations')} between two`] : []),
      ...(messages > 0 ? [`they wrote ${counted(messages, 'message', 'messages')}`] : []),
    ].join(', and ');
    return { identity: discordIdentity(id), displayName: name || id, evidence: `${reasons.charAt(0).toUpperCase()}${reasons.slice(1)}.` };
  }
}
