/** What Facebook and Instagram show instead of a name where an account was deleted, in the user's language. */
import { nameKey } from '../reading/names';

/** "user" as it stands before or behind the network's name. */
const USER_WORDS = [
  'user', 'users', 'gebruiker', 'nutzer', 'nutzerin', 'benutzer', 'utilisateur', 'utilisateurs', 'usuario', 'usuaria', 'usuário', 'utilizador',
  'utente', 'användare', 'bruger', 'bruker', 'käyttäjä', 'użytkownik', 'uživatel', 'kullanıcısı', 'utilizator', 'felhasználó', 'пользователь', 'користувач',
] as const;
const LINK_WORDS = /^(?:de|di|do|del|of|von|auf)$/;

/** "Facebook user", "Utilisateur Instagram", "instagramuser". */
export function isGone(name: string): boolean {
  const key = nameKey(name);
  if (key === 'instagramuser' || key === 'facebookuser') return true;
  if (key.length > 40 || !/facebook|instagram|messenger/.test(key)) return false;
  const words = key.split(/[\s-]+/).filter((word) => !LINK_WORDS.test(word));
  const isNetwork = (word: string) => /^(?:facebook|instagram|messenger)a?$/.test(word);
  return words.length === 2 && words.some(isNetwork) && words.some((word) => USER_WORDS.some((known) => known === word));
}
