/** What a chat is called: WhatsApp writes it into the name of the file, in the language of the phone. */
import { baseName, folderName } from '../archive/entry-paths';
import { cleanName } from '../reading/names';

/** "WhatsApp Chat with Priya", "Chat de WhatsApp con Priya", "WhatsApp Chat - Priya"; the first little word ends the phrase. */
const TITLED =
  /^(?=.{0,40}whatsapp)(?:[\p{L}\p{M}-]{1,20}\s){1,4}(?:with|mit|met|con|com|avec|med|with:|z|с|з|dengan|-|–)\s(?:контактом\s)?(.{1,200})$/iu;
/** Turkish and Chinese put the name first. */
const TITLED_BEFORE = /^(.{1,100}?)\s(?:ile WhatsApp Sohbeti|的 WhatsApp 聊天)$/iu;

/** The name of the chat that a file or zip is called after; null where the name tells nothing. */
export function titleOf(path: string, archiveName: string): string | null {
  const file = withoutEnding(baseName(path));
  if (!/^_?chat$/i.test(file)) return titleIn(file);
  const folder = baseName(folderName(path));
  return (folder === '' ? null : titleIn(folder)) ?? titleIn(withoutEnding(baseName(archiveName)));
}

function titleIn(name: string): string | null {
  // "(1)" is what browsers add to a file that is there already.
  const clean = cleanName(name).replace(/ ?\(\d{1,2}\)$/, '');
  const title = (TITLED.exec(clean) ?? TITLED_BEFORE.exec(clean))?.[1]?.trim();
  return title === undefined || title === '' ? null : title;
}

const withoutEnding = (name: string): string => name.replace(/\.(txt|zip)$/i, '');

/** For comparing a title with a name: files can't hold every letter a name may ("/", ":"), and phones drop emoji. */
export const looseKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
