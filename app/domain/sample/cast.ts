/**
 * The invented people the user knows, and how it stands with each. Names come from many places and belong to nobody in
 * particular; workshops and shops are made up, and addresses end in .example, which is nobody's (RFC 2606).
 */
import type { Craft } from './crafts';

/** How a relationship has gone; see stories.ts for what each means in days. */
export type StoryName =
  | 'close' | 'steady' | 'rising' | 'new' | 'cooling' | 'fading' | 'they_write' | 'you_write' | 'past' | 'slight' | 'joined'
  | 'older' | 'pitch';

export type MainPlace = 'linkedin' | 'email' | 'instagram';

export interface CastMember {
  name: string;
  title: string;
  /** Their workshop, shop or letter. */
  company: string;
  craft: Craft;
  place: MainPlace;
  story: StoryName;
  /** What the story leaves open: days between words, days of silence, or months since the beginning; see stories.ts. */
  measure: number;
}

type Row = readonly [name: string, title: string, company: string, craft: Craft, place: MainPlace, story: StoryName, measure: number];

const KNOWN: readonly Row[] = [
  ['Leila Haddad', 'Host', 'Quiet Growth', 'voice', 'email', 'close', 8],
  ['Kwame Boateng', 'Furniture maker', 'Boateng Stools', 'wood', 'linkedin', 'close', 11],
  ['Sofie Brandt', 'Bookseller', 'Brandt & Dochter', 'shop', 'instagram', 'steady', 46],
  ['Linh Tran', 'Studio manager', 'Lacquer House', 'print', 'linkedin', 'close', 6],
  ['Aroha Ngata', 'Weaver', 'Long Cloud Looms', 'cloth', 'instagram', 'close', 15],
  ['Tomás Ferreyra', 'Baker', 'Horno Viejo', 'food', 'email', 'rising', 60],
  ['Wren Castellanos', 'Apprentice printer', 'Second Plate', 'print', 'instagram', 'new', 2],
  ['Amara Okafor', 'Ceramicist', 'Slow Clay', 'clay', 'email', 'cooling', 41],
  ['Ingrid Solheim', 'Knitwear designer', 'Fjell & Garn', 'knit', 'linkedin', 'cooling', 39],
  ['Mateus Oliveira', 'Dyer', 'Casa Anil', 'cloth', 'email', 'close', 9],
  ['Ilse van der Meer', 'Paper maker', 'Het Papierhuis', 'paper', 'email', 'past', 190],
  ['Yara Nassar', 'Printer', 'Presse Bleue', 'print', 'linkedin', 'new', 12],
  ['Hana Kowalczyk', 'Glassblower', 'Szkło Małe', 'glass', 'email', 'close', 12],
  ['Dimitra Vlachou', 'Guild secretary', 'Hands of the Harbour', 'voice', 'email', 'close', 10],
  ['Jonas Lindqvist', 'Boat builder', 'Klink', 'wood', 'linkedin', 'close', 16],
  ['Priya Raman', 'Block printer', 'Neem & Ink', 'print', 'instagram', 'close', 7],
  ['Odile Marchetti', 'Bookbinder', 'Fil & Pli', 'paper', 'email', 'close', 13],
  ['Samuel Adeyemi', 'Saddler', 'Adeyemi & Sons', 'hide', 'linkedin', 'close', 18],
  ['Freya Thorsdóttir', 'Wool spinner', 'Grey Ewe', 'cloth', 'instagram', 'close', 14],
  ['Min-jun Seo', 'Potter', 'Moon Jar Room', 'clay', 'instagram', 'close', 17],
  ['Beatriz Salgado', 'Gallery owner', 'Sala Pequeña', 'shop', 'email', 'close', 20],
  ['Noor Siddiqui', 'Natural dyer', 'Indigo Yard', 'cloth', 'linkedin', 'steady', 38],
  ['Callum Reid', 'Knife maker', 'Reid Edge', 'metal', 'linkedin', 'steady', 44],
  ['Esther Mwangi', 'Basket weaver', 'Kiondo Hands', 'garden', 'instagram', 'steady', 40],
  ['Luca Bellandi', 'Cheese maker', 'Malga Alta', 'food', 'email', 'steady', 46],
  ['Zofia Wrona', 'Illustrator', 'Crow & Co', 'print', 'instagram', 'steady', 42],
  ['Tariq Mansour', 'Coppersmith', 'Souk of One', 'metal', 'email', 'steady', 48],
  ['Annika Saar', 'Mitten knitter', 'Kihnu Pattern', 'knit', 'instagram', 'steady', 36],
  ['Rafael Quispe', 'Weaver', 'Altura Looms', 'cloth', 'email', 'steady', 50],
  ['Maeve Gallagher', 'Candle maker', 'Low Tide', 'food', 'instagram', 'steady', 45],
  ['Viktor Halász', 'Instrument maker', 'Halász Strings', 'wood', 'linkedin', 'steady', 39],
  ['Chiara Donati', 'Editor', 'The Slow Column', 'voice', 'email', 'steady', 43],
  ['Kofi Asante', 'Bead maker', 'Krobo Glass', 'glass', 'linkedin', 'rising', 55],
  ['Signe Aagaard', 'Shop owner', 'Lille Hylde', 'shop', 'email', 'rising', 64],
  ['Dara Sok', 'Silk weaver', 'Golden Thread House', 'cloth', 'instagram', 'rising', 70],
  ['Elif Aydın', 'Tile painter', 'Kuş Evi', 'clay', 'instagram', 'rising', 58],
  ['Pedro Montaño', 'Leather worker', 'Cuero Lento', 'hide', 'linkedin', 'rising', 66],
  ['Naomi Feld', 'Letterpress printer', 'Feld & Type', 'print', 'email', 'rising', 72],
  ['Hugo Lemaire', 'Wicker worker', 'Osier', 'garden', 'instagram', 'rising', 62],
  ['Ravi Menon', 'Toy maker', 'Small Wheels', 'wood', 'linkedin', 'new', 5],
  ['Jasmin Okeke', 'Soap maker', 'Shea Street', 'food', 'instagram', 'new', 8],
  ['Pavel Dvořák', 'Book restorer', 'Stará Vazba', 'paper', 'email', 'new', 16],
  ['Mireille Kasongo', 'Florist', 'Atelier Pivoine', 'garden', 'instagram', 'new', 19],
  ['Oskar Nyman', 'Spoon carver', 'Björk', 'wood', 'linkedin', 'new', 23],
  ['Tala Reyes', 'Hat maker', 'Buri', 'knit', 'instagram', 'cooling', 33],
  ['Giovanni Serra', 'Mosaic maker', 'Tessera', 'glass', 'email', 'cooling', 47],
  ['Anouk de Wit', 'Ceramicist', 'Klei aan Zee', 'clay', 'instagram', 'cooling', 36],
  ['Malik Traoré', 'Bogolan painter', 'Terre & Fil', 'cloth', 'linkedin', 'cooling', 38],
  ['Róisín Keane', 'Basket maker', 'Sally Rods', 'garden', 'email', 'cooling', 52],
  ['Hiroko Matsuda', 'Paper maker', 'Kōzo Room', 'paper', 'email', 'cooling', 44],
];

const toMember = ([name, title, company, craft, place, story, measure]: Row): CastMember => ({
  name, title, company, craft, place, story, measure,
});

/** Those with the closest stories. */
export const CAST_KNOWN: readonly CastMember[] = KNOWN.map(toMember);

/** @param rows as in this file, for the other half of the cast */
export function castOf(rows: readonly Row[]): CastMember[] {
  return rows.map(toMember);
}
