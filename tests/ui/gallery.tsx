/** Every primitive in its states, for the tests here and for looking at. Data is invented. */
import { AlarmClock, BadgeCheck, Check, Plus, Reply, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { PLATFORMS } from '../../app/domain/activity';
import { HEALTH_STATES } from '../../app/domain/health/states';
import { Avatar } from '../../app/ui/primitives/avatar';
import { Badge, Chip, ChipLink, Tag } from '../../app/ui/primitives/badges';
import { Button, LinkButton } from '../../app/ui/primitives/button';
import { Card } from '../../app/ui/primitives/card';
import { Dialog } from '../../app/ui/primitives/dialog';
import { CheckboxField, SelectField, TextArea, TextField } from '../../app/ui/primitives/fields';
import { Heading, PageHeader } from '../../app/ui/primitives/headings';
import { Kbd } from '../../app/ui/primitives/kbd';
import { Menu, MenuItem, MenuSeparator } from '../../app/ui/primitives/menu';
import { EmptyState, ErrorState } from '../../app/ui/primitives/message-states';
import { FailedRow, PersonRow, RowAction } from '../../app/ui/primitives/person-row';
import { PlatformGlyph, platformName } from '../../app/ui/primitives/platform-glyph';
import { ProgressBar } from '../../app/ui/primitives/progress-bar';
import { Segmented } from '../../app/ui/primitives/segmented';
import { SkeletonRows } from '../../app/ui/primitives/skeleton';
import { StateWord } from '../../app/ui/primitives/state-glyph';
import { Time } from '../../app/ui/primitives/time';
import { showToast, ToastPill } from '../../app/ui/primitives/toast';
import { AppShell } from '../../app/ui/shell/app-shell';
import { Pulses, rowPulse } from './gallery-pulses';

const ICON = { className: 'icon', size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
const noop = () => undefined;

function Rows() {
  return (
    <Card>
      <Heading>Rows</Heading>
      <div role="grid" aria-label="People" className="rows">
        <div role="rowgroup" aria-label="Your turn">
          <PersonRow
            publicId="leila" name="Leila Haddad" href="/people/leila" platform="email" state="Strong"
            waiting="waiting 4 days" line="So would Thursday the 3rd work for the recording?" lineIsTheirs selected
            pulse={rowPulse('owed', 'leila')} age={<Time at={0} text="4 days" />}
            actions={
              <>
                <RowAction label="Reply" keyName="R" primary icon={<Reply {...ICON} />} onClick={noop} />
                <RowAction label="Snooze" keyName="S" icon={<AlarmClock {...ICON} />} onClick={noop} />
                <RowAction label="Done" keyName="E" icon={<Check {...ICON} />} onClick={noop} />
              </>
            }
          />
          <PersonRow
            publicId="kwame" name="Kwame Boateng" href="/people/kwame" platform="x" state="Warming"
            line="Tried your pricing sheet on the last batch of stools. I was undercharging by 40%." lineIsTheirs
            pulse={rowPulse('calm', 'kwame')} age={<Time at={0} text="2 days" />}
          />
          <PersonRow
            publicId="amara" name="Amara Okafor" href="/people/amara" platform="linkedin" state="Fading"
            line="Usually writes every 9 days; silent for 41." pulse={rowPulse('red', 'amara')} age="41 days" ageTone="red"
          />
          <PersonRow
            publicId="long" name="Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe-Langenburg" href="/people/long"
            platform="in_person" state="One-sided: you write" line="Quiet" pulse={rowPulse('none', 'long')} age="New"
          />
          <FailedRow
            publicId="kwame-failed" name="Kwame Boateng" platform="x" reason="X refused it. Your words are kept."
            actions={<><Button size="small">Try again</Button><Button size="small" variant="ghost">Copy text</Button></>}
          />
        </div>
      </div>
      <SkeletonRows count={2} label="Loading people" />
    </Card>
  );
}

function Words() {
  return (
    <Card>
      <Heading>Buttons, chips, words</Heading>
      <div className="flex flex-wrap gap-2 mt-3">
        <Button variant="primary" keys={['Ctrl', 'Enter']}>Send and next</Button>
        <Button variant="primary" disabled>Disabled</Button>
        <Button keys="N" icon={<Plus {...ICON} />}>Add someone</Button>
        <Button variant="ghost">Quiet</Button>
        <Button variant="danger" icon={<Trash2 {...ICON} />}>Remove</Button>
        <Button size="small">Small</Button>
        <LinkButton to="/people">People</LinkButton>
      </div>
      <div className="flex flex-wrap gap-1.5 mt-3">
        <Chip on>All</Chip>
        <Chip>Messages</Chip>
        <ChipLink to="?likes">Likes</ChipLink>
        <Tag>ceramics</Tag>
        <Badge tone="good" icon={<BadgeCheck {...ICON} size={13} />}>Verified real</Badge>
        <Badge>Unsure</Badge>
        <Badge tone="red">Likely fake</Badge>
        <Badge tone="amber">Cooling</Badge>
        <Badge tone="accent">Your turn</Badge>
        <Badge tone="plum">One-sided</Badge>
      </div>
      <div className="flex flex-wrap gap-2 mt-3">
        <ToastPill message="Done with Kwame" onUndo={noop} />
        <ToastPill message="Copied" />
      </div>
      <div className="grid grid-cols-2 phone:grid-cols-1 gap-2.5 mt-3">
        <EmptyState title="No one here yet." action={<Button size="small">Clear filter</Button>}>
          Loosen the filter, or bring people in.
        </EmptyState>
        <ErrorState title="Mastodon is not answering" action={<Button size="small">Try again</Button>}>
          Last read 14 minutes ago. You can still log replies.
        </ErrorState>
      </div>
      <div className="grid gap-2 mt-3">
        <ProgressBar label="Reading messages" value={0.4} />
        <ProgressBar label="Opening" value={null} />
      </div>
    </Card>
  );
}

function Fields() {
  return (
    <Card className="grid gap-3">
      <Heading>Fields</Heading>
      <TextField label="Name" name="name" id="name" defaultValue="Amara Okafor" hint="As they write it." />
      <TextField label="Email" name="email" id="email" type="email" errors={['That is no email address.']} hint="Never shown to others." />
      <TextArea label="How you met" name="met" placeholder="Where, and what about" />
      <SelectField label="Stage" name="stage" defaultValue="customer">
        <option value="follower">Follower</option>
        <option value="customer">Customer</option>
      </SelectField>
      <CheckboxField label="Keep me signed in" name="keep" defaultChecked hint="On this device, for 30 days." />
      <CheckboxField label="Off" name="off" />
      <TextField label="Cannot be changed" name="fixed" defaultValue="loom-ledger" disabled />
      <Segmented
        label="What to do" name="mode" defaultValue="send"
        segments={[{ value: 'send', label: 'Send' }, { value: 'log', label: 'Log' }, { value: 'note', label: 'Note' }]}
      />
    </Card>
  );
}

function Glyphs() {
  return (
    <Card>
      <Heading>States, platforms, avatars</Heading>
      <div className="flex flex-wrap gap-x-5 gap-y-1 mt-2">
        {HEALTH_STATES.map((state) => <StateWord key={state} state={state} />)}
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-1 mt-3">
        {PLATFORMS.map((platform) => (
          <span key={platform} className="flex items-center gap-1.5 support soft">
            <PlatformGlyph platform={platform} decorative />
            {platformName(platform)}
          </span>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2 mt-3">
        {['Leila Haddad', 'Kwame Boateng', 'Sofie Brandt', 'Linh Tran', 'Mateus Oliveira', 'Aroha Ngata', 'Zoë', 'Åsa Öberg', '李 小龙']
          .map((name) => <Avatar key={name} name={name} publicId={name} />)}
        <Avatar name="Ines Carvalho" publicId="a" size={20} />
        <Avatar name="Ines Carvalho" publicId="b" size={26} />
        <Avatar name="Ines Carvalho" publicId="c" size={38} />
        <Avatar name="Ines Carvalho" publicId="d" size={58} />
        <span><Kbd>J</Kbd><Kbd>K</Kbd></span>
      </div>
    </Card>
  );
}

function Overlays() {
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <Heading>Menus, dialogs, toasts</Heading>
      <div className="flex flex-wrap gap-2 mt-2">
        <Menu trigger={<Button>Snooze</Button>} heading="Snooze Leila until">
          <MenuItem number={1} note="16:00" icon={<AlarmClock {...ICON} />} onSelect={noop}>This afternoon</MenuItem>
          <MenuItem number={2} note="Tue 24 Nov" icon={<AlarmClock {...ICON} />} onSelect={() => showToast({ message: 'Snoozed to Tuesday', undo: noop })}>
            Tomorrow
          </MenuItem>
          <MenuSeparator />
          <MenuItem danger icon={<Trash2 {...ICON} />} onSelect={noop}>Remove</MenuItem>
        </Menu>
        <Button onClick={() => setOpen(true)}>Open dialog</Button>
        <Button onClick={() => showToast({ message: 'Done with Kwame', undo: () => showToast({ message: 'Undone' }) })}>Show toast</Button>
      </div>
      <Dialog
        open={open} onOpenChange={setOpen} title="Erase Amara for good?" description="This is the one thing that does not undo."
        footer={<><Button onClick={() => setOpen(false)}>Keep</Button><Button variant="danger">Erase</Button></>}
      >
        <TextField label="Type the name to be sure" name="sure" />
      </Dialog>
    </Card>
  );
}

function Page() {
  return (
    <AppShell
      entries={[
        { to: '/', label: 'Today', icon: 'today', count: 22, inTabs: true },
        { to: '/people', label: 'People', icon: 'people', inTabs: true },
        { to: '/import', label: 'Import', icon: 'import', inTabs: true },
        { to: '/settings', label: 'Settings', icon: 'settings', inTabs: false },
      ]}
      user={{ publicId: 'ines', name: 'Ines Carvalho' }}
      workspaceName="Loom & Ledger"
      theme="system"
      actions={{ theme: '/settings/theme', signOut: '/sign-out' }}
      keyGroups={[
        { title: 'Anywhere', keys: [{ keys: ['/'], does: 'Find anyone' }, { keys: ['?'], does: 'These keys' }] },
        { title: 'On a row', keys: [{ keys: ['J'], does: 'Next' }, { keys: ['Ctrl', 'Enter'], does: 'Send and next' }] },
      ]}
    >
      <PageHeader
        title="Seven people are waiting on you." above="Monday 23 November" note="About 12 minutes left."
        actions={<Button keys="N">Add someone</Button>}
      />
      <div className="page-body grid gap-4">
        <Rows />
        <Pulses />
        <Words />
        <Fields />
        <Glyphs />
        <Overlays />
      </div>
    </AppShell>
  );
}

/** The gallery's one route; every address shows it. */
export const GALLERY_ROUTES = [{ path: '*', element: <Page />, action: () => null }];
