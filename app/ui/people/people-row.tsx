import type { Platform } from '../../domain/activity';
import { STAGE_WORDS, type Stage } from '../../domain/contacts/stages';
import type { HealthStateName } from '../../domain/health/states';
import type { PulseGeometry } from '../../domain/pulse';
import { Avatar } from '../primitives/avatar';
import { Tag } from '../primitives/badges';
import { classNames } from '../primitives/class-names';
import { PlatformGlyph } from '../primitives/platform-glyph';
import { StateWord } from '../primitives/state-glyph';
import { Time } from '../primitives/time';
import { Pulse } from '../pulse/pulse';
import { HealthBar } from './health-bar';

/** A person as the list shows them; everything is worded by the server. */
export interface ListedPerson {
  publicId: string;
  name: string;
  headline: string | null;
  platforms: Platform[];
  state: HealthStateName | null;
  health: number | null;
  /** "22 Nov", where the sources saw no further. */
  asOf: string | null;
  pulse: PulseGeometry | null;
  lastWord: { at: number; text: string; title: string; yourTurn: boolean };
  tags: string[];
  moreTags: number;
  stage: Stage;
}

interface PeopleRowProps {
  person: ListedPerson;
  selected: boolean;
}

/** A row of People. A plain link and no hooks, because lists are long. */
export function PeopleRow({ person, selected }: PeopleRowProps) {
  const { publicId, name, platforms, state, health, asOf, pulse, lastWord, tags, moreTags, stage } = person;
  return (
    <div role="row" id={`row-${publicId}`} aria-selected={selected} className="people-row">
      <div role="gridcell" className="people-name">
        <Avatar name={name} publicId={publicId} size={26} />
        <a href={`/people/${publicId}`} className="row-link" tabIndex={selected ? 0 : -1}>
          {name}
        </a>
        <span className="people-platforms">
          {platforms.map((platform) => (
            <PlatformGlyph key={platform} platform={platform} size={12} />
          ))}
        </span>
      </div>
      <div role="gridcell" className="people-state">
        {state && <StateWord state={state} />}
      </div>
      <div role="gridcell" className="people-health" title={asOf === null ? undefined : `As of ${asOf}`}>
        {health !== null && state && <HealthBar health={health} state={state} />}
        {asOf !== null && <span className="sr-only"> as of {asOf}</span>}
      </div>
      <div role="gridcell" className="people-pulse">
        {pulse && <Pulse geometry={pulse} id={publicId} size="row" />}
      </div>
      <div role="gridcell" className={classNames('people-last', lastWord.yourTurn && 'tone-accent')}>
        <Time at={lastWord.at} text={lastWord.text} title={lastWord.title} />
        {lastWord.yourTurn && <span className="sr-only">, your turn</span>}
      </div>
      <div role="gridcell" className="people-tags">
        {tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
        {moreTags > 0 && <span className="meta muted">+{moreTags}</span>}
      </div>
      <div role="gridcell" className="people-stage">
        {STAGE_WORDS[stage]}
      </div>
    </div>
  );
}
