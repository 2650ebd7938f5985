/** Address books and CRMs: who stands in them is a contact. */
import type { Preset } from './preset';

/** Columns are the user's choice, so only the headings of HubSpot's own properties are known. */
export const HUBSPOT: Preset = {
  key: 'hubspot',
  service: 'HubSpot',
  title: 'HubSpot contacts',
  platform: 'crm',
  lists: 'contacts',
  known: [['record id', 'first name'], ['record id', 'last name'], ['record id', 'email'], ['record id - contact', 'email']],
  columns: {
    'record id': 'source_id', 'record id - contact': 'source_id', 'first name': 'given_name', 'last name': 'family_name', email: 'email',
    'additional email addresses': 'email', 'phone number': 'phone', 'mobile phone number': 'phone', 'company name': 'company',
    'associated company': 'company', 'associated company (primary)': 'company', 'job title': 'title', 'country/region': 'country',
    'create date': 'since', 'unsubscribed from all email': 'no_mail', 'email hard bounce reason': 'bounce_reason',
    'website url': 'website', 'linkedin url': 'profile_url', 'twitter username': 'handle:x', 'twitter bio': 'bio', 'preferred language': 'language',
    'follower count': 'skip', 'contact owner': 'skip', 'lead status': 'skip', 'lifecycle stage': 'skip', 'last activity date': 'skip',
    'last modified date': 'skip', 'original source': 'skip', 'associated company ids': 'skip', 'associated company ids (primary)': 'skip',
    city: 'skip', 'street address': 'skip', 'postal code': 'skip', 'state/region': 'skip', notes: 'notes',
  },
  idPrefix: 'hubspot',
};

/** Google joins several values of one kind by " ::: "; labels beside values ("* Work") say which one it is. */
const GOOGLE_PATTERNS = [
  [/^e-mail \d+ - value$/, 'email'],
  [/^phone \d+ - value$/, 'phone'],
  [/^website 1 - value$/, 'website'],
  [/^website \d+ - value$/, 'skip'],
  [/^address 1 - country$/, 'country'],
  [/^organization 1 - name$/, 'company'],
  [/^organization 1 - title$/, 'title'],
  [/^(e-mail|phone|website|address|organization|im|relation|event|custom field|external id|jot) \d+ - /, 'skip'],
  [/^(phonetic|yomi|given name yomi|additional name yomi|family name yomi)/, 'skip'],
] as const;

const GOOGLE_SHARED = {
  'name prefix': 'skip', 'name suffix': 'name_suffix', nickname: 'skip', birthday: 'skip', notes: 'notes', photo: 'skip', language: 'language',
} as const;

/** Since 2024. */
export const GOOGLE_NEW: Preset = {
  key: 'google',
  service: 'Google Contacts',
  title: 'Google Contacts',
  platform: 'csv',
  lists: 'contacts',
  known: [['first name', 'e-mail 1 - value'], ['first name', 'phone 1 - value'], ['first name', 'organization name', 'labels'], ['first name', 'file as', 'labels']],
  columns: {
    ...GOOGLE_SHARED, 'first name': 'given_name', 'middle name': 'middle_name', 'last name': 'family_name', 'file as': 'skip',
    'organization name': 'company', 'organization title': 'title', 'organization department': 'skip', labels: 'tags',
  },
  patterns: GOOGLE_PATTERNS,
};

/** Until 2024. */
export const GOOGLE_OLD: Preset = {
  key: 'google-old',
  service: 'Google Contacts',
  title: 'Google Contacts',
  platform: 'csv',
  lists: 'contacts',
  known: [['given name', 'family name', 'group membership'], ['given name', 'e-mail 1 - value'], ['given name', 'phone 1 - value']],
  columns: {
    ...GOOGLE_SHARED, name: 'name', 'given name': 'given_name', 'additional name': 'middle_name', 'family name': 'family_name', location: 'location',
    'group membership': 'tags', initials: 'skip', 'short name': 'skip', 'maiden name': 'skip', gender: 'skip', 'billing information': 'skip',
    'directory server': 'skip', mileage: 'skip', occupation: 'skip', hobby: 'skip', sensitivity: 'skip', priority: 'skip', subject: 'skip',
  },
  patterns: GOOGLE_PATTERNS,
};

/** Nearly a hundred columns, most of them about offices, faxes and telexes. */
export const OUTLOOK: Preset = {
  key: 'outlook',
  service: 'Outlook',
  title: 'Outlook contacts',
  platform: 'csv',
  lists: 'contacts',
  known: [['first name', 'e-mail address', 'e-mail 2 address'], ['first name', 'e-mail address', 'business phone'], ['first name', 'e-mail address', 'e-mail display name']],
  columns: {
    'first name': 'given_name', 'middle name': 'middle_name', 'last name': 'family_name', suffix: 'name_suffix', company: 'company',
    'job title': 'title', 'e-mail address': 'email', 'e-mail 2 address': 'email', 'e-mail 3 address': 'email', 'mobile phone': 'phone',
    'primary phone': 'phone', 'home phone': 'phone', 'home phone 2': 'phone', 'business phone': 'phone', 'business phone 2': 'phone',
    'other phone': 'phone', 'car phone': 'phone', 'business country/region': 'country', 'home country/region': 'country',
    'other country/region': 'country', 'web page': 'website', language: 'language', categories: 'tags', notes: 'notes',
  },
  patterns: [
    [/^(title|department|birthday|anniversary|gender|hobby|initials|keywords|location|mileage|priority|private|profession|referred by|sensitivity|spouse|children|account|user \d|nickname|yomi)/, 'skip'],
    [/^(business|home|other) (street|city|state|postal code|address|country|fax)/, 'skip'],
    [/^e-mail (\d )?(type|display name)$/, 'skip'],
    [/(fax|phone|telex|pager|callback|isdn|tty\/tdd)/, 'skip'],
    [/^(assistant|manager|billing information|directory server|government id|internet free busy|office location|organizational id|company main)/, 'skip'],
  ],
};
