import { useMemo } from 'react';
import { counted } from '../../lib/text';
import { ChartCard, ChartTable } from './chart-card';
import { ANSWER_TIMES, REPLIES, repliesGeometry, type ReplyBar } from './geometry/replies';
import { peopleBehind } from './marks';
import type { ReplyTimes } from './types';

type Side = 'theirs' | 'yours';

/** "12 of their answers within a day" */
function answerWords(side: Side, bucket: number, answers: number): string {
  return `${counted(answers, 'answer', 'answers')} of ${side} ${ANSWER_TIMES[bucket]?.long ?? ''}`;
}

/** Later than a week, an answer of the user's own is late: the one bar that is not theirs to explain. */
const LATE_BUCKET = ANSWER_TIMES.length - 1;

function AnswerBar({ side, bar: { bucket, answers, ...box } }: { side: Side; bar: ReplyBar }) {
  const look = side === 'yours' && bucket === LATE_BUCKET ? 'late' : side;
  return (
    <a href={peopleBehind({ about: side, bucket })} className={`answer-bar answer-bar-${look}`}>
      <title>{answerWords(side, bucket, answers)}</title>
      {/* The whole height of the side can be hit, however small the bar. */}
      <rect className="mark-reach" x={box.x} y={side === 'theirs' ? 0 : REPLIES.line} width={box.width} height={REPLIES.line - 4} />
      <rect {...box} rx="2.5" />
    </a>
  );
}

function AnswerCell({ side, bucket, answers }: { side: Side; bucket: number; answers: number }) {
  if (answers === 0) return <td>0</td>;
  return (
    <td>
      <a href={peopleBehind({ about: side, bucket })} className="text-link" aria-label={answerWords(side, bucket, answers)}>
        {answers}
      </a>
    </td>
  );
}

function Medians({ theirs, yours }: ReplyTimes) {
  return (
    <>
      {theirs.median !== null && `theirs ${theirs.median}`}
      {theirs.median !== null && yours.median !== null && ', '}
      {yours.median !== null && <span className="tone-accent chart-yours">yours {yours.median}</span>}
    </>
  );
}

/** How long either side takes to answer: them above the line, you below. */
export function RepliesCard({ replies }: { replies: ReplyTimes | null }) {
  const geometry = useMemo(() => replies && repliesGeometry(replies.theirs.answers, replies.yours.answers), [replies]);
  return (
    <ChartCard id="replies" title="Time to reply" note={replies && <Medians {...replies} />}>
      {!replies || !geometry ? <p className="chart-empty">Nobody has answered in the last 90 days, neither they nor you.</p> : (
        <>
          <svg className="replies" viewBox={`0 0 ${REPLIES.width} ${REPLIES.height}`} role="group" aria-label="Answers by the time they took">
            <path className="chart-line" d={`M0 ${REPLIES.line}H${REPLIES.width}`} />
            {geometry.theirs.map((bar) => <AnswerBar key={bar.bucket} side="theirs" bar={bar} />)}
            {geometry.yours.map((bar) => <AnswerBar key={bar.bucket} side="yours" bar={bar} />)}
            {geometry.middles.map((middle, bucket) => (
              <text key={middle} className="chart-scale" x={middle} y={REPLIES.labelY} textAnchor="middle">
                {ANSWER_TIMES[bucket]?.short}
              </text>
            ))}
          </svg>
          <ChartTable caption="Answers by the time they took" heads={['Answered', 'Theirs', 'Yours']}>
            {ANSWER_TIMES.map(({ long }, bucket) => (
              <tr key={long}>
                <th scope="row">{long}</th>
                <AnswerCell side="theirs" bucket={bucket} answers={replies.theirs.answers[bucket] ?? 0} />
                <AnswerCell side="yours" bucket={bucket} answers={replies.yours.answers[bucket] ?? 0} />
              </tr>
            ))}
          </ChartTable>
        </>
      )}
    </ChartCard>
  );
}
