/**
 * What WhatsApp itself writes into a chat, in the languages phones are set to. The export keeps no mark of its own that all
 * phones share, so the words have to be known; iPhones put U+200E before them in any language, which counts beside the words.
 */

/** The beginning of what stands where a message was taken back; anchored, because people write about deleting too. */
const DELETED = new RegExp(
  `^(?:${[
    'This message was deleted', 'You deleted this message', 'This message was deleted by admin.{0,60}',
    'Se eliminó este mensaje', 'Eliminaste este mensaje', 'Este mensaje fue eliminado', 'Este mensaje se eliminó',
    'Diese Nachricht wurde gelöscht', 'Du hast diese Nachricht gelöscht',
    'Ce message a été supprimé', 'Vous avez supprimé ce message', 'Tu as supprimé ce message',
    'Mensagem apagada', 'Esta mensagem foi apagada', 'Você apagou esta mensagem', 'Apagou esta mensagem', 'Eliminou esta mensagem', 'Esta mensagem foi eliminada',
    'Questo messaggio è stato eliminato', 'Hai eliminato questo messaggio',
    'Dit bericht is verwijderd', 'Je hebt dit bericht verwijderd', 'U heeft dit bericht verwijderd',
    'Данное сообщение удалено', 'Это сообщение удалено', 'Вы удалили данное сообщение', 'Вы удалили это сообщение',
    'Bu mesaj silindi', 'Bu mesajı sildiniz', 'Ta wiadomość została usunięta', 'Usunięto tę wiadomość', 'Pesan ini telah dihapus', 'Anda menghapus pesan ini',
    'Det här meddelandet raderades', 'Du raderade det här meddelandet', 'Denne besked blev slettet', 'Denne meldingen ble slettet',
    '此消息已删除', '您删除了此消息', '這則訊息已刪除', '您已刪除這則訊息', 'このメッセージは削除されました', 'メッセージを削除しました',
    '삭제된 메시지입니다', '이 메시지는 삭제되었습니다', 'تم حذف هذه الرسالة', 'لقد حذفت هذه الرسالة', 'הודעה זו נמחקה', 'यह मैसेज मिटाया गया', 'यह संदेश हटा दिया गया था',
  ].join('|')})[.。]?$`,
  'iu',
);

/** The same where the owner of the phone took it back: that line tells who "me" is. */
const DELETED_BY_OWNER =
  /^(?:You deleted this message|Eliminaste este mensaje|Du hast diese Nachricht gelöscht|Vous avez supprimé ce message|Tu as supprimé ce message|Você apagou esta mensagem|Hai eliminato questo messaggio|Je hebt dit bericht verwijderd|Вы удалили (?:данное|это) сообщение|Bu mesajı sildiniz|Anda menghapus pesan ini|您删除了此消息|您已刪除這則訊息)[.。]?$/iu;

/** At the end of a message that was changed later. */
const EDITED =
  /\s?\u200e?<\u200e?(?:This message was edited|Se editó este mensaje|Este mensaje fue editado|Diese Nachricht wurde bearbeitet|Ce message a été modifié|Mensagem editada|Esta mensagem foi editada|Questo messaggio è stato modificato|Dit bericht is bewerkt|Данное сообщение изменено|Сообщение изменено|Bu mesaj düzenlendi|Ta wiadomość została zmodyfikowana|Edytowano tę wiadomość|Pesan ini diedit|此消息已编辑|已編輯此訊息|このメッセージは編集されました|تم تعديل هذه الرسالة)\u200e?>$/iu;
/** The same in other languages: a mark, and angles without a file name. */
const MARKED_EDIT = /\u200e<[^<>:\n]{3,60}>$/u;

/** Stems of "omitted" for media that were left behind. */
const OMITTED_STEM =
  /omit|omis|omess|ausgeschlossen|weggelaten|weggelassen|ausgelassen|absente|retiré|ocult|não revelad|без медиа|dahil edilmedi|pominięt|tidak disertakan|dihilangkan|utelämna|udelad|utelatt|jätetty pois|vynech|hiányz|пропущен|省略|忽略|略去|メディア|생략|استبعاد|הושמט|לא נכלל|शामिल नहीं|के बिना/iu;
/** "image omitted" of iPhones, where the mark before it was lost. */
const OMITTED_KIND =
  /^(?:image|imagen|imagem|bild|immagine|afbeelding|vid[eé]o|vídeo|video note|voice message|[aá]udio|gif|sticker|figurinha|documento?|dokument|contact card|tarjeta de contacto|kontaktkarte|cartão do contato)\s(?:omitted|omitid[oa]|ocultad[oa]|weggelassen|ausgelassen|absente|omis|retiré|omess[oa]|weggelaten)$/iu;
