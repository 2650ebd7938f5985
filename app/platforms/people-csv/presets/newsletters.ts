/** Newsletter services: their readers are audience, with what each says about mailing them. */
import type { Meaning } from '../meanings';
import type { Preset } from './preset';

const newsletter = { platform: 'newsletter', lists: 'readers' } as const;

/** Subscribers in Substack's whole export; `active_subscription` is about paying, free readers are subscribed too. */
export const SUBSTACK_LIST: Preset = {
  ...newsletter,
  key: 'substack-list',
  service: 'Substack',
  title: 'Substack subscribers',
  known: [['email', 'active_subscription']],
  columns: {
    email: 'email', active_subscription: 'flag:active_subscription', expiry: 'skip', plan: 'skip', email_disabled: 'no_mail',
    created_at: 'since', first_payment_at: 'day:first_payment_at',
  },
  wholeListName: /(?:^|\/)email_list\.([^/]{1,80})\.csv$/i,
};

/** What Substack counts per person, with a window behind it or without. */
const SUBSTACK_COUNTS = [
  'emails received', 'emails dropped', 'emails opened', 'unique emails seen', 'post views', 'unique posts seen', 'comments', 'shares', 'days active',
] as const;
const SUBSTACK_WINDOWS = [['', ''], [' (6mo)', '@6_months'], [' (7d)', '@7_days'], [' (30d)', '@30_days']] as const;

function substackCounts(): Record<string, Meaning> {
  const columns: Record<string, Meaning> = {};
  for (const count of SUBSTACK_COUNTS) {
    for (const [written, window] of SUBSTACK_WINDOWS) columns[count + written] = `number:${count.replaceAll(' ', '_')}${window}`;
  }
  return columns;
}

/** The export of the subscriber dashboard: engagement per person, in columns whose order the server chooses. */
export const SUBSTACK_DASHBOARD: Preset = {
  ...newsletter,
  key: 'substack-dashboard',
  service: 'Substack',
  title: 'Substack subscribers with their engagement',
  known: [
    ['email', 'stripe plan', 'start date'], ['email', 'emails opened (6mo)'], ['email', 'emails received (6mo)'],
    ['email', 'subscription source (free)'], ['email', 'days active (30d)'],
  ],
  columns: {
    ...substackCounts(),
    email: 'email', name: 'name', 'start date': 'since', country: 'country', activity: 'number:activity',
    num_emails_opened: 'number:emails_opened', 'links clicked': 'number:links_clicked', revenue: 'number:revenue',
    'subscriptions gifted': 'number:subscriptions_gifted', 'last email open': 'day:last_email_open', 'last clicked at': 'day:last_clicked_at',
    'paid upgrade date': 'day:paid_upgrade_date', 'first paid date': 'day:first_paid_date', 'cancel date': 'day:cancel_date',
    'stripe plan': 'skip', type: 'skip', bestseller: 'skip', sections: 'tags', 'subscription source (free)': 'skip',
    'subscription source (paid)': 'skip', 'state/province': 'skip', 'expiration date': 'skip',
  },
};

/** Status stands in the names of the files in the zip only; times are UTC without saying so. */
export const MAILCHIMP: Preset = {
  ...newsletter,
  key: 'mailchimp',
  service: 'Mailchimp',
  title: 'Mailchimp audience',
  known: [['email address', 'euid'], ['email address', 'leid'], ['email address', 'member_rating'], ['email address', 'optin_time']],
  columns: {
    'email address': 'email', 'first name': 'given_name', 'last name': 'family_name', 'full name': 'name', name: 'name',
    'phone number': 'phone', phone: 'phone', company: 'company', country: 'country', cc: 'country', member_rating: 'number:member_rating',
    confirm_time: 'since', optin_time: 'since', euid: 'source_id', unsub_time: 'unsubscribed_at', clean_time: 'bounced_at',
    tags: 'tags', notes: 'notes', birthday: 'skip', address: 'skip', optin_ip: 'skip', confirm_ip: 'skip', latitude: 'skip', longitude: 'skip',
    gmtoff: 'skip', dstoff: 'skip', timezone: 'skip', region: 'skip', last_changed: 'skip', leid: 'skip',
    unsub_campaign_title: 'skip', unsub_campaign_id: 'skip', unsub_reason: 'skip', unsub_reason_other: 'skip',
    clean_campaign_title: 'skip', clean_campaign_id: 'skip',
  },
  timesAreUtc: true,
  idPrefix: 'mailchimp',
  consentInName: true,
};

/** Kit, ConvertKit until 2024: two layouts. */
export const KIT: Preset = {
  ...newsletter,
  key: 'kit',
  service: 'Kit',
  title: 'Kit subscribers',
  known: [['first_name', 'email', 'created_at', 'status'], ['subscriber id', 'email address'], ['subscriber id', 'email', 'state']],
  columns: {
    first_name: 'given_name', last_name: 'family_name', email: 'email', created_at: 'since', status: 'consent_status',
    'subscriber id': 'source_id', 'first name': 'given_name', 'last name': 'family_name', 'email address': 'email',
    state: 'consent_status', 'created at': 'since', source: 'skip', tags: 'tags', 'last subscribed through': 'skip',
  },
  idPrefix: 'kit',
};

export const GHOST: Preset = {
  ...newsletter,
  key: 'ghost',
  service: 'Ghost',
  title: 'Ghost members',
  known: [['email', 'subscribed_to_emails', 'created_at'], ['email', 'complimentary_plan']],
  columns: {
    id: 'source_id', email: 'email', name: 'name', note: 'notes', subscribed_to_emails: 'mail_allowed', complimentary_plan: 'flag:complimentary_plan',
    stripe_customer_id: 'skip', created_at: 'since', deleted_at: 'deleted_at', labels: 'tags', tiers: 'tags', products: 'tags', gift_id: 'skip',
  },
  idPrefix: 'ghost',
};

/** Phones stand there in international form without the plus. */
export const BREVO: Preset = {
  ...newsletter,
  key: 'brevo',
  service: 'Brevo',
  title: 'Brevo contacts',
  known: [['email', 'email_blacklisted'], ['email', 'added_time', 'modified_time']],
  columns: {
    email: 'email', lastname: 'family_name', firstname: 'given_name', sms: 'phone_without_plus', whatsapp: 'phone_without_plus',
    email_blacklisted: 'no_mail', sms_blacklisted: 'no_phone', added_time: 'since', modified_time: 'skip',
  },
  dateOrder: 'day_first',
};

export const ACTIVECAMPAIGN: Preset = {
  ...newsletter,
  key: 'activecampaign',
  service: 'ActiveCampaign',
  title: 'ActiveCampaign contacts',
  known: [['email', 'date created', 'status'], ['email', 'date created', 'ip']],
  columns: {
    email: 'email', 'first name': 'given_name', 'last name': 'family_name', phone: 'phone', tags: 'tags', 'date created': 'since', ip: 'skip',
    status: 'consent_status', account: 'company', organization: 'company', 'job title': 'title',
  },
};

export const SYSTEME_IO: Preset = {
  ...newsletter,
  key: 'systeme-io',
  service: 'systeme.io',
  title: 'systeme.io contacts',
  known: [['email', 'date registered']],
  columns: {
    email: 'email', 'first name': 'given_name', surname: 'family_name', 'phone number': 'phone', country: 'country', tags: 'tags',
    'date registered': 'since', 'company name': 'company',
  },
};
