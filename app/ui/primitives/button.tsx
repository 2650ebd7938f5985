import { Link, type LinkProps } from '@remix-run/react';
import { forwardRef, type ButtonHTMLAttributes, type ReactNode } from 'react';
import { classNames } from './class-names';
import { KeyHint } from './kbd';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

interface ButtonLook {
  /** One primary per view: it means "you". Danger is for what removes. */
  variant?: ButtonVariant;
  size?: 'normal' | 'small';
  /** Only an icon inside: give an `aria-label`. */
  square?: boolean;
  icon?: ReactNode;
  /** The key or keys that do the same, shown after the words. */
  keys?: string | readonly string[];
}

const VARIANT_CLASS: Record<ButtonVariant, string> = {
  primary: 'button-primary',
  secondary: '',
  ghost: 'button-ghost',
  danger: 'button-danger',
};

function buttonClass({ variant = 'secondary', size, square }: ButtonLook, extra?: string) {
  return classNames(
    'button', VARIANT_CLASS[variant], size === 'small' && 'button-small', square && 'button-square', extra,
  );
}

export interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {}

/** A button; `type="button"` unless said otherwise, so that it never submits by accident. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, square, icon, keys, className, children, type = 'button', ...rest },
  ref,
) {
  return (
    <button ref={ref} type={type} className={buttonClass({ variant, size, square }, className)} {...rest}>
      {icon}
      {children}
      {keys && <KeyHint keys={keys} />}
    </button>
  );
});

export interface LinkButtonProps extends ButtonLook, LinkProps {}

/** A link that looks like a button, for what leads to another page. */
export const LinkButton = forwardRef<HTMLAnchorElement, LinkButtonProps>(function LinkButton(
  { variant, size, square, icon, keys, className, children, ...rest },
  ref,
) {
  return (
    <Link ref={ref} className={buttonClass({ variant, size, square }, className)} {...rest}>
      {icon}
      {children}
      {keys && <KeyHint keys={keys} />}
    </Link>
  );
});
