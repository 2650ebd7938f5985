/** The page of one person, asked for the way its route does. */
import type { TimelineGroup } from '../../app/domain/contacts/timeline';
import type { EvidenceTopic } from '../../app/domain/health';
import { newPublicId } from '../../app/lib/ids.server';
import { olderTimeline, person, type Person } from '../../app/queries/person.server';
import { NOW, type House, type Person as Made } from './history';

interface Asked {
  show?: TimelineGroup | null;
  because?: EvidenceTopic | null;
  now?: number;
  zone?: string;
}

/** @param house the house of the test that is running */
export function personPage(house: () => House) {
  function ask(publicId: string, { show = null, because = null, now = NOW, zone = 'UTC' }: Asked = {}): Person {
    const answer = person(house().sql, { publicId, show, because, zone, now });
    if (answer?.is !== 'person') throw new Error('There is no such person.');
    return answer.person;
  }

  /** The whole timeline, page by page. */
  function wholeTimeline(publicId: string, show: TimelineGroup | null = null, because: EvidenceTopic | null = null) {
    const pages = [ask(publicId, { show, because }).timeline];
    for (let next = pages[0]?.next ?? null; next !== null; ) {
      const page = olderTimeline(house().sql, { publicId, show, because, before: next, zone: 'UTC', now: NOW });
      if (!page) throw new Error('The person went away between two pages.');
      pages.push(page);
      next = page.next;
    }
    return pages;
  }

  function note(made: Made, at: number, text: string): void {
    house().sql
      .prepare('INSERT INTO Note (publicId, contactId, text, writtenAt, writtenById) VALUES (?, ?, ?, ?, ?)')
      .run(newPublicId(), made.id, text, at, house().actor.teammateId);
  }

  return { ask, wholeTimeline, note };
}
