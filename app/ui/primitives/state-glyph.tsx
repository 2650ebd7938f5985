import type { ReactElement } from 'react';
import type { HealthStateName } from '../../domain/health/states';

const RING = <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;
const DOTTED_RING = (
  <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="1.6 1.7" />
);

function ringWith(shape: ReactElement) {
  return (
    <>
      {RING}
      {shape}
    </>
  );
}

interface StateLook {
  word: string;
  tone: string;
  shape: ReactElement;
}

const ONE_SIDED: StateLook = {
  word: 'One-sided',
  tone: 'tone-plum',
  shape: ringWith(<path d="M1.9 7a5.1 5.1 0 0 0 10.2 0z" fill="currentColor" />),
};

/** Moon phases, drawn in 14 x 14. Shape carries the meaning; the tone only helps. Made once, shared by every row. */
const LOOKS: Record<HealthStateName, StateLook> = {
  New: {
    word: 'New',
    tone: 'tone-accent',
    shape: (
      <>
        {DOTTED_RING}
        <circle cx="7" cy="7" r="1.7" fill="currentColor" />
      </>
    ),
  },
  Light: { word: 'Light', tone: 'tone-mute', shape: DOTTED_RING },
  Warming: {
    word: 'Warming',
    tone: 'tone-good',
    shape: ringWith(<path d="M7 1.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" />),
  },
  Steady: { word: 'Steady', tone: 'tone-ink', shape: ringWith(<circle cx="7" cy="7" r="2.9" fill="currentColor" />) },
  Strong: { word: 'Strong', tone: 'tone-good', shape: <circle cx="7" cy="7" r="6" fill="currentColor" /> },
  Cooling: {
    word: 'Cooling',
    tone: 'tone-amber',
    shape: ringWith(<path d="M7 1.75a5.25 5.25 0 0 0 0 10.5z" fill="currentColor" />),
  },
  Fading: {
    word: 'Fading',
    tone: 'tone-red',
    shape: <path d="M8.6 1.2a6 6 0 1 0 0 11.6 5.9 5.9 0 0 1 0-11.6z" fill="currentColor" />,
  },
  Dormant: { word: 'Dormant', tone: 'tone-mute', shape: RING },
  'One-sided: you write': ONE_SIDED,
  'One-sided: they write': ONE_SIDED,
};

/** The word shown for a state: both one-sided kinds say "One-sided"; a sentence says which side writes. */
export function stateWord(state: HealthStateName): string {
  return LOOKS[state].word;
}

interface StateGlyphProps {
  state: HealthStateName;
  /** In px. */
  size?: number;
  /** Set where no word stands beside it: then the state is read aloud. */
  named?: boolean;
}

/** The moon of a state. */
export function StateGlyph({ state, size = 11, named = false }: StateGlyphProps) {
  const { word, tone, shape } = LOOKS[state];
  return (
    <svg
      className={`state-glyph ${tone}`}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      {...(named ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })}
    >
      {shape}
    </svg>
  );
}

/** Moon and word. */
export function StateWord({ state }: { state: HealthStateName }) {
  const { word, tone } = LOOKS[state];
  return (
    <span className={`state-word ${tone}`}>
      <StateGlyph state={state} size={12} />
      {word}
    </span>
  );
}
