import { PackageOpen } from 'lucide-react';
import { forwardRef, useRef, type RefObject } from 'react';
import { Button } from '../primitives/button';
import { classNames } from '../primitives/class-names';
import { PlatformGlyph } from '../primitives/platform-glyph';

/** A few of what is read, so that nobody takes it for one platform's; all of them stand below. */
const SHOWN = ['linkedin', 'email', 'instagram', 'x', 'whatsapp'] as const;

interface DropZoneProps {
  /** Files hover over the page. */
  hovering: boolean;
  /** The one thing to do on this page: nothing was brought in yet. */
  first: boolean;
  /** Opens the browser's file dialog when clicked, here or from elsewhere on the page. */
  input: RefObject<HTMLInputElement>;
  onFiles: (files: File[]) => void;
  /** Why the last drop could not be taken. */
  problem: string | null;
}

/** Where an archive goes in. The whole page takes a drop; this is where it says so. */
export function DropZone({ hovering, first, input, onFiles, problem }: DropZoneProps) {
  const folder = useRef<HTMLInputElement>(null);
  return (
    <section aria-label="Bring in an archive" className={classNames('drop-zone', hovering && 'drop-zone-hovered', first && 'drop-zone-first')}>
      <span className="drop-zone-icon">
        <PackageOpen className="icon" size={20} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <div className="drop-zone-words">
        <h2 className={first ? 'heading' : 'subheading'}>{hovering ? 'Let go, and Kith reads it' : 'Drop an archive here, as you got it'}</h2>
        <p className="support muted drop-zone-kinds">
          {SHOWN.map((platform) => (
            <PlatformGlyph key={platform} platform={platform} size={13} decorative />
          ))}
          Whatever a platform gave you: a zip, its parts, a folder or one of its files
        </p>
        {problem && (
          <p role="alert" className="support tone-red">
            {problem}
          </p>
        )}
      </div>
      <div className="drop-zone-choices">
        <Button variant={first ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <Button variant="ghost" onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
      </div>
      <FileInput ref={input} label="Archives to bring in" onFiles={onFiles} />
      <FileInput ref={folder} label="Folder to bring in" wholeFolder onFiles={onFiles} />
    </section>
  );
}

interface FileInputProps {
  label: string;
  wholeFolder?: boolean;
  onFiles: (files: File[]) => void;
}

/** The browser's file dialog, opened from a button. */
const FileInput = forwardRef<HTMLInputElement, FileInputProps>(function FileInput({ label, wholeFolder = false, onFiles }, ref) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      tabIndex={-1}
      aria-label={label}
      // React has no name for this attribute, which every browser of today knows.
      {...(wholeFolder ? { webkitdirectory: '' } : {})}
      onChange={(event) => {
        onFiles([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = '';
      }}
    />
  );
});
