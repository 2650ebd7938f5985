/** Fields of foreign JSON, which may be of any kind or missing: one odd field costs itself, never its record. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, or a number as a text (ids are written either way); '' for anything else. */
export function textIn(object: JsonObject, field: string): string {
  const value = Object.hasOwn(object, field) ? object[field] : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

export function objectIn(object: JsonObject, field: string): JsonObject | null {
  const value = Object.hasOwn(object, field) ? object[field] : undefined;
  return isObject(value) ? value : null;
}

/** The object there; one without fields for anything else. */
export const fieldsIn = (object: JsonObject, field: string): JsonObject => objectIn(object, field) ?? {};

/** The list, empty for anything else. */
export function listIn(object: JsonObject, field: string): readonly unknown[] {
  const value = Object.hasOwn(object, field) ? object[field] : undefined;
  return Array.isArray(value) ? value : [];
}

export const objectsIn = (object: JsonObject, field: string): JsonObject[] => listIn(object, field).filter(isObject);

/** The texts and numbers of a list, as texts. */
export const textsIn = (object: JsonObject, field: string): string[] =>
  listIn(object, field).flatMap((value) => (typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : []));

/** Only true itself: a text "false" is none. */
export const isTrue = (object: JsonObject, field: string): boolean => Object.hasOwn(object, field) && object[field] === true;
