import { useNavigate } from '@remix-run/react';
import { ChevronDown, MailX } from 'lucide-react';
import type { ReactNode } from 'react';
import { STAGES, STAGE_WORDS, type Stage } from '../../domain/contacts/stages';
import { KnownAs } from '../identity/known-as';
import { Badge, type BadgeTone } from '../primitives/badges';
import { Button } from '../primitives/button';
import { Heading } from '../primitives/headings';
import { Menu, MenuItem } from '../primitives/menu';
import { PlatformGlyph } from '../primitives/platform-glyph';
import { useChange } from '../undo/use-undo';
import { BetweenYou } from './between-you';
import { EraseForGood } from './erase-for-good';
import { InlineEdit } from './inline-edit';
import { KeepingSection } from './keeping-section';
import { TagEditor } from './tag-editor';
import type { PersonView } from './types';
import type { Keep } from './use-keeping';

const ICON = { className: 'icon', size: 13, strokeWidth: 1.75, 'aria-hidden': true } as const;

const STAGE_TONE: Record<Stage, BadgeTone> = { follower: 'ink', in_conversation: 'ink', customer: 'good', advocate: 'accent' };

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt className="fact-name">{name}</dt>
      <dd className="fact-value">{children}</dd>
    </div>
  );
}

function StageMenu({ stage, since, about }: { stage: Stage; since: string | null; about: string }) {
  const fetcher = useChange();
  const choose = (value: Stage) => value !== stage && fetcher.submit({ field: 'stage', value }, { method: 'post', action: about });
  return (
    <>
      <Menu
        heading="Stage"
        trigger={
          <button type="button" className="stage-trigger" aria-label={`Stage: ${STAGE_WORDS[stage]}. Change`}>
            <Badge tone={STAGE_TONE[stage]}>
              {STAGE_WORDS[stage]}
              <ChevronDown className="icon" size={12} strokeWidth={1.75} aria-hidden="true" />
            </Badge>
          </button>
        }
      >
        {STAGES.map((value, index) => (
          <MenuItem key={value} number={index + 1} note={value === stage ? 'now' : undefined} onSelect={() => choose(value)}>
            {STAGE_WORDS[value]}
          </MenuItem>
        ))}
      </Menu>
      {since && <span className="meta muted">since {since}</span>}
    </>
  );
}

function Identities({ person }: { person: PersonView }) {
  return (
    <section className="section">
      <Heading>Where to find {person.called}</Heading>
      <ul>
        {person.identities.map(({ publicId, platform, label, href, note, gone, refusal }) => (
          <li key={publicId} className="identity">
            <span className="identity-name">
              <PlatformGlyph platform={platform} size={14} />
              {href && !gone ? (
                <a href={href} className="identity-link" target={href.startsWith('mailto:') ? undefined : '_blank'} rel="noopener noreferrer nofollow">
                  {label}
                </a>
              ) : (
                <span className="identity-link">{label}</span>
              )}
            </span>
            {note && <span className="meta muted identity-note">{note}</span>}
            {refusal && (
              <span className="meta identity-note identity-refusal">
                <MailX {...ICON} />
                {refusal}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PersonAsideProps {
  person: PersonView;
  about: string;
  keep: Keep;
  /** Tags that somebody has, as suggestions. */
  knownTags: readonly string[];
}

/** The facts beside the story. */
export function PersonAside({ person, about, keep, knownTags }: PersonAsideProps) {
  const { called, stage, stageSince, facts, howMet, tags, identities, removable } = person;
  return (
    <aside className="person-aside" aria-label={`About ${called}`}>
      <section className="section">
        <dl>
          <Fact name="Stage">
            <StageMenu stage={stage} since={stageSince} about={about} />
          </Fact>
          {facts.cadence && (
            <Fact name="Cadence">
              {facts.cadence} <span className="muted">(learned)</span>
            </Fact>
          )}
          <Fact name="Tags">
            <TagEditor tags={tags} known={knownTags} about={about} called={called} />
          </Fact>
        </dl>
      </section>
      <KeepingSection person={person} keep={keep} />
      {identities.length > 0 && <Identities person={person} />}
      <KnownAs publicId={person.publicId} called={called} known={person.known} merged={person.merged} />
      <section className="section">
        <Heading>How you met</Heading>
        <InlineEdit
          action={about} field="howMet" label="How you met" value={howMet ?? ''} maxLength={2000} multiline
          shown={howMet ? <p className="how-met">{howMet}</p> : <p className="support muted">Not written down yet.</p>}
        />
      </section>
      <BetweenYou publicId={person.publicId} facts={facts.between} sources={person.sources} because={person.because} />
      {removable && <Remove about={about} called={called} addedIn={person.addedIn} />}
      <EraseForGood publicId={person.publicId} name={person.name} called={called} />
    </aside>
  );
}

function Remove({ about, called, addedIn }: { about: string; called: string; addedIn: string }) {
  const navigate = useNavigate();
  const fetcher = useChange(() => navigate('/people'));
  return (
    <section className="section">
      <p className="support muted">Added in {addedIn}; nothing was said yet.</p>
      <Button variant="danger" size="small" className="mt-2" onClick={() => fetcher.submit({ field: 'remove' }, { method: 'post', action: about })}>
        Remove {called}
      </Button>
    </section>
  );
}
