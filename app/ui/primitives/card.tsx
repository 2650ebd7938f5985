import type { HTMLAttributes } from 'react';
import { classNames } from './class-names';

/** A raised sheet of paper. */
export function Card({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div className={classNames('card', className)} {...rest} />;
}