/** Android's "IMG-20250313-WA0001.jpg (file attached)". */
const ATTACHED_FILE =
  /^\u200e?.{1,200}\.\w{1,6} \((?:file attached|archivo adjunto|Datei angehängt|fichier joint|arquivo anexado|ficheiro anexado|file allegato|bestand bijgevoegd|файл добавлен|dosya ekli|załączono plik|plik dołączony|file terlampir|bifogad fil|vedhæftet fil|文件附件|附件|添付ファイル|파일 첨부됨|ملف مرفق|קובץ מצורף)\)$/iu;
/** The iPhone's "<attached: 00000012-PHOTO.jpg>"; the word differs, the form doesn't. */
const ATTACHED_TAG = /\u200e?<\u200e?[\p{L}\s]{2,30}:\s[^<>:\n]{1,200}\.\w{1,6}>/u;

/** Lines of WhatsApp's own where no mark tells: they stand in somebody's name on iPhones. */
const SYSTEM =
  /^(?:Messages and calls are end-to-end encrypted|Messages to this (?:chat|group) (?:and calls )?are now secured|Los mensajes y las llamadas están cifrados|Nachrichten und Anrufe sind Ende-zu-Ende|Les messages et les appels sont chiffrés|As mensagens e (?:as )?(?:chamadas|ligações) são protegidas|I messaggi e le chiamate sono crittografati|Berichten en gesprekken worden (?:end-to-end )?versleuteld|Your security code with .{1,100} changed|Waiting for this message|(?:Missed|Silenced) (?:group )?(?:voice|video) call|(?:Voice|Video) call,|Disappearing messages (?:were|was) turned|You(?:’|')re now an admin|This business )/iu;

/** What only a group's chat says. */
const GROUP =
  /\b(?:created (?:this )?group|added you|created this group|joined using|changed (?:the subject|the group|this group)|removed you|group(?:'s|’s) (?:icon|description))|creó (?:el|este) grupo|hat (?:die|diese) Gruppe|a créé (?:le|ce) groupe|criou (?:o|este) grupo|ha creato il gruppo|heeft (?:de|deze) groep|создал\S* групп/iu;

/** Whether the mark before it says that WhatsApp wrote this, whatever the language. */
const isMarked = (text: string): boolean => text.startsWith('\u200e');

export const isDeleted = (text: string): boolean => DELETED.test(bare(text));
export const isDeletedByOwner = (text: string): boolean => DELETED_BY_OWNER.test(bare(text));
export const speaksOfGroup = (text: string): boolean => GROUP.test(text.slice(0, LONGEST_SYSTEM_LINE));

/** WhatsApp's own lines are short sentences. */
const LONGEST_SYSTEM_LINE = 600;
/** A place that was shared is somebody's own word, though a mark stands before it. */
const PLACE = /https:\/\/(?:maps\.|www\.google\.[a-z.]+\/maps|foursquare\.)/i;

/** Whether a line in somebody's name is WhatsApp's own. Ask for attachments and deletions first. */
export function isSystem(text: string): boolean {
  if (SYSTEM.test(bare(text))) return true;
  // A poll has a mark before its question and each of its options.
  return isMarked(text) && !PLACE.test(text) && !/\n\s*\u200e/.test(text) && text.length <= LONGEST_SYSTEM_LINE;
}

export interface Content {
  /** Without marks and tags; '' where only media were sent. */
  text: string;
  attachments: number;
}

/** Takes attachments and the mark of an edit out of what somebody wrote. */
export function contentOf(written: string): Content {
  const text = written.replace(EDITED, '').replace(MARKED_EDIT, (tag) => (OMITTED_STEM.test(tag) ? tag : '')).trim();
  const [first = '', ...rest] = text.split('\n');
  if (ATTACHED_FILE.test(first)) return { text: bare(rest.join('\n')), attachments: 1 };
  if (ATTACHED_TAG.test(text)) return { text: captionOf(text.replace(ATTACHED_TAG, '')), attachments: 1 };
  if (isOmitted(first)) return { text: bare(rest.join('\n')), attachments: 1 };
  return { text: bare(text), attachments: isMarked(text) && PLACE.test(text) ? 1 : 0 };
}

function isOmitted(line: string): boolean {
  const words = bare(line);
  if (words.length > 200) return false;
  if (/^<[^<>:]{3,60}>$/u.test(words)) return OMITTED_STEM.test(words);
  return OMITTED_KIND.test(words) || (/\u200e[^\u200e]{3,60}$/u.test(line) && OMITTED_STEM.test(line.slice(line.lastIndexOf('\u200e'))));
}

/** "report.pdf • 3 pages", which iPhones put before the tag of a document, is no caption. */
const captionOf = (text: string): string => bare(text).replace(/^[^\n]{1,200}\.\w{1,6}(?: • [^\n]{1,40})?$/u, '');

/** Without the invisible marks that change how a line is shown. */
export const bare = (text: string): string => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').trim();
