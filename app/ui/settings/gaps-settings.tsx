import type { Gap } from '../../domain/contacts/keeping';
import { STAGE_WORDS, type Stage } from '../../domain/contacts/stages';
import { GapForm } from '../keeping/gap-form';
import { Heading } from '../primitives/headings';

interface GapsSettingsProps {
  stages: readonly (Gap & { stage: Stage })[];
  /** Public ids. */
  tags: readonly (Gap & { tag: string; name: string })[];
}

const ACTION = '/settings/gaps';
/** Another gap, from undo or another teammate, fills the form anew. */
const keyOf = (id: string, { idealDays, longestDays }: Gap) => `${id} ${idealDays} ${longestDays}`;

/** Stages and tags with their two numbers. */
export function GapsSettings({ stages, tags }: GapsSettingsProps) {
  return (
    <section id="keeping" aria-labelledby="keeping-heading">
      <Heading id="keeping-heading">How often you want to be in touch</Heading>
      <p className="support soft mt-1">
        Left empty, everybody’s own rhythm counts. What you set on a person goes before their tags, a tag before their stage.
      </p>
      <ul className="gap-list">
        {stages.map(({ stage, ...gap }) => (
          <li key={keyOf(stage, gap)} className="gap-row">
            <span className="gap-name">{STAGE_WORDS[stage]}</span>
            <GapForm compact action={ACTION} of={{ of: 'stage', stage }} gap={gap} who={STAGE_WORDS[stage]} />
          </li>
        ))}
      </ul>
      <Heading level={3} className="mt-6">
        Tags
      </Heading>
      {tags.length === 0 ? (
        <p className="support muted mt-1">There are no tags yet; they are given on a person’s page.</p>
      ) : (
        <ul className="gap-list">
          {tags.map(({ tag, name, ...gap }) => (
            <li key={keyOf(tag, gap)} className="gap-row">
              <span className="gap-name">
                <span className="tag">{name}</span>
              </span>
              <GapForm compact action={ACTION} of={{ of: 'tag', tag }} gap={gap} who={name} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
