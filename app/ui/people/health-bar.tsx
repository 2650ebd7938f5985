import type { HealthStateName } from '../../domain/health/states';

/** The bar takes the colour of the state, never of the number alone. */
const FILL: Record<HealthStateName, string> = {
  Strong: 'good',
  Warming: 'good',
  Steady: 'good',
  Cooling: 'amber',
  Fading: 'red',
  'One-sided: they write': 'mute',
  'One-sided: you write': 'mute',
  New: 'mute',
  Light: 'mute',
  Dormant: 'mute',
};

interface HealthBarProps {
  /** 0 to 100. */
  health: number;
  state: HealthStateName;
}

/** The number and how far it reaches. */
export function HealthBar({ health, state }: HealthBarProps) {
  return (
    <>
      <span className="health-bar-number">{health}</span>
      <svg className={`health-bar health-bar-${FILL[state]}`} width="34" height="4" viewBox="0 0 34 4" aria-hidden="true">
        <rect className="health-bar-track" width="34" height="4" rx="2" />
        <rect className="health-bar-fill" width={Math.max(2, health * 0.34)} height="4" rx="2" />
      </svg>
    </>
  );
}
