import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isColdPitch, type OpeningMessage } from '../../../app/domain/conversations/cold-pitch';
import { DAY } from '../../../app/lib/dates';

const AT = Date.UTC(2026, 9, 12, 9);
const STRANGER = { everAnswered: false, knownBefore: false, connectedAt: null };

function said(text: string, differs: Partial<OpeningMessage> = {}): OpeningMessage {
  return { at: AT, direction: 'in', kind: 'message', text, subject: null, ...differs };
}

const inMail = (subject: string, text: string): OpeningMessage => said(text, { subject });

const PITCHES: [about: string, ...opening: OpeningMessage[]][] = [
  ['leads and a call', said('Hi Jordan, we help agencies like yours generate 20+ qualified leads every month. Would you be open to a quick call this week?')],
  ['growth and a booking link', said('Hey Jordan! Impressive work. I can help you double your revenue in 90 days without ads. Grab a time here: https://calendly.com/max-growth/intro')],
  ['InMail about outsourcing', inMail('Reduce your development costs', 'Dear Jordan, our dedicated developers work at a third of local rates. Many firms outsource to us. May I send over some profiles?')],
  ['mail merge gone wrong', said('Hi {{first_name}}, I came across your profile and was impressed by what {{company}} is building. We help founders like you book 15 sales calls a month.')],
  ['guest post', said('Hello, I would like to publish a guest post on your website with two do-follow backlinks. Our packages start at $80. Are you interested?')],
  ['search rankings', said('Hi, I noticed your website is not on the first page of Google. We offer affordable SEO services. Can I send you a free audit?')],
  ['opt-out line', said('Hi Jordan, our platform automates invoicing for freelancers and saves 6 hours a week. Book a demo below. Not interested? Just reply "stop".')],
  ['virtual assistants', said('Hi there, are you drowning in admin? Our trained virtual assistants start at $6/hour. Would you be open to a 15-minute chat?')],
  ['investment', inMail('Exclusive investment opportunity', 'Jordan, I represent a fund that gives accredited people 18% a year in real estate. Would you be interested in learning more?')],
  ['business loan', said('Good morning Jordan, you are pre-approved for up to $150k in working capital. Rates from 4%. Worth a chat? https://fundfast.example/apply?utm_source=li&utm_campaign=q4')],
  ['bracketed name', said('Hi [First Name], congrats on your new role! We specialise in helping consultants scale their business with our proven software.')],
  ['praise first, then the sale', said("Hi Jordan, I loved your recent post on pricing! We help coaches fill their calendars: our clients generate 30 qualified leads a month. Would you be open to hopping on a quick call? https://calendly.com/sam-leads")],
  [
    'a sequence that pushes',
    said('Hi Jordan, I run a lead generation agency for consultants. Are you open to hearing how we could boost your pipeline?'),
    said('Hi Jordan, just following up on my previous message. Any thoughts?', { at: AT + 4 * DAY }),
    said('Bumping this to the top of your inbox. Should I send over a short video?', { at: AT + 9 * DAY }),
  ],
  ['white label', said('Hey Jordan, do you have too much design work? Our white-label design services let agencies like yours deliver more. Shall I send some samples?')],
  ['limited offer', said('Jordan, this week only: a special offer on our LinkedIn automation software, 40% off. It books you 10 appointments a month. Open to learning more?')],
  ['typographic apostrophes', said('Hi Jordan, I’m reaching out because we help creators grow their following. If you’re interested, let’s hop on a call.')],
  [
    'a long text with a link',
    said(
      `Dear Jordan, I hope this finds you well. ${'We have spent eleven years perfecting a method that takes the guesswork out of selling. '.repeat(7)}` +
        'Our solution would increase your sales within weeks. See https://growfast.example for what others say.',
    ),
  ],
  ['paid promotion', said('hello dear, paid promotion on 12 pages with 4M followers, boost your followers today! crypto payments accepted')],
  ['mass mail', said('Hello Sir/Madam, we are a leading IT company offering web and app development at affordable price. Please share your requirement.')],
  ['synergy', inMail('Partnership', 'Hi Jordan, I lead partnerships at Payly. We see a strong synergy between our companies. Do you have 20 minutes next week?')],
  ['helping people like you', said("Hi Jordan, I'm a financial advisor helping business owners like you lower their taxes. Do you have 15 minutes for a quick call?")],
  ['an award with a fee', inMail('You have been nominated', 'Congratulations! You are in our Top 40. The listing is only $499, a limited time offer: https://awards.example/?utm_source=inmail')],
];

