/**
 * How Lucide's icons are drawn: takes the place of their own `createLucideIcon` in every build, see vite.config.ts. Theirs
 * puts classes, attributes and shapes together anew for each icon on each page, which took as long as a list of ten rows;
 * here it is done once per kind of icon. The markup is the same; of their properties only those that Kith uses are known.
 */
import { createElement, type ReactElement, type SVGProps } from 'react';

interface IconData {
  /** "sun" */
  name: string;
  /** Of the box it is drawn in, in px. */
  size: number;
  /** Tag and attributes of each shape; among these its key. */
  node: readonly (readonly [string, Record<string, string>])[];
  /** Former names. */
  aliases?: readonly (string | { name: string })[];
}

interface IconProps extends SVGProps<SVGSVGElement> {
  /** In px. */
  size?: number;
}

const LINE = {
  xmlns: 'http://www.w3.org/2000/svg', fill: 'none', stroke: 'currentColor', strokeLinecap: 'round', strokeLinejoin: 'round',
} as const;

export default function drawnIcon({ name, size: box, node, aliases = [] }: IconData): (props: IconProps) => ReactElement {
  const formerly = aliases.filter((alias) => typeof alias === 'string');
  const classes = ['lucide', ...[name, ...formerly].map((one) => `lucide-${one}`)].join(' ');
  const viewBox = `0 0 ${box} ${box}`;
  const shapes = node.map(([tag, attributes]) => createElement(tag, attributes));
  return function DrawnIcon({ size = box, strokeWidth = 2, className, ...rest }) {
    return (
      <svg
        {...LINE} width={size} height={size} viewBox={viewBox} strokeWidth={strokeWidth}
        className={className ? `${classes} ${className}` : classes} {...rest}
      >
        {shapes}
      </svg>
    );
  };
}
