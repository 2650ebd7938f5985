/** What the columns of an unknown table probably mean: by their headings in seven languages, and by what stands in them. */
import { consentIn, flagIn, isMailWord, numberIn } from './cells';
import { addressesIn, readPhone } from './addresses';
import { NETWORKS } from './meanings';
import type { Meaning, Network } from './meanings';
import { identityAt } from './profile-links';

export interface ColumnLook {
  /** As written. */
  heading: string;
  /** Some of its values, none of them empty. */
  samples: readonly string[];
}

/** So many of a column's values have to look like what it is taken for. */
const MOSTLY = 0.6;

/** Asked in this order. Headings are lower case, with blanks for everything that is no letter, number or slash. */
const HEADINGS: readonly (readonly [RegExp, Meaning])[] = [
  [/^(e ?mails?|mail|courriel|correo|emailadres)\b.*(status|state|consent|opt ?in)|^(status|state|statut|estado|subscription status|mailing status|newsletter status)$/, 'consent_status'],
  [/unsubscri.*(at|on|date|time)$|abgemeldet am/, 'unsubscribed_at'],
  [/unsubscribed|opt(ed)? ?out|do not (e ?)?mail|blacklist|suppressed|no mail/, 'no_mail'],
  [/opt(ed)? ?in\b(?!.*(date|time|ip))|accepts? (e ?mail )?marketing|newsletter$|marketing (consent|allowed)|consent$/, 'mail_allowed'],
  [/^(e ?mail|mail|courriel|correo|posta)( ?(address|adresse|adres|electr[oó]nico|elettronica|adress))?( ?\d)?$|^adresse (e ?mail|mail|électronique)|e ?mail( \d)?( address)?$|^(work|private|personal|business) e ?mail|^endereço de e ?mail|^indirizzo e ?mail|^dirección de correo/, 'email'],
  [/^(phone|tel|telephone|telefon|téléphone|telefono|teléfono|telefone|telefoon|mobile?|cell|handy|móvil|celular|portable|gsm|sms|whatsapp|rufnummer)\b/, 'phone'],
  [/(phone|telefonnummer|handynummer)( number)?( \d)?$/, 'phone'],
  [/^(full name|display ?name|vollständiger name|nom complet|nombre completo|nome completo|volledige naam|name|kontakt|contact name|customer name|ansprechpartner)$/, 'name'],
  [/^(first ?name|given ?name|fname|forename|vorname|prénom|prenom|nombre|primeiro nome|voornaam)s?$/, 'given_name'],
  [/^(last ?name|family ?name|lname|surname|nachname|familienname|nom( de famille)?|apellidos?|sobrenome|cognome|achternaam)$/, 'family_name'],
  [/^(middle name|second name|zweiter vorname)s?$/, 'middle_name'],
  [/^(company|organi[sz]ation|employer|firma|unternehmen|entreprise|société|empresa|azienda|bedrijf|account name)( name)?$/, 'company'],
  [/^(job title|position|role|title|headline|beruf|funktion|poste|fonction|cargo|puesto|functie)$/, 'title'],
  [/^(country|land|pays|país|pais|paese)(( ?\/ ?| )(region|code))?$/, 'country'],
  [/^(profile|profil|linkedin|twitter|instagram|x|facebook|youtube|tiktok|bluesky|mastodon|threads)?( ?(profile|profil))? ?(url|link|page)$/, 'profile_url'],
  [/^(followers?|abonnenten|abonnés|seguidores)( count)?$|^(number of|#) ?followers$/, 'followers'],
  [/^(following|follows|friends|followings|gefolgt)( count)?$/, 'following'],
  [/^(posts?|tweets?|statuses|media|beiträge|publications|publicaciones)( count)?$/, 'posts'],
  [/^(bio|biography|description|about|biographie|biografie)$/, 'bio'],
  [/^(location|city|ort|stadt|ville|ciudad|cidade|città|plaats|wohnort)$/, 'location'],
  [/^(website|web ?site|external url|homepage|site web|sitio web|webseite|web page|url)$/, 'website'],
  [/^(account|profile) (created|age|date)( at)?$|^joined( (x|twitter|instagram))?$|^(account )?creation date$/, 'created_at'],
  [/(created|subscribed|signup|sign up|registered|joined|member|customer|follow(ed|er)?|added|opt ?in|confirmed)( since| at| on| date| time)+$|^(date|datum) (added|created|registered|joined|subscribed)|^(since|seit|kunde seit|client depuis|cliente desde|angelegt am|erstellt am|created)$|^optin time$/, 'since'],
  [/^(is )?private$|^privat$/, 'is_private'],
  [/^(is )?verified$|^blue verified$|^verifiziert$/, 'is_verified'],
  [/^(has )?(profile )?(pic|picture|photo|avatar)$/, 'has_picture'],
  [/^(language|sprache|langue|idioma|lingua|taal|lang)$/, 'language'],
  [/^(tags?|labels?|segments?|groups?|categor(y|ies)|etiquetas|étiquettes|schlagwörter)$/, 'tags'],
  [/^(notes?|comments?|remarks?|notizen|bemerkung(en)?|notas)$/, 'notes'],
];

const HANDLE_HEADING = /^(user ?name|handle|screen ?name|nick ?name|account|login|user|benutzername|nom d'utilisateur|usuario|konto|profile)$/;
const ID_HEADING = /^(user|account|profile|twitter|x|channel)? ?id( str)?$|^did$/;

/** One meaning for each column. `hint` is the name of the file, which often says which network it came from. */
export function guessMeanings(columns: readonly ColumnLook[], hint: string): Meaning[] {
  const network = networkOfTable(columns, hint);
  const guesses = columns.map((column) => guessMeaning(column, network));
  // "created_at" is when a follower's account was made, and when a customer was added.
  const ofFollowers = guesses.some((meaning) => meaning === 'followers' || meaning === 'following' || meaning === 'bio');
  return guesses.map((meaning, index) => {
    const word = wordsOf(columns[index]?.heading ?? '');
    return ofFollowers && meaning === 'since' && /^(account )?created( at)?$/.test(word) ? 'created_at' : meaning;
  });
}

function guessMeaning({ heading, samples }: ColumnLook, network: Network | null): Meaning {
  const words = wordsOf(heading);
  const mostly = (test: (sample: string) => boolean) => samples.length > 0 && samples.filter(test).length >= samples.length * MOSTLY;
  if (mostly((sample) => addressesIn(sample).length > 0) && network !== 'mastodon') return 'email';
  if (mostly((sample) => identityAt(sample) !== null)) return 'profile_url';
  const named = NETWORKS.find((one) => words === one || words === `${one} handle` || words === `${one} username`) ?? (/^twitter( handle| username)?$/.test(words) ? 'x' : null);
  if (named !== null) return `handle:${named}`;
  if (HANDLE_HEADING.test(words) && mostly((sample) => /^@?[\p{L}\p{N}_.@-]{1,60}$/u.test(sample))) return network === null ? 'handle' : `handle:${network}`;
  if (ID_HEADING.test(words)) return network === 'x' || network === 'youtube' || network === 'bluesky' ? `id:${network}` : 'skip';
  const meaning = HEADINGS.find(([pattern]) => pattern.test(words))?.[1];
  if (meaning === undefined) return mostly((sample) => /^(\+|00)/.test(sample) && typeof readPhone(sample, null) === 'object') ? 'phone' : 'skip';
  return samples.length === 0 || fits(meaning, samples, mostly) ? meaning : 'skip';
}

/** Whether what stands in a column can be what its heading says. */
function fits(meaning: Meaning, samples: readonly string[], mostly: (test: (sample: string) => boolean) => boolean): boolean {
  switch (meaning) {
    case 'email':
    case 'profile_url':
      return false;
    case 'consent_status':
      return mostly((sample) => consentIn(sample) !== null) && samples.some(isMailWord);
    case 'no_mail':
    case 'mail_allowed':
    case 'is_private':
    case 'is_verified':
      return mostly((sample) => flagIn(sample) !== null);
    case 'followers':
    case 'following':
    case 'posts':
      return mostly((sample) => numberIn(sample) !== null);
    case 'phone':
      return mostly((sample) => /^[+\d(p.][\d\s().\-/:;+extE]{4,}/i.test(sample));
    case 'name':
    case 'given_name':
    case 'family_name':
      return mostly((sample) => /\p{L}/u.test(sample));
    case 'since':
    case 'created_at':
    case 'unsubscribed_at':
      return mostly((sample) => /\d/.test(sample));
    default:
      return true;
  }
}

/** The one network that the file's name, a heading or the links point to; null for none or several. */
function networkOfTable(columns: readonly ColumnLook[], hint: string): Network | null {
  const found = new Set<Network>();
  for (const { samples } of columns) {
    for (const sample of samples) {
      const platform = identityAt(sample)?.platform;
      const network = NETWORKS.find((one) => one === platform);
      if (network !== undefined && network !== 'linkedin') found.add(network);
    }
  }
  const said = ` ${wordsOf(`${hint} ${columns.map(({ heading }) => heading).join(' ')}`)} `;
  for (const network of NETWORKS) if (network !== 'linkedin' && said.includes(` ${network} `)) found.add(network);
  if (/ (twitter|tweets?|screen ?name|statuses count) /.test(said)) found.add('x');
  const [only] = found;
  return found.size === 1 ? only ?? null : null;
}

/** "E-Mail_Address*" to "e mail address": what headings are compared by. */
export const wordsOf = (heading: string): string =>
  heading.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/[^\p{L}\p{N}/]+/gu, ' ').trim();

/** Meanings that say who somebody is, all by themselves. */
const TELLING: ReadonlySet<string> = new Set(['email', 'phone', 'profile_url', 'given_name', 'handle']);
/** Meanings that only things about people have: beside a "name" they make it a person's. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['family_name', 'title', 'followers', 'following', 'bio', 'language', 'consent_status', 'no_mail', 'mail_allowed', 'company', 'since', 'notes', 'tags', 'country']);

/** Whether a table with these meanings lists people at all. */
export function listsPeople(meanings: readonly Meaning[]): boolean {
  if (meanings.some((meaning) => TELLING.has(meaning) || meaning.startsWith('handle:') || meaning.startsWith('id:'))) return true;
  return meanings.includes('name') && meanings.some((meaning) => OF_PEOPLE.has(meaning));
}

/** Whether they are somebody's followers rather than people the user deals with. */
export function listsFollowers(meanings: readonly Meaning[]): boolean {
  const hasAccount = meanings.some((meaning) => meaning === 'profile_url' || meaning === 'handle' || meaning.startsWith('handle:') || meaning.startsWith('id:'));
  return hasAccount && !meanings.includes('email') && !meanings.includes('phone');
}

/** Whether they are people who are written to, by what is said about mailing them. */
export const listsReaders = (meanings: readonly Meaning[]): boolean =>
  meanings.some((meaning) => meaning === 'consent_status' || meaning === 'no_mail' || meaning === 'mail_allowed' || meaning === 'unsubscribed_at');