const PEOPLE: [about: string, ...opening: OpeningMessage[]][] = [
  ['shy', said('Hi. I am not sure if it is okay to write to you here. I have been reading along for two years and just wanted to say thank you.')],
  ['shy, with a question', said('hello! sorry to bother you. which clay do you use for the blue bowls?')],
  ['one word', said('Hello')],
  ['thanks for connecting', said('Thanks for connecting, Jordan! Looking forward to seeing what you make next.')],
  ['thanks and a call', said('Thanks for connecting! I would be up for a quick call some time, no agenda, just curious about how you work.')],
  ['a link to their own work', said('Hi Jordan, your workshop changed how I glaze. Here is the first series I made afterwards: https://anna-keramik.example/series. Would love to know what you think.')],
  ['a long letter with a link', said(`Dear Jordan, ${'I have thought for a long time about how to write this, and every time I started again. '.repeat(9)}It is all on https://slowletters.example. Thank you for reading.`)],
  ['a student asking for time', said('Hi Jordan, I came across your profile while researching my thesis. Would you be open to a 15 minute call about how you price your work?')],
  ['a career changer', said("Hello, I found your profile through the guild. I'm thinking of leaving my job to do what you do. Would you be open to a quick chat?")],
  ['job seeker', said('Hi Jordan, I am looking for my first job in publishing and saw that you hire in spring. Could I send you my CV?')],
  ['apprentice', said('Good evening, do you take on apprentices? I am 19 and have been throwing for three years. Portfolio: www.tilda-throws.example')],
  ['customer asking the price', said('Hi, how much is a set of six bowls, and do you ship to Norway?')],
  ['customer asking for a discount', said('Hello! Do you have a discount for schools? We would need 24 workbooks.')],
  ['customer with a budget', said('Hi Jordan, what do you charge for a day workshop with twelve people? We have a small budget and would love to have you in May.')],
  ['customer who wants a call', said('We would like to book you for our autumn offsite. Can we schedule a call? My calendar: https://calendly.com/priya-ops/20min')],
  ['company introducing itself', said('Hi Jordan, we are a small software company in Ghent and our team reads your newsletter. Would you be open to giving a talk here?')],
  ['conference', said('Hello Jordan, would you be interested in speaking at our conference in Porto in June? We cover travel and a fee. Happy to set up a call.')],
  ['podcast host', said('Hi! I host a podcast on slow business. Would you be open to being a guest on my show? You can pick a time at https://calendly.com/slowbiz')],
  ['journalist', inMail('Question for a piece on crypto art', 'Hi Jordan, I write for the Courier. Could I interview you about how makers see crypto? A 20 minute call would be enough.')],
  ['recruiter', inMail('Head of Community at Fable', 'Hi Jordan, I came across your profile and think you could be a fit for a role we are filling. Would you be open to a quick call?')],
  ['referral', said('Hi Jordan, Leila Haddad suggested I write to you. I am setting up a studio and she said you had been through it.')],
  ['met last week', said('It was lovely meeting you in Lisbon! Here is the book I mentioned: https://books.example/slow?utm_source=share')],
  ['pointing out an error', said('Hi, in your article on margins the second table adds up to 110%. Is that a typo?')],
  ['disagreement', said('I read what you wrote about outsourcing and I think you are wrong. We outsource our casting and it saved us. Shall we argue about it?')],
  ['unhappy customer', said('I ordered a workbook on 3 May and it never arrived. I have written twice to the shop. Could you please look into it?')],
  ['reader who unsubscribes', said('I had to unsubscribe from your newsletter because my inbox is full, but I wanted you to know it was the best one.')],
  ['peer proposing an exchange', said('Hey Jordan, I also run a newsletter for makers, about 900 readers. Fancy recommending each other some time?')],
  ['supplier with a plain question', said('Good morning, which kiln do you have? We repair them in your area and a part is being recalled.')],
  ['another language', said('Guten Tag, ich habe Ihren Vortrag in Köln gehört und hätte eine Frage zur Glasur. Darf ich anrufen?')],
  ['only an invitation to look', said('Would you be open to looking at a draft of mine? No hurry at all.')],
  ['peer who would swap guest posts', said('Hi, would you be interested in swapping guest posts? I write at https://slowmaking.example about the same things as you.')],
  ['researcher', said("Hi! I'm doing interviews with freelancers about invoicing software. Would you be open to a 20 minute call? We offer a voucher as a thank you.")],
  ['charity', said('We help refugees find work in crafts and our founders would love to talk to you about a joint programme. Would you be open to a short call?')],
  ['customer of your services', said('Hi, I am interested in your services. Can you send me a quote for a brand identity?')],
  ['somebody from long ago', said('I think we were in the same class in Porto in 2009! Is that you?')],
  ['neighbour', said('Hi, I live two streets from your studio. Are you open on Saturdays?')],
];

