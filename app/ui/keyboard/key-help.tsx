import { Dialog } from '../primitives/dialog';
import { Heading } from '../primitives/headings';
import { Kbd } from '../primitives/kbd';

export interface KeyGroup {
  /** "Anywhere", "On a row" */
  title: string;
  keys: readonly {
    /** As on the keyboard, pressed together or one of: ["J"], ["Ctrl", "Enter"]. */
    keys: readonly string[];
    /** "Next row" */
    does: string;
  }[];
}

interface KeyHelpProps {
  groups: readonly KeyGroup[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every key that works here. */
export function KeyHelp({ groups, open, onOpenChange }: KeyHelpProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys" description="They rest while you type." wide>
      <KeyList groups={groups} />
    </Dialog>
  );
}

function KeyList({ groups }: Pick<KeyHelpProps, 'groups'>) {
  return (
    <div className="key-list">
      {groups.map((group) => (
        <section key={group.title}>
          <Heading level={3}>{group.title}</Heading>
          <dl>
            {group.keys.map(({ keys, does }) => (
              <div key={does} className="contents">
                <dt>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
