/**
 * A key for something the user wishes, so that a repeated request counts once. Not crypto.randomUUID, which browsers
 * keep from pages served without HTTPS in a home network.
 * @returns 32 hexadecimal digits
 */
export function requestKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
