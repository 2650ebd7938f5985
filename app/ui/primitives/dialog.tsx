import * as RadixDialog from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Button } from './button';
import { classNames } from './class-names';
import { useScriptsRun } from './use-scripts-run';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence below the title, read with it. */
  description?: ReactNode;
  /** Buttons at the end, the primary last. */
  footer?: ReactNode;
  wide?: boolean;
  /** What has the focus at first; otherwise the first control. */
  first?: RefObject<HTMLElement>;
  children?: ReactNode;
}

/**
 * A dialog over the page: keeps focus inside, gives it back, closes with Esc. On a phone it rises from below. The server
 * renders none: it could not be closed without scripts, and its machinery would be set up for every page.
 */
export function Dialog({ open, onOpenChange, title, description, footer, wide = false, first, children }: DialogProps) {
  if (!useScriptsRun()) return null;
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="dialog-overlay" />
        <RadixDialog.Content
          className={classNames('dialog', wide && 'dialog-wide')}
          onOpenAutoFocus={(event) => {
            if (!first?.current) return;
            event.preventDefault();
            first.current.focus();
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="dialog-header">
            <div>
              <RadixDialog.Title className="heading">{title}</RadixDialog.Title>
              {description && (
                <RadixDialog.Description className="support soft">{description}</RadixDialog.Description>
              )}
            </div>
            <RadixDialog.Close asChild>
              <Button
                variant="ghost"
                square
                aria-label="Close"
                icon={<X className="icon" size={16} strokeWidth={1.75} aria-hidden="true" />}
              />
            </RadixDialog.Close>
          </div>
          {children}
          {footer && <div className="dialog-footer">{footer}</div>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
