/** Tells one person's story: each touch becomes words with their hours. */
import { calendarDay, DAY, HOUR } from '../../lib/dates';
import type { CastMember, MainPlace } from './cast';
import type { SampleDeed, SamplePlace } from './community';
import { ENDINGS, UNANSWERED } from './endings';
import { Letters } from './letters';
import { BOUGHT, CALLED, COMMENTS, MET } from './public-words';
import type { Chance } from './random';
import { touchesOf, type Touch } from './stories';
import { answerAfter, momentAgo } from './waking';

/** Hours in which people answer: at once, within a day or so, after days. Each has a way of their own. */
const PACES = [[0.2, 5], [3, 28], [16, 70]] as const;
type Pace = (typeof PACES)[number];

/** Stories with a second place to write, and with meetings and purchases. */
const NEAR: ReadonlySet<CastMember['story']> = new Set<CastMember['story']>(['close', 'steady', 'cooling', 'past']);
/** The newest exchanges stay in the main place, so that the last words stand together. */
const LAST_TOGETHER = 3;

interface Setting {
  chance: Chance;
  now: number;
  zone: string;
  customer: boolean;
}

export class Tale {
  private readonly deeds: SampleDeed[] = [];
  private readonly letters: Letters;
  private readonly paces: { them: Pace; you: Pace };
  private readonly second: MainPlace | null;
  private readonly public: string[];

  constructor(
    private readonly member: CastMember,
    private readonly setting: Setting,
  ) {
    const { chance } = setting;
    this.letters = new Letters(member.craft, chance);
    this.paces = { them: chance.pick(PACES), you: chance.pick(PACES) };
    const others = (['linkedin', 'email', 'instagram'] as const).filter((place) => place !== member.place);
    this.second = NEAR.has(member.story) && chance.inHundred(60) ? chance.pick(others) : null;
    const from = Math.floor(chance.between(0, COMMENTS.length));
    this.public = [...COMMENTS.slice(from), ...COMMENTS.slice(0, from)];
    for (const [, , text] of ENDINGS[member.name] ?? []) this.letters.note(text);
  }

  tell(): { places: MainPlace[]; deeds: SampleDeed[] } {
    const touches = touchesOf(this.member, this.setting.chance);
    touches.forEach((touch, index) => this.one(touch, touches[index + 1]?.ago ?? this.ending[0]?.[0] ?? 0, touches.length - index));
    this.spellOutEnding();
    if (NEAR.has(this.member.story)) this.meet(touches[0]?.ago ?? 0);
    const { place } = this.member;
    return { places: this.second ? [place, this.second] : [place], deeds: this.deeds.sort((a, b) => a.at - b.at) };
  }

  private get ending() {
    return ENDINGS[this.member.name] ?? [];
  }

  private at(ago: number): number {
    return momentAgo(this.setting.now, this.setting.zone, ago);
  }

  /** @param nextAgo when the next words are exchanged; @param left touches from here to the newest */
  private one({ ago, what }: Touch, nextAgo: number, left: number): void {
    const at = this.at(ago);
    if (what === 'like') this.add({ at, place: 'instagram', kind: 'like', by: 'them', text: null });
    else if (what === 'comment') this.add({ at, place: 'instagram', kind: 'comment', by: 'them', text: this.public.shift() ?? null });
    else if (what === 'unanswered') this.unanswered(at);
    else this.exchange(at, what === 'they_begin' ? 'them' : 'you', this.at(nextAgo), left);
  }

  private unanswered(at: number): void {
    const text = UNANSWERED[this.deeds.filter(({ by }) => by === 'you').length - 1];
    if (text) this.say(at, 'you', text, this.member.place);
  }

  private exchange(at: number, by: 'them' | 'you', before: number, left: number): void {
    const { chance, zone, now } = this.setting;
    const lines = this.letters.exchange(by);
    if (!lines) return;
    // Elsewhere only what they begin: the user's answer ends it, and nobody seems to wait there.
    const elsewhere = by === 'them' && left > LAST_TOGETHER && chance.inHundred(32) ? this.second : null;
    const place = elsewhere ?? this.member.place;
    const other = by === 'them' ? 'you' : 'them';
    const [first = '', answer = '', more] = lines;
    const [soonest, latest] = this.paces[other];
    const answered = answerAfter(at, zone, chance.between(soonest, latest), Math.min(before, now));
    this.say(at, by, first, place);
    this.say(answered, other, answer, place);
    const afterwards = answered + chance.between(0.1, 1.2) * HOUR;
    // On the same day only: a second day of theirs would make their rhythm look twice as quick.
    const day = calendarDay(zone);
    const hasMore = more !== undefined && left > 1 && elsewhere === null;
    if (hasMore && day(afterwards) === day(at) && afterwards < Math.min(before, now)) this.say(Math.round(afterwards), by, more, place);
    if (by === 'them' && place === 'instagram' && chance.inHundred(18)) {
      this.add({ at: at - 9 * 60_000, place, kind: 'like', by, text: null });
    }
  }

  private spellOutEnding(): void {
    for (const [ago, by, text] of this.ending) this.say(this.at(ago), by, text, this.member.place);
  }

  /** Meetings, calls and purchases lie well inside the story, so that they move nobody's rhythm of today. */
  private meet(from: number): void {
    const { chance, customer } = this.setting;
    const somewhen = () => this.at(Math.floor(chance.between(Math.max(75, from * 0.2), from * 0.9)));
    const add = (kind: 'meeting' | 'call' | 'purchase', texts: readonly string[]) =>
      this.add({ at: somewhen(), place: 'in_person', kind, by: kind === 'purchase' ? 'them' : 'you', text: chance.pick(texts) });
    if (from * DAY < 120 * DAY) return;
    if (chance.inHundred(55)) add('meeting', MET);
    if (chance.inHundred(30)) add('call', CALLED);
    if (customer) add('purchase', BOUGHT);
  }

  private say(at: number, by: 'them' | 'you', text: string, place: SamplePlace): void {
    this.add({ at, place, kind: place === 'email' ? 'email' : 'message', by, text });
  }

  private add(deed: SampleDeed): void {
    this.deeds.push(deed);
  }
}
