/** Addresses that say who somebody is, and those that several people share. */

/** Local parts that belong to a desk rather than to a person (RFC 2142 names the first of them, habit the others). */
const DESKS = new Set([
  'info', 'marketing', 'sales', 'support', 'abuse', 'noc', 'security', 'postmaster', 'hostmaster', 'webmaster', 'hello', 'hi', 'hey',
  'contact', 'contacts', 'office', 'mail', 'email', 'team', 'help', 'helpdesk', 'service', 'services', 'admin', 'administrator', 'billing',
  'accounts', 'accounting', 'finance', 'invoices', 'orders', 'shop', 'store', 'press', 'media', 'pr', 'jobs', 'careers', 'hr', 'people',
  'events', 'booking', 'bookings', 'reservations', 'enquiries', 'inquiries', 'feedback', 'community', 'newsletter', 'news', 'noreply',
  'donotreply', 'notifications', 'kontakt', 'buero', 'hallo', 'contato', 'contacto', 'hola', 'bonjour', 'studio', 'partners', 'legal',
  'privacy', 'everyone', 'all', 'staff', 'reception', 'welcome',
]);

/** As addresses are compared: nothing around them, lower case. Null for what is none. */
export function plainAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address : null;
}

/** As numbers are compared: with the country, digits only. Null where the country is not known: it could be anybody's. */
export function plainNumber(text: string): string | null {
  const trimmed = text.trim();
  const digits = trimmed.replace(/\D/g, '');
  return trimmed.startsWith('+') && digits.length >= 8 && digits.length <= 15 ? `+${digits}` : null;
}

/** "leila.haddad" of "Leila.Haddad+news@northwind.com". */
export function localPart(address: string): string {
  return (address.split('@')[0] ?? '').split('+')[0] ?? '';
}

/** "northwind" of "leila@mail.northwind.co.uk": the part of the domain that carries a name. */
export function domainName(address: string): string | null {
  const parts = (address.split('@')[1] ?? '').split('.').filter(Boolean);
  const ending = parts.length > 2 && (parts.at(-2) ?? '').length <= 3 ? 2 : 1;
  return parts.at(-1 - ending) ?? null;
}

/** Read by whoever is at the desk. */
export function isDeskAddress(address: string): boolean {
  return DESKS.has(localPart(address).replace(/[^a-z]/gi, '').toLowerCase());
}
