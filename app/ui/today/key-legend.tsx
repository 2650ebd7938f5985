import { Kbd } from '../primitives/kbd';

const KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['J', 'K'], does: 'move' },
  { keys: ['R'], does: 'reply' },
  { keys: ['L'], does: 'log' },
  { keys: ['S'], does: 'snooze' },
  { keys: ['E'], does: 'done' },
  { keys: ['U'], does: 'undo' },
];

function Entry({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <span>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}{' '}
      {does}
    </span>
  );
}

/** The keys of the list, at its foot. */
export function KeyLegend() {
  return (
    <footer className="key-legend">
      {KEYS.map((entry) => (
        <Entry key={entry.does} {...entry} />
      ))}
      <span className="spacer" />
      <Entry keys={['?']} does="all keys" />
    </footer>
  );
}
