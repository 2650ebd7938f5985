/** Reads address books in vCard files: one file of many cards, or many files of one. */
import type { CountryCode } from 'libphonenumber-js/max';
import type { CanonicalRecord, IdentityRecord, IdentityRef } from '../../domain/activity';
import type { ReadingAnswers } from '../../domain/imports/questions';
import type { Archive, ArchiveFile, ArchiveReader, Own, ReadItem, ReadResult, Recognition } from '../contract';
import { ArchiveProblem } from '../contract';
import { OrdinalCounter, hashOf } from '../reading/ordinals';
import { rejected } from '../reading/records';
import { LeftOutTally } from '../reading/tally';
import { readBeginning } from '../reading/text-file';
import { unusedFiles } from '../reading/unused';
import { cardsOf } from './cards';
import type { BrokenCard, Card } from './cards';
import { judgeCard } from './person';
import { HomeCountry } from './phones';

export const vcardReader: ArchiveReader = {
  platform: 'vcard',
  version: 1,
  recognise,
  findOwner: async () => ({ certain: true, candidates: [] }),
  ask: async () => [{ asks: 'list_kind', suggested: 'contacts' }],
  read,
};

const CARD_FILE = /\.(?:vcf|vcard)$/i;
/** A mark, blank lines and the first line fit in here. */
const BEGINNING = 2_000;
const AGAIN = 'Cards that stand there a second time.';

async function recognise(archive: Archive): Promise<Recognition | null> {
  const candidates = archive.files.filter(({ path }) => archive.container === 'file' || CARD_FILE.test(path));
  const files: ArchiveFile[] = [];
  for (const file of candidates) if (await isCards(file)) files.push(file);
  if (files.length === 0) return null;
  const times = archive.container === 'zip' ? files.flatMap(({ modifiedAt }) => modifiedAt ?? []) : [];
  return {
    platform: 'vcard',
    title: 'Address book (vCards)',
    accountLabel: 'Address book',
    generatedAt: times.length > 0 ? Math.max(...times) : null,
    parts: files.map(({ path, size }) => ({ path, kind: 'cards', size })),
    unused: unusedFiles(
      archive.files.filter((file) => !files.includes(file)),
      (path) => (CARD_FILE.test(path) ? 'It is called like a card and holds none.' : 'No card, so not read.'),
    ),
  };
}

/** A card in the middle of something else (a mail, say) is no address book. */
const isCards = async (file: ArchiveFile): Promise<boolean> =>
  /^\uFEFF?\s*BEGIN[ \t]*:[ \t]*VCARD[ \t]*[\r\n]/i.test(await readBeginning(file, BEGINNING));

async function* read(archive: Archive, recognition: Recognition, _own: Own, answers: ReadingAnswers): AsyncGenerator<ReadItem, ReadResult> {
  const home = await homeCountry(archive, recognition);
  const book = new AddressBook(home, answers.listKind !== 'audience');
  let bytesBefore = 0;
  for (const [part, { path, size }] of recognition.parts.entries()) {
    const tally = new LeftOutTally(path);
    let [row, bytes] = [0, bytesBefore];
    for await (const batch of cardsOf(await fileOf(archive, path).open())) {
      bytes = Math.min(bytesBefore + size, bytes + batch.bytes);
      for (const card of batch.cards) {
        row += 1;
        for (const record of book.records(card, path, tally)) yield { record, part, row, bytes };
      }
    }
    bytesBefore += size;
    for (const record of tally.records()) yield { record, part, row, bytes: bytesBefore };
  }
  return { coverage: [] };
}

function fileOf(archive: Archive, path: string): ArchiveFile {
  const file = archive.files.find((candidate) => candidate.path === path);
  if (!file) throw new ArchiveProblem(`${path} is no longer in ${archive.name}. Choose it again.`);
  return file;
}

/** First pass: the country that numbers without a code are of. */
async function homeCountry(archive: Archive, recognition: Recognition): Promise<CountryCode | null> {
  const country = new HomeCountry();
  for (const { path } of recognition.parts) {
    for await (const { cards } of cardsOf(await fileOf(archive, path).open())) {
      for (const card of cards) {
        if ('problem' in card) continue;
        for (const { name, value } of card.properties) if (name === 'TEL') country.note(value);
      }
    }
  }
  return country.result();
}

class AddressBook {
  readonly #seen = new OrdinalCounter();

  /** `listed`: the people are the user's contacts, and no mere audience. */
  constructor(private readonly home: CountryCode | null, private readonly listed: boolean) {}

  records(card: Card | BrokenCard, file: string, tally: LeftOutTally): CanonicalRecord[] {
    if ('problem' in card) return [rejected(file, card.line, card.problem)];
    const verdict = judgeCard(card, this.home);
    if (verdict.is === 'rejected') return [rejected(file, card.line, verdict.reason)];
    if (verdict.is === 'left out') {
      tally.add(verdict.reason);
      return [];
    }
    if (this.#seen.next(hashOf([JSON.stringify(verdict.identities)])) > 0) {
      tally.add(AGAIN);
      return [];
    }
    for (const reason of verdict.unread) tally.add(reason);
    const [main, ...others] = verdict.identities;
    const first: IdentityRecord = this.listed ? { ...main, listed: true } : main;
    const together = [main, ...others].map(refOf);
    return [first, ...others, ...(together.length > 1 ? [{ record: 'same_person' as const, identities: together }] : [])];
  }
}

const refOf = ({ platform, kind, key, scope }: IdentityRecord): IdentityRef => ({ platform, kind, key, scope });
