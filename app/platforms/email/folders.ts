/** What a folder or a Gmail label is for, in the languages mail programs name them in. */
import { baseName } from '../archive/entry-paths';
import { asUnicode, decodeWords } from './headers';

export type Purpose = 'sent' | 'spam' | 'trash' | 'drafts' | 'chat';

/** Lower case. Gmail's, Apple's, Thunderbird's and Outlook's words. */
const NAMES: Readonly<Record<Purpose, readonly string[]>> = {
  sent: [
    'sent', 'sent mail', 'sent items', 'sent messages', 'sent-mail', 'gesendet', 'gesendete elemente', 'gesendete objekte', 'envoyés', 'messages envoyés',
    'éléments envoyés', 'enviados', 'correo enviado', 'elementos enviados', 'mensajes enviados', 'itens enviados', 'e-mails enviados', 'enviadas', 'inviati', 'inviata', 'posta inviata',
    'verzonden', 'verzonden items', 'verzonden berichten', 'skickat', 'skickade', 'sendt', 'sendte elementer', 'lähetetyt', 'wysłane', 'odeslané', 'odeslaná pošta',
    'elküldött', 'trimise', 'gönderilmiş postalar', 'gönderilenler', 'отправленные', 'надіслані', '送信済み', '送信済みメール', '已发送', '已发邮件', '寄件備份', '보낸편지함',
  ],
  spam: [
    'spam', 'junk', 'junk e-mail', 'junk email', 'junk mail', 'bulk mail', 'spamverdacht', 'unerwünscht', 'werbung', 'indésirables', 'courrier indésirable',
    'correo no deseado', 'no deseado', 'lixo eletrônico', 'lixo eletrónico', 'posta indesiderata', 'indesiderata', 'ongewenst', 'ongewenste e-mail', 'skräppost', 'søppelpost',
    'uønsket mail', 'roskaposti', 'nevyžádaná pošta', 'levélszemét', 'gereksiz', 'спам', '迷惑メール', '垃圾邮件', '垃圾郵件', '스팸함', '스팸',
  ],
  trash: [
    'trash', 'bin', 'deleted', 'deleted items', 'deleted messages', 'papierkorb', 'gelöscht', 'gelöschte elemente', 'gelöschte objekte', 'corbeille', 'éléments supprimés', 'messages supprimés',
    'papelera', 'elementos eliminados', 'mensajes eliminados', 'lixeira', 'lixo', 'itens excluídos', 'cestino', 'posta eliminata', 'prullenbak', 'verwijderde items', 'papperskorgen', 'papirkurv',
    'papirkurven', 'roskakori', 'kosz', 'koš', 'kuka', 'coș de gunoi', 'çöp kutusu', 'корзина', 'кошик', 'ゴミ箱', '已删除邮件', '已删除', '垃圾箱', '垃圾桶', '휴지통',
  ],
  drafts: [
    'draft', 'drafts', 'templates', 'outbox', 'unsent messages', 'entwurf', 'entwürfe', 'vorlagen', 'postausgang', 'brouillon', 'brouillons', 'modèles', 'borrador', 'borradores', 'rascunho', 'rascunhos',
    'bozza', 'bozze', 'concept', 'concepten', 'utkast', 'kladde', 'kladder', 'luonnokset', 'wersje robocze', 'koncepty', 'piszkozatok', 'ciorne', 'taslaklar', 'черновики', 'чернетки', '下書き', '草稿',
    '임시보관함',
  ],
  chat: ['chat', 'chats'],
};

const PURPOSES: ReadonlyMap<string, Purpose> = new Map(
  (['sent', 'spam', 'trash', 'drafts', 'chat'] as const).flatMap((purpose) => NAMES[purpose].map((name) => [name.normalize('NFC'), purpose] as const)),
);

const purposeOf = (name: string): Purpose | undefined => PURPOSES.get(name.normalize('NFC').trim().toLowerCase());

/** X-Gmail-Labels: joined by commas, with quotes around those that hold one; perhaps encoded. */
export function labelPurposes(raw: string): ReadonlySet<Purpose> {
  if (raw === '') return NONE;
  const labels = decodeWords(asUnicode(raw)).match(/"[^"]{0,500}"|[^,"]{1,500}/g) ?? [];
  return new Set(labels.flatMap((label) => purposeOf(label.replace(/^"|"$/g, '')) ?? []));
}

const NONE: ReadonlySet<Purpose> = new Set();

/**
 * What a mailbox is for, by its path: "Sent", "Sent.mbox", Apple's "Sent.mbox/mbox", Thunderbird's "Inbox.sbd/Sent", and
 * the folder in which loose mails lie.
 * @param path of an mbox file, or of a folder with a slash at its end
 */
export function folderPurpose(path: string, archiveName: string): Purpose | null {
  const own = path.replace(/\/$/, '').replace(/(?:^|\/)mbox$/i, '') || archiveName;
  const names = [own, ...own.split('/')].map((step) => baseName(step).replace(/\.(?:mbox|mbx|sbd|zip|eml|txt)$/i, ''));
  for (const name of names.reverse()) {
    const purpose = purposeOf(name);
    if (purpose) return purpose;
  }
  return null;
}
