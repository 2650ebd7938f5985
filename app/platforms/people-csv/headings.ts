/** Headings of tables of people, in seven languages, and what they mean. Data: the rules stand in guess.ts. */
import type { Meaning } from './meanings';

/** Of a heading that stands here as it is. Separated by bars; blanks stand for everything that is no letter or number. */
const EXACTLY: readonly (readonly [Meaning, string])[] = [
  ['consent_status', 'status|state|statut|estado|subscription status|mailing status|newsletter status|email status|e mail status|email state|mail status'],
  ['unsubscribed_at', 'abgemeldet am|désinscrit le|fecha de baja'],
  ['email', 'mail|e mail adresse|email adresse|mailadresse|courriel|correo|correo electrónico|correo electronico|posta elettronica|emailadres|e mailadres'],
  ['email', 'adresse e mail|adresse email|adresse mail|adresse électronique|endereço de e mail|endereço de email|indirizzo e mail|indirizzo email'],
  ['name', 'name|full name|fullname|display name|vollständiger name|nom complet|nombre completo|nome completo|volledige naam|naam'],
  ['name', 'contact|contact name|customer|customer name|client|kontakt|kunde|ansprechpartner|person'],
  ['given_name', 'first name|firstname|given name|fname|forename|vorname|prénom|prenom|nombre|nome|primeiro nome|voornaam'],
  ['family_name', 'last name|lastname|family name|lname|surname|nachname|familienname|nom|nom de famille|apellido|apellidos|sobrenome|apelido|cognome|achternaam'],
  ['middle_name', 'middle name|middle names|second name|zweiter vorname'],
  ['company', 'company|company name|organization|organization name|organisation|employer|firma|firmenname|unternehmen|entreprise|société|empresa|azienda|bedrijf|account name'],
  ['title', 'job title|position|role|title|headline|beruf|funktion|poste|fonction|cargo|puesto|functie|occupation'],
  ['country', 'country|country code|country region|country/region|country / region|land|pays|país|pais|paese'],
  ['profile_url', 'profile|profile url|profile link|url|link|profil|profil url|linkedin url|twitter url|instagram url|x url|facebook url|youtube url|tiktok url|bluesky url|linkedin profile'],
  ['followers', 'followers|follower|follower count|followers count|number of followers|abonnenten|abonnés|seguidores'],
  ['following', 'following|following count|followings|follows|follows count|friends|friends count|number of following'],
  ['posts', 'posts|post count|posts count|tweets|tweet count|tweets count|statuses|statuses count|media count|beiträge|publications|publicaciones'],
  ['bio', 'bio|biography|description|about|biographie|biografie'],
  ['location', 'location|city|ort|stadt|wohnort|ville|ciudad|cidade|città|plaats'],
  ['website', 'website|web site|external url|homepage|site web|sitio web|webseite|web page'],
  ['created_at', 'account created|account created at|profile created|account creation date|creation date|joined twitter|joined x|joined instagram'],
  ['since', 'since|seit|kunde seit|mitglied seit|angelegt am|erstellt am|client depuis|cliente desde|created|created utc|joined|optin time|confirm time'],
  ['is_private', 'private|is private|privat'],
  ['is_verified', 'verified|is verified|blue verified|verifiziert'],
  ['has_picture', 'has picture|has profile picture|has profile pic|has pic|has photo|has avatar|picture|profile picture|avatar|profile pic url|avatar url'],
  ['language', 'language|lang|sprache|langue|idioma|lingua|taal'],
  ['tags', 'tag|tags|label|labels|segment|segments|group|groups|category|categories|etiquetas|étiquettes|schlagwörter'],
  ['notes', 'note|notes|comment|comments|remark|remarks|notizen|bemerkung|bemerkungen|notas'],
];

/** Of headings that hold some words among others, asked in this order. */
const HOLDING: readonly (readonly [Meaning, RegExp])[] = [
  ['unsubscribed_at', /unsubscri.*(at|on|date|time)$/],
  ['no_mail', /unsubscribed|opt(ed)? ?out|do not (e ?)?mail|blacklist|suppressed|no mail/],
  ['mail_allowed', /opt(ed)? ?in$|accepts? (e ?mail )?marketing|newsletter$|marketing (consent|allowed)|consent$/],
  ['email', /e ?mail( \d)?( address)?$|^e ?mail \d|^(work|private|personal|business|home) e ?mail|^dirección de correo/],
  ['phone', /^(phone|tel|telephone|mobile?|cell|handy|móvil|celular|portable|gsm|sms|whatsapp|rufnummer)\b/],
  ['phone', /(phone|nummer)( number)?( \d)?$|telefon|téléphone|teléfono|telefoon/],
  ['since', /^(date|datum) (added|created|registered|joined|subscribed)/],
  ['since', /(created|subscribed|signup|sign up|registered|joined|member|customer|follow(ed|er)?|added|opt ?in|confirmed) (since|at|on|date|time)( |$)/],
];

const byHeading = new Map(EXACTLY.flatMap(([meaning, headings]) => headings.split('|').map((heading) => [heading, meaning] as const)));

/** What a heading says by itself; undefined for nothing. @param words as `wordsOf` gives them */
export const meaningSaid = (words: string): Meaning | undefined => byHeading.get(words) ?? HOLDING.find(([, pattern]) => pattern.test(words))?.[0];

/** Headings of handles and ids, which say nothing of the network. */
export const HANDLE_HEADING = /^(user ?name|handle|screen ?name|nick ?name|account|login|user|benutzername|nom d utilisateur|usuario|konto)$/;
export const ID_HEADING = /^((user|account|profile|twitter|x|channel) ?)?id( str)?$|^did$/;

/** "E-Mail_Address*" to "e mail address": what headings are compared by. */
export const wordsOf = (heading: string): string =>
  heading.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/[^\p{L}\p{N}/]+/gu, ' ').trim();
