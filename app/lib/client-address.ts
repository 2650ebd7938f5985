/** The header in which the server passes the caller's address on; it overwrites whatever came from outside. */
export const CLIENT_ADDRESS_HEADER = 'x-kith-client';