describe('cold pitches', () => {
  it.each(PITCHES)('%s', (_about, ...opening) => {
    const { pitch, signals } = isColdPitch(opening, STRANGER);
    expect({ pitch, signals }).toMatchObject({ pitch: true });
    expect(signals.length).toBeGreaterThanOrEqual(2);
    for (const signal of signals) expect(signal).toMatch(/^[A-Z].*\.$/);
  });
});

describe('first words of real people', () => {
  it.each(PEOPLE)('%s', (_about, ...opening) => {
    const { pitch, signals, against } = isColdPitch(opening, STRANGER);
    expect({ pitch, signals, against }).toMatchObject({ pitch: false });
  });
});

describe('what outranks every signal', () => {
  const pitch = said('We help agencies like yours generate qualified leads. Would you be open to a quick call?');

  it.each([
    ['the user answered', { ...STRANGER, everAnswered: true }],
    ['the user knew them before', { ...STRANGER, knownBefore: true }],
  ])('%s', (_says, context) => {
    expect(isColdPitch([pitch], STRANGER).pitch).toBe(true);
    expect(isColdPitch([pitch], context)).toEqual({ pitch: false, signals: [], against: [] });
  });

  it('a later message in which a person speaks', () => {
    const later = said('Forget the above. I read your article on rest and it helped me. Thank you.', { at: AT + 30 * DAY });
    expect(isColdPitch([pitch, later], STRANGER).pitch).toBe(false);
  });

  it('an old connection takes one signal away', () => {
    const two = said('We help agencies like yours. Would you be open to a chat?');
    expect(isColdPitch([two], { ...STRANGER, connectedAt: AT - 2 * DAY }).pitch).toBe(true);
    expect(isColdPitch([two], { ...STRANGER, connectedAt: AT - 400 * DAY }).pitch).toBe(false);
  });

  it('one signal alone is never enough, however loud', () => {
    const loud = said('Our services! Our platform! Our software! Outsourcing! White label!');
    expect(isColdPitch([loud], STRANGER)).toMatchObject({ pitch: false, signals: ['Offers services nobody asked about.'] });
  });

  it('a subject line means paid mail on LinkedIn only, e-mail always has one', () => {
    const text = 'Our services may be of use to you.';
    expect(isColdPitch([said(text, { subject: 'Services' })], STRANGER).pitch).toBe(true);
    expect(isColdPitch([said(text, { subject: 'Services', kind: 'email' })], STRANGER).pitch).toBe(false);
  });

  it('nothing said, nothing judged; and the words of the user are not theirs', () => {
    expect(isColdPitch([], STRANGER).pitch).toBe(false);
    expect(isColdPitch([{ ...pitch, direction: 'out' }], STRANGER).pitch).toBe(false);
    expect(isColdPitch([{ ...pitch, text: null }], STRANGER).pitch).toBe(false);
  });

  it('words in no table never make a pitch, whatever their number', () => {
    const word = fc.constantFrom('clay', 'blue', 'hello', 'thank', 'winter', 'bowl', 'Lisbon', 'https://ex.org/a', '?', '\n');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), (words) => !isColdPitch([said(words.join(' '))], STRANGER).pitch),
    );
  });
});
