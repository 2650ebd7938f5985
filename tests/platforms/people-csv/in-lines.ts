/** What was read, as lines that a table of expectations can hold. */
import type { IdentityRecord, StatedTime } from '../../../app/domain/activity';
import { short } from '../read-export';
import type { ReadExport } from '../read-export';

const time = (stated: StatedTime | null): string => {
  if (stated === null) return '-';
  const iso = new Date(stated.at).toISOString();
  return `${stated.precision === 'day' ? iso.slice(0, 10) : iso.slice(0, 19)} ${stated.zone}`;
};

/** "crm id:hubspot:101 <Camille Durand> camille@… +33… Atelier Nord/Head of Product listed" */
export const personLine = (one: IdentityRecord): string =>
  [
    one.platform, short(one), one.displayName === undefined ? '' : `<${one.displayName}>`, one.email === one.key ? '' : one.email, one.phone === one.key ? '' : one.phone,
    one.company === undefined ? '' : `${one.company}/${one.title ?? ''}`, one.listed ? 'listed' : '', one.gone ? 'gone' : '', one.profileUrl,
  ].filter(Boolean).join(' ');

export const inLines = (read: ReadExport) => ({
  people: read.identities.map(personLine),
  together: read.samePerson.map(({ identities }) => identities.map(short).join(' = ')),
  relations: read.relations.map(({ identity, kind, since }) => `${short(identity)} ${kind} ${time(since)}`),
  mail: read.consents.map(({ identity, channel, state, at }) => `${short(identity)} ${channel} ${state} ${time(at)}`),
  numbers: read.aggregates.map(({ identity, metric, window, value }) => `${short(identity)} ${metric}${window && `@${window}`} ${value}`),
  profiles: read.profiles.map(({ identity, facts }) => `${short(identity)} ${JSON.stringify(facts)}`),
  rejected: read.rejected.map(({ line, reason }) => `${line}: ${reason}`),
  leftOut: read.leftOut.map(({ reason, count }) => `${count} × ${reason}`),
});
