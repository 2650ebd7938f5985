import { Form, useNavigation } from '@remix-run/react';
import { Users } from 'lucide-react';
import { Button } from '../primitives/button';

/** Whether one of these forms is on its way, so that it is not pressed twice. */
function usePressed(): boolean {
  return useNavigation().formAction === '/sample';
}

/** One click, and a community of invented people stands here. */
export function LoadSample() {
  const pressed = usePressed();
  return (
    <Form method="post" action="/sample" className="sample-offer">
      <Button
        type="submit"
        name="intent"
        value="load"
        variant="ghost"
        disabled={pressed}
        icon={<Users className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />}
      >
        Look around with a sample community
      </Button>
    </Form>
  );
}

/** One click, and it is gone. @param back where to stand afterwards */
export function RemoveSample({ back, quiet = false }: { back: '/today' | '/import'; quiet?: boolean }) {
  const pressed = usePressed();
  const words = pressed ? 'Removing it' : 'Remove the sample community';
  return (
    <Form method="post" action="/sample" className="sample-remove">
      <input type="hidden" name="back" value={back} />
      {quiet ? (
        <button type="submit" name="intent" value="remove" className="queue-aside" disabled={pressed}>
          {words}
        </button>
      ) : (
        <Button type="submit" name="intent" value="remove" disabled={pressed}>
          {words}
        </Button>
      )}
    </Form>
  );
}
