/** Looks into parsed JSON of foreign make: whatever isn't of the kind that is asked for counts as absent. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a key; an empty one for anything else. */
export function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : {};
}

/** The list under a key; an empty one for anything else. */
export function listAt(object: JsonObject, key: string): readonly unknown[] {
  const value = object[key];
  return Array.isArray(value) ? value : [];
}

/** The objects of the list under a key. */
export const objectsAt = (object: JsonObject, key: string): JsonObject[] => listAt(object, key).filter(isObject);

/** The text under a key; a number as it is written, '' for anything else. */
export function textAt(object: JsonObject, key: string): string {
  const value = object[key];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** The texts of the list under a key. */
export const textsAt = (object: JsonObject, key: string): string[] =>
  listAt(object, key).flatMap((value) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : []));
