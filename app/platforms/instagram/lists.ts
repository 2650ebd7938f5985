/** Lists of accounts: followers, following, requests, close friends, blocked; on Instagram and on Threads. */
import type { CanonicalRecord, IdentityRecord, RelationKind, StatedTime } from '../../domain/activity';
import { plainName } from '../meta/plain-text';
import { dict, isoTime } from '../meta/shapes';
import { detach } from '../csv/detach';
import type { Entry } from './entries';
import { handleIdentity, handleIn, handleInAddress, isDeletedHandle, profileUrl } from './handles';
import type { HandlePlatform } from './handles';
import { OLD_LISTS } from './known-files';
import type { PartKind } from './known-files';

export interface ListMeaning {
  relation: RelationKind;
  platform: HandlePlatform;
}

interface Listed {
  since: StatedTime | null;
  displayName: string;
}

/** One list over all its parts: an account stands in it once, since its latest date. */
export class AccountList {
  readonly #accounts = new Map<string, Listed>();

  constructor(readonly meaning: ListMeaning) {}

  get size(): number {
    return this.#accounts.size;
  }

  /** @returns whether the entry names an account */
  take(entry: Entry): boolean {
    const found = accountsOf(entry);
    for (const { handle, at } of found) this.add(handle, at, displayNameOf(entry, handle, this.meaning.platform));
    return found.length > 0;
  }

  add(handle: string, since: StatedTime | null, displayName = ''): void {
    const known = this.#accounts.get(handle);
    if (!known) this.#accounts.set(detach(handle), { since, displayName: displayName === '' ? '' : detach(displayName) });
    else if (since && (known.since === null || since.at > known.since.at)) known.since = since;
  }

  *records(): Generator<{ identity: IdentityRecord; relation: CanonicalRecord }> {
    for (const [handle, { since, displayName }] of this.#accounts) {
      yield {
        identity: accountRecord(this.meaning.platform, handle, displayName),
        relation: {
          record: 'relation',
          identity: handleIdentity(this.meaning.platform, handle),
          kind: this.meaning.relation,
          since,
          sinceBasis: since === null ? 'first_seen' : 'stated',
        },
      };
    }
  }
}

export const accountRecord = (platform: HandlePlatform, handle: string, displayName = ''): IdentityRecord => ({
  record: 'identity',
  ...handleIdentity(platform, handle),
  handle,
  ...(displayName === '' ? {} : { displayName }),
  profileUrl: profileUrl(platform, handle),
  evidence: 'export',
  ...(isDeletedHandle(handle) ? { gone: true } : {}),
});

/** The handle stands in `value`, from 2022 to 2024 only in the address, later in the title; in some lists among labels. */
function accountsOf(entry: Entry): { handle: string; at: StatedTime | null }[] {
  const inStrings = entry.strings.flatMap(({ href, value, at }) => {
    const handle = handleIn(value) ?? handleInAddress(href) ?? handleIn(entry.title);
    return handle === null ? [] : [{ handle, at: at ?? entry.at }];
  });
  if (inStrings.length > 0) return inStrings;
  const handle = handleIn(entry.title) ?? handleInFields(entry);
  return handle === null ? [] : [{ handle, at: entry.at }];
}

/** Labels of handles in the languages that were seen. */
const HANDLE_LABELS = /^(?:username|user name|gebruikersnaam|benutzername|nutzername|nom d.utilisateur|nombre de usuario|nome utente|nome de usu[aá]rio|nome de utilizador|användarnamn|brugernavn|brukernavn|käyttäjänimi|nazwa użytkownika|kullanıcı adı)$/i;

/** By its label, by a profile's address, or by its shape: labels are in the user's language. */
export function handleInFields({ fields }: Pick<Entry, 'fields'>): string | null {
  const labelled = fields.find(({ label, value }) => HANDLE_LABELS.test(label) && handleIn(value) !== null);
  if (labelled) return handleIn(labelled.value);
  for (const { value } of fields) {
    const handle = handleInAddress(value);
    if (handle !== null) return handle;
  }
  const shaped = fields.findLast(({ value }) => handleIn(value) === value && /[a-z]/.test(value));
  return shaped ? shaped.value : null;
}

/** Threads puts display names into titles. */
function displayNameOf({ title, strings }: Entry, handle: string, platform: HandlePlatform): string {
  const name = plainName(title);
  const isName = platform === 'threads' && strings.length === 1 && name !== '' && handleIn(name) !== handle && !/^https?:/i.test(name);
  return isName ? name : '';
}

interface OldList {
  /** Null for a list that is not read. */
  kind: PartKind | null;
  name: string;
  accounts: { written: string; handle: string | null; since: StatedTime | null }[];
}

/** `connections.json` of 2020 and before: every list in one file, dates as text. */
export const oldLists = (value: unknown): OldList[] =>
  Object.entries(dict(value) ?? {}).map(([name, accounts]) => ({
    kind: (Object.hasOwn(OLD_LISTS, name) ? OLD_LISTS[name] : undefined) ?? null,
    name,
    accounts: Object.entries(dict(accounts) ?? {}).map(([written, date]) => ({ written, handle: handleIn(written), since: isoTime(date) })),
  }));
